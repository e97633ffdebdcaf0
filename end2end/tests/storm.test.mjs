// Many at once: pages that are open while others work end up showing what the server has.
import assert from "node:assert/strict";
import { test } from "node:test";
import { forgiveRefusals } from "../support/browser.mjs";
import { setStage } from "../support/stage.mjs";

const stage = setStage();

/** A sequence that is the same at every run. */
function random(seed) {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
}

/** The first cards of every open column, in their order: of a long one only what is in sight is drawn. */
async function columns(page) {
  await page.evaluate(() => {
    for (const scroller of document.querySelectorAll(".column-scroll")) scroller.scrollTop = 0;
  });
  return page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const first = (column) => [...column.querySelectorAll("[data-card]")].slice(0, 6).map((card) => card.dataset.card);
    const all = document.querySelectorAll(".column:not([data-stage=accepted])");
    return Object.fromEntries([...all].map((column) => [`${column.dataset.kind}/${column.dataset.stage}`, first(column)]));
  });
}

/** Resolves once a page shows what another one does; fails with what they show. */
async function alike(page, other, whose) {
  for (let tries = 0; tries < 50; tries += 1) {
    if (JSON.stringify(await columns(page)) === JSON.stringify(await columns(other))) return;
    await page.waitForTimeout(200);
  }
  assert.deepEqual(await columns(page), await columns(other), whose);
}

const board = (role) => stage.at(role, "/board", { viewport: { width: 1440, height: 1000 } });

/** Carries a random card by keys: up, down, into another column or back; questions are answered or left. */
async function deed(page, roll) {
  const open = page.locator(".column:not([data-stage=accepted]) [data-card]");
  const count = await open.count();
  if (count === 0) return;
  await open.nth(roll(count)).focus({ timeout: 2_000 }).catch(() => {});
  const keys = [["ArrowUp"], ["ArrowDown"], ["ArrowRight"], ["ArrowLeft"], ["ArrowRight", "ArrowUp"]][roll(5)];
  for (const key of ["Space", ...keys, "Space"]) await page.keyboard.press(key);
  const dialog = page.getByRole("dialog");
  if (await dialog.isVisible()) {
    for (const area of await dialog.locator("textarea").all()) {
      await area.fill("Said in the storm").catch(() => {});
    }
    for (const box of await dialog.getByRole("checkbox").all()) await box.check({ timeout: 500 }).catch(() => {});
    const send = dialog.locator("button[type=submit]");
    await (roll(3) === 0 ? page.keyboard.press("Escape") : send.click({ timeout: 2_000 })).catch(() => {});
    if (await dialog.isVisible()) await page.keyboard.press("Escape");
  }
}

test("pages that are open while others work show what the server has", async () => {
  const roles = ["sales", "producer", "generative", "admin"];
  const pages = await Promise.all(roles.map(board));
  await Promise.all(
    pages.map(async (page, seat) => {
      const roll = random(seat + 7);
      for (let times = 0; times < 12; times += 1) await deed(page, roll);
    }),
  );
  const fresh = await board("executive");
  await Promise.all(pages.map((page) => page.locator(".handoff-card.pending").first().waitFor({ state: "detached" })));
  for (const [seat, page] of pages.entries()) {
    // What each has in hand or asks is put away; what is still on its way arrives.
    await page.keyboard.press("Escape");
    await alike(page, fresh, `the page of ${roles[seat]}`);
    forgiveRefusals(page);
    assert.deepEqual(page.complaints, []);
  }
});
