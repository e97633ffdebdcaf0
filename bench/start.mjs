// From starting the binary to its first answer, with an agency in its database; the plain server's start is the baseline.
import { p95, figure } from "./support/figures.mjs";
import { batonWith, plainServer } from "./support/servers.mjs";

const ROUNDS = 10;

async function timesOf(round) {
  const times = [];
  for (let count = 0; count < ROUNDS; count += 1) times.push(await round());
  return times;
}

const baton = await batonWith({ open: 1_000 });
const ours = await timesOf(async () => {
  const took = await baton.start();
  await baton.stop();
  return took;
});

const plain = await timesOf(async () => {
  const server = await plainServer("ok");
  server.stop();
  return server.took;
});
figure("start to first answer, p95", p95(ours), "ms", 500, p95(plain));
