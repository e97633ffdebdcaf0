// A durable move over HTTP, beside a raw SQLite commit over HTTP.
import { figure, p95 } from "../support/figures.mjs";
import { plainServer } from "../support/servers.mjs";
import { Mover } from "./mover.mjs";

const ROUNDS = 200;

export async function durableMoves(baton) {
  const mover = await Mover.of(baton, 50);
  const ours = [];
  for (let round = 0; round < ROUNDS; round += 1) ours.push((await mover.move()).took);
  const plain = await plainServer("ok");
  const asker = plain.asker();
  const baseline = [];
  for (let round = 0; round < ROUNDS; round += 1) baseline.push((await asker.ask("/commit", { method: "POST" })).took);
  plain.stop();
  figure("durable move, p95", p95(ours), "ms", 20, p95(baseline));
}
