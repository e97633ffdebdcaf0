// Accessibility: what axe finds on a page, as sentences.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The violations on the page as it is now; none is what a test wants. `colours` looks at nothing else. */
export async function violations(page, colours = false) {
  // Evaluated rather than added as a script: the page's own policy admits no script of others.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(source);
  await settled(page);
  const rules = colours ? { runOnly: ["cat.color"] } : {};
  const found = await page.evaluate((rules) => globalThis.axe.run(document, { resultTypes: ["violations"], ...rules }), rules);
  return found.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${violation.help}: ${node.target.join(" ")}: ${node.failureSummary}`),
  );
}

/** What fades in has its own colours only once it is there: a busy machine takes longer than the motion does. */
const settled = (page) =>
  page.evaluate(() => {
    const running = document.getAnimations().filter((motion) => motion.playState === "running");
    const ending = running.filter((motion) => Number.isFinite(motion.effect?.getComputedTiming().endTime));
    return Promise.allSettled(ending.map((motion) => motion.finished)).then(() => undefined);
  });
