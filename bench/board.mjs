// The board with 1,000 open handoffs: its page, a move, its viewers, its screen.
import { durableMoves } from "./board/moves.mjs";
import { boardPage } from "./board/page.mjs";
import { dragging, usable } from "./board/screen.mjs";
import { toTheViewers } from "./board/viewers.mjs";
import { batonWith } from "./support/servers.mjs";

async function on(size, ...measurements) {
  const baton = await batonWith(size);
  await baton.start();
  for (const measure of measurements) await measure(baton);
  await baton.stop();
}

await on({ open: 1_000 }, boardPage, durableMoves, toTheViewers, dragging);
await on({ open: 1_000, accepted: 9_000 }, usable);
