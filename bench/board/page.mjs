// The board page: how long the server takes to render and send it.
import { figure, p95 } from "../support/figures.mjs";
import { plainServer } from "../support/servers.mjs";

const ROUNDS = 200;
const WARM_UP = 20;

/** How long each of many answers took, in milliseconds. */
async function times(asker, path) {
  const all = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) all.push((await asker.ask(path)).took);
  return all.slice(WARM_UP);
}

export async function boardPage(baton) {
  const asker = await baton.as("producer");
  const page = await asker.ask("/board");
  if (page.status !== 200) throw new Error(`/board answered ${page.status}`);
  const ours = await times(asker, "/board");
  const plain = await plainServer(page.bytes);
  const baseline = await times(plain.asker(), "/bytes");
  plain.stop();
  figure("board page, 1,000 open, p95", p95(ours), "ms", 50, p95(baseline));
}
