// A filter of the dashboard in Chromium: from the click on a client's mark to the picture that answers it.
import { launch, hydrated } from "../end2end/support/browser.mjs";
import { figure, p95 } from "./support/figures.mjs";
import { batonWith } from "./support/servers.mjs";
import { signedIn } from "./support/visitor.mjs";

const ROUNDS = 20;

/** In the page: milliseconds from doing `act` to the frame after which `done` holds. The frame's own painting is in it. */
const painted = `(act, done) => new Promise((resolve) => {
  requestAnimationFrame(() => {
    const started = performance.now();
    act();
    const look = () => requestAnimationFrame(() => (done() ? setTimeout(() => resolve(performance.now() - started)) : look()));
    look();
  });
})`;

/** `after` takes back what an act did, unmeasured. */
async function times(page, act, after) {
  const taken = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    taken.push(await page.evaluate(`(${act})(${painted}, ${round})`));
    await page.waitForTimeout(100);
    await after?.();
  }
  return taken;
}

const filter = `(painted) => {
  const mark = document.querySelector("a.track-row");
  const name = mark.firstElementChild.textContent;
  const was = mark.getAttribute("aria-current");
  const same = () => [...document.querySelectorAll("a.track-row")].find((row) => row.firstElementChild.textContent === name);
  return painted(() => mark.click(), () => same()?.getAttribute("aria-current") !== was);
}`;

/** The plainest change of the same page: one attribute. */
const plain = `(painted, round) => painted(() => document.body.setAttribute("data-round", round), () => true)`;

const baton = await batonWith({ open: 1_000, accepted: 3_000 });
await baton.start();
const browser = await launch();
try {
  const page = await signedIn(browser, baton);
  await page.goto("/dashboard");
  await hydrated(page);
  await page.waitForTimeout(2_000); // the facts are loaded once
  const back = async () => {
    await page.goBack();
    await page.waitForTimeout(100);
  };
  const [ours, baseline] = [await times(page, filter, back), await times(page, plain)];
  figure("dashboard filter, p95", p95(ours), "ms", 33.4, p95(baseline));
} finally {
  await browser.close();
  await baton.stop();
}
