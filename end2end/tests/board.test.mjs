// The live board: moved by mouse, finger, keys and menu; gates that ask; what others do, stale cards, lost lines.
import assert from "node:assert/strict";
import { test } from "node:test";
import { cards, carry, column, dialog, fill, submitted, titleOf } from "../support/board.mjs";
import { hydrated, visit } from "../support/browser.mjs";
import { setStage } from "../support/stage.mjs";

const H1 = 1;
const H3 = 3;

// Each test has an agency of its own: one's moves are not another's surprise.
const stage = setStage({ anew: true });

const board = (role, address = "/board", options = {}) => stage.at(role, address, options);

const said = (page) => page.locator(".visually-hidden[role=status]").last();

test("a dragged card meets its gate; the other browser sees it move and by whom", async () => {
  const sales = await board("sales");
  const producer = await board("producer");
  const card = cards(sales, H1, "preparing").last();
  const title = await titleOf(card);
  await carry(sales, card, column(sales, H1, "submitted"));
  await column(sales, H1, "submitted").getByText(/^Asks for/).waitFor();
  await column(sales, H1, "accepted").getByText("A handoff that is in preparation cannot become accepted.").waitFor();
  await sales.mouse.up();

  const submit = dialog(sales).getByRole("button", { name: "Submit SOW package" });
  await submit.click();
  await dialog(sales).getByText("Fill in the items above").waitFor();
  await fill(sales, "https://example.com/budget");
  await submit.click();

  const arrived = column(producer, H1, "submitted").locator(".handoff-card", { hasText: title });
  await arrived.getByText("moved this").waitFor();
  assert.equal(await arrived.locator(".card-items").innerText(), "5/5");
  assert.equal(await arrived.count(), 1, "it is there once");
  assert.equal(await sales.getByText("moved this").count(), 0, "own moves are not told to their mover");
  assert.deepEqual([...sales.complaints, ...producer.complaints], []);
});

test("keys carry a card, say where it is, and ask why it goes back", async () => {
  const sales = await board("sales");
  const title = await submitted(sales);
  const producer = await board("producer");
  await cards(producer, H1, "submitted").first().focus();
  await producer.keyboard.press("Space");
  await said(producer).getByText(`${title} picked up from Submitted`, { exact: false }).waitFor();
  await producer.keyboard.press("ArrowRight");
  await said(producer).getByText("In review.").waitFor();
  await producer.keyboard.press("Escape");
  await said(producer).getByText("put back into Submitted", { exact: false }).waitFor();
  assert.match(await producer.evaluate(() => document.activeElement.textContent), new RegExp(title));

  await producer.keyboard.press("Enter");
  await producer.keyboard.press("ArrowLeft");
  await said(producer).getByText("Preparing. Asks for a reason.").waitFor();
  await producer.keyboard.press("Enter");
  await dialog(producer).getByLabel("What is missing or wrong?").fill("The budget is last year's");
  await dialog(producer).getByRole("button", { name: "Return with a reason" }).click();
  const back = column(sales, H1, "preparing").locator(".handoff-card", { hasText: title });
  await back.getByText("returned once").waitFor();
  await producer.waitForFunction((title) => document.activeElement.textContent.includes(title), title);
});

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

/** In the page: a dialog hears that it was closed half a second late, as on a busy machine. */
function closingIsHeardLate() {
  const hear = (event) => {
    if (event.heardLate) return;
    event.stopImmediatePropagation();
    const again = Object.assign(new Event("close"), { heardLate: true });
    setTimeout(() => event.target.dispatchEvent(again), 500);
  };
  window.addEventListener("close", hear, true);
}

