// The board beyond the mouse: keyboard, menu, filters in the address, a stale move, being offline.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { card, column } from "../support/board.mjs";
import { hydrated, launch, signedIn } from "../support/browser.mjs";
import { startServer } from "../support/server.mjs";

const desk = { viewport: { width: 1440, height: 1000 } };
let server;
let browser;
before(async () => {
  server = await startServer();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

async function board(role, address = "/board") {
  const page = await signedIn(browser, server, role, desk);
  await page.goto(address);
  await hydrated(page);
  return page;
}

const titleOf = (article) => article.locator(".card-title").innerText();

describe("the keyboard", () => {
  test("picks a card up, puts it back, and carries it on", async () => {
    const page = await board("producer", "/board?kind=3");
    const submitted = column(page, 3, "submitted").getByRole("article").first();
    const title = await titleOf(submitted);
    const id = await submitted.getAttribute("data-card");
    await submitted.focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Escape");
    assert.equal(await column(page, 3, "submitted").locator(`[data-card="${id}"]`).count(), 1, title);
    await page.locator(`[data-card="${id}"]`).focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Space");
    await column(page, 3, "in_review").locator(`[data-card="${id}"]`).waitFor();
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
});

describe("a return", () => {
  test("asks its reason, and shows it in the history", async () => {
    const page = await board("producer", "/board?kind=3");
    const article = column(page, 3, "submitted").getByRole("article").first();
    const id = await article.getAttribute("data-card");
    await article.getByRole("button", { name: "Move to…" }).click();
    await page.getByRole("button", { name: /return/i }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: /return/i }).click();
    await dialog.getByText(/Say what is missing or wrong/).waitFor();
    await dialog.getByLabel("What is missing or wrong?").fill("The logo is the old one");
    await dialog.getByRole("button", { name: /return/i }).click();
    await column(page, 3, "preparing").locator(`[data-card="${id}"]`).waitFor();
    await page.goto(`/handoffs/${id}`);
    await page.getByText("The logo is the old one").first().waitFor();
    await page.context().close();
  });
});

describe("a filter", () => {
  test("lives in the address, and is right before and after hydration", async () => {
    const page = await board("executive", "/board");
    const all = await page.getByRole("article").count();
    await page.goto("/board?kind=2");
    assert.equal(await page.locator('.column[data-kind="3"]').count(), 0);
    await hydrated(page);
    assert.ok((await page.getByRole("article").count()) < all);
    assert.equal(await page.locator('.column[data-kind="3"]').count(), 0);
    await page.context().close();
  });
});

describe("a stale move", () => {
  test("is a conflict that shows what is there now", async () => {
    const first = await board("producer", "/board?kind=3");
    const second = await board("admin", "/board?kind=3");
    const article = column(first, 3, "submitted").getByRole("article").first();
    const id = await article.getAttribute("data-card");
    // The second one hears of nothing while the first moves the card on.
    await second.context().setOffline(true);
    await article.getByRole("button", { name: "Move to…" }).click();
    await first.getByRole("button", { name: /review/i }).click();
    await column(first, 3, "in_review").locator(`[data-card="${id}"]`).waitFor();
    await second.getByText(/offline/i).first().waitFor({ timeout: 20_000 });
    const stale = second.locator(`[data-card="${id}"]`);
    await stale.getByRole("button", { name: "Move to…" }).click();
    await second.getByRole("button", { name: /accept/i }).click();
    await second.context().setOffline(false);
    // Either its own board has caught up, or it is told what happened; it ends where the first one put it, or beyond.
    await column(second, 3, "in_review").locator(`[data-card="${id}"]`).or(second.getByText(/meanwhile|moved|review/i)).first().waitFor();
    await first.context().close();
    await second.context().close();
  });
});
