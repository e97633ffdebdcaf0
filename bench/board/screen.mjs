// The board in Chromium: how soon it can be used with 10,000 handoffs on file, and its frames while a card is dragged.
import { launch, hydrated } from "../../end2end/support/browser.mjs";
import { figure, p95 } from "../support/figures.mjs";
import { plainServer } from "../support/servers.mjs";
import { signedIn } from "../support/visitor.mjs";

async function medianOf(rounds, measure) {
  const times = [];
  for (let round = 0; round < rounds; round += 1) times.push(await measure());
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)];
}

/** From asking for the board to a board that answers the hand. */
export async function usable(baton) {
  const browser = await launch();
  try {
    const page = await signedIn(browser, baton);
    const open = async (path) => {
      const started = performance.now();
      await page.goto(path);
      if (path === "/board") await hydrated(page);
      return performance.now() - started;
    };
    const html = await (await page.request.get("/board")).body();
    const ours = await medianOf(5, () => open("/board"));
    const plain = await plainServer(html);
    const baseline = await medianOf(5, () => open(`${plain.asker().url}/bytes`));
    plain.stop();
    figure("board usable, 10,000 on file, median", ours, "ms", 1_000, baseline);
  } finally {
    await browser.close();
  }
}

/** Frame times and long tasks of the page while `act` goes on. */
async function frames(page, act) {
  await page.evaluate(() => {
    globalThis.seen = { frames: [], tasks: [] };
    new PerformanceObserver((list) => list.getEntries().forEach((task) => seen.tasks.push(task.duration))).observe({ type: "longtask" });
    let last = performance.now();
    const tick = (now) => {
      seen.frames.push(now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await act();
  return page.evaluate(() => seen);
}

/** Carries the mouse over the page for two seconds, with whatever it holds. */
async function wander(page, from) {
  for (let step = 0; step < 120; step += 1) {
    await page.mouse.move(from.x + 300 * Math.sin(step / 20), from.y + 120 * Math.sin(step / 11));
    await page.waitForTimeout(12);
  }
}

export async function dragging(baton) {
  const browser = await launch();
  try {
    const page = await signedIn(browser, baton);
    await page.goto("/board");
    await hydrated(page);
    await page.waitForTimeout(1_000); // the rest of the cards
    const box = await page.getByRole("article").first().boundingBox();
    const from = { x: box.x + box.width / 2, y: box.y + 20 };
    const idle = await frames(page, () => wander(page, { x: 700, y: 60 }));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    const held = await frames(page, () => wander(page, from));
    await page.keyboard.press("Escape");
    await page.mouse.up();
    figure("drag frame, p95", p95(held.frames), "ms", 16.7, p95(idle.frames));
    figure("drag, longest task", Math.max(0, ...held.tasks), "ms", 50);
  } finally {
    await browser.close();
  }
}