test("a move on a stale card shows the present state, keeps what was typed and lets one go on", async () => {
  const sales = await board("sales");
  const late = await stage.signedIn("admin");
  await late.route("**/live*", (route) => route.abort());
  await late.addInitScript(closingIsHeardLate);
  await visit(late, "/board");
  const card = cards(late, H1, "preparing").last();
  const title = await titleOf(card);
  await carry(late, card, column(late, H1, "submitted"));
  await late.mouse.up();
  await fill(late, "What the late one typed");

  // Meanwhile Sales writes into the same package.
  await column(sales, H1, "preparing").getByRole("link", { name: title }).click();
  await sales.getByRole("link", { name: "Signed SOW: edit" }).click();
  await sales.getByLabel("Value over the whole term").fill("105,000.00");
  await sales.getByRole("button", { name: "Save", exact: true }).click();
  await sales.getByText("Saved the SOW", { exact: true }).waitFor();

  await dialog(late).getByRole("button", { name: "Submit SOW package" }).click();
  await dialog(late).getByText("It is in Preparing now. What you typed is kept", { exact: false }).waitFor();
  await late.waitForTimeout(600);
  assert.equal(await dialog(late).locator("textarea[name^=item]").first().inputValue(), "What the late one typed");
  await dialog(late).getByRole("button", { name: "Submit SOW package" }).click();
  await column(late, H1, "submitted").getByRole("link", { name: title }).waitFor();
});

test("a lost line is seen; a move made meanwhile is sent when it is back, and nothing is missed", async () => {
  const sales = await board("sales");
  const title = await submitted(sales);
  const producer = await board("producer");
  await producer.context().setOffline(true);
  await producer.getByText("No connection", { exact: false }).waitFor();
  const card = column(producer, H1, "submitted").locator(".handoff-card", { hasText: title });
  await card.hover();
  await card.getByRole("button", { name: "Move to…" }).click();
  await producer.getByRole("button", { name: "Take into review" }).click();
  await column(producer, H1, "in_review").locator(".handoff-card.pending", { hasText: title }).waitFor();
  await producer.context().setOffline(false);
  await column(sales, H1, "in_review").getByRole("link", { name: title }).waitFor();
  await producer.locator(".handoff-card.pending").waitFor({ state: "detached" });
});

test("filters and folds stand in the address and come back with it", async () => {
  const page = await board("producer");
  await page.getByRole("link", { name: "At risk" }).click();
  await page.waitForURL(/risk=1/);
  await page.getByRole("heading", { name: "Generative → Production" }).getByRole("link").click();
  await page.waitForURL(/fold=3/);
  assert.equal(await column(page, H3, "preparing").count(), 0);
  await page.getByLabel("Find a handoff").fill("nobody is called this");
  await page.waitForURL(/q=nobody/);
  await page.getByText("No handoff matches this filter").waitFor();
  await column(page, H1, "accepted").getByText("0", { exact: true }).waitFor();
  await page.reload();
  await hydrated(page);
  await page.getByText("No handoff matches this filter").waitFor();
  await page.getByRole("link", { name: "Show all handoffs" }).click();
  await page.waitForURL((url) => url.search === "");
  await cards(page, H3, "preparing").first().waitFor();
});

test("a finger that rests lifts a card, one that swipes scrolls", async () => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const page = await board("sales", "/board?kind=1", phone);
  const card = cards(page, H1, "preparing").first();
  const { x, y } = await card.boundingBox();
  const session = await page.context().newCDPSession(page);
  const touch = (type, points) => session.send("Input.dispatchTouchEvent", { type, touchPoints: points });

  await touch("touchStart", [{ x: x + 40, y: y + 30 }]);
  await touch("touchMove", [{ x: x + 40, y: y + 5 }]);
  await page.waitForTimeout(500);
  assert.equal(await page.locator(".handoff-card.carried").count(), 0);
  await touch("touchEnd", []);

  await touch("touchStart", [{ x: x + 40, y: y + 30 }]);
  await page.locator(".handoff-card.carried").waitFor();
  await touch("touchMove", [{ x: x + 42, y: y + 34 }]);
  await touch("touchEnd", []);
  await page.locator(".handoff-card.carried").waitFor({ state: "detached" });
  await page.locator(".handoff-card.ghost").waitFor({ state: "detached" });
});

test("the board can be read, and a handoff moved, with scripts off", async () => {
  const page = await stage.signedIn("generative", { javaScriptEnabled: false });
  await page.goto("/board");
  await cards(page, H3, "preparing").first().waitFor();
  await cards(page, H3, "preparing").first().getByRole("link").click();
  await page.getByRole("heading", { name: "What is handed over" }).waitFor();
});
