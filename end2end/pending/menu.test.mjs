// The live board: moved by mouse, finger, keys and menu; gates that ask; what others do, stale cards, lost lines.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { hydrated, launch, signedIn } from "../support/browser.mjs";
import { startServer } from "../support/server.mjs";

const H1 = 1;
const H3 = 3;

let browser;
let server;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());
// Each test has an agency of its own: one's moves are not another's surprise.
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server?.stop());

async function board(role, address = "/board", options = {}) {
  const page = await signedIn(browser, server, role, options);
  await page.goto(address);
  await hydrated(page);
  return page;
}

const column = (page, kind, stage) => page.locator(`.column[data-kind="${kind}"][data-stage="${stage}"]`);
const cards = (page, kind, stage) => column(page, kind, stage).locator(".handoff-card");
const dialog = (page) => page.getByRole("dialog");
const said = (page) => page.locator(".visually-hidden[role=status]").last();

async function titleOf(card) {
  return card.locator(".card-title").innerText();
}

async function drag(page, card, target) {
  const [from, to] = [await card.boundingBox(), await target.boundingBox()];
  await page.mouse.move(from.x + 40, from.y + 12);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y + 20, { steps: 3 });
  await page.mouse.move(to.x + to.width / 2, to.y + 60, { steps: 6 });
}

/** Fills every item that the open gate asks for. */
async function fill(page, text) {
  const fields = dialog(page).locator("textarea[name^=item]");
  for (let place = 0; place < (await fields.count()); place += 1) await fields.nth(place).fill(text);
}

/** Brings the first SOW package to Submitted, and answers its title. */
async function submitted(page) {
  const card = cards(page, H1, "preparing").last();
  const title = await titleOf(card);
  await drag(page, card, column(page, H1, "submitted"));
  await page.mouse.up();
  if (await dialog(page).isVisible().catch(() => false)) {
    await fill(page, "https://example.com/package");
    await dialog(page).getByRole("button", { name: "Submit SOW package" }).click();
  }
  await column(page, H1, "submitted").getByRole("link", { name: title }).waitFor();
  await page.locator(".handoff-card.pending").waitFor({ state: "detached" });
  return title;
}

test("the menu moves with single clicks, and says who may do the rest", async () => {
  const sales = await board("sales");
  const title = await submitted(sales);
  const card = column(sales, H1, "submitted").locator(".handoff-card", { hasText: title });
  await card.hover();
  await card.getByRole("button", { name: "Move to…" }).click();
  await sales.getByRole("group", { name: "Move to" }).getByText("Only Production can accept this.").waitFor();

  const producer = await board("producer");
  const theirs = column(producer, H1, "submitted").locator(".handoff-card", { hasText: title });
  await theirs.hover();
  await theirs.getByRole("button", { name: "Move to…" }).click();
  await producer.getByRole("button", { name: "Take into review" }).click();
  await column(sales, H1, "in_review").getByRole("link", { name: title }).waitFor();
});
