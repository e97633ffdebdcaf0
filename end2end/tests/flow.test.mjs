// Working with handoffs: limits, places, taking back, late entries, the list, kept views.
import assert from "node:assert/strict";
import { test } from "node:test";
import { cards, carry, column, dialog, submitted, titleOf } from "../support/board.mjs";
import { violations } from "../support/axe.mjs";
import { forgiveRefusals, hydrated, visit } from "../support/browser.mjs";
import { chooseWork } from "../support/request.mjs";
import { setStage } from "../support/stage.mjs";

const H1 = 1;

const stage = setStage({ anew: true });

const toast = (page, text) => page.locator(".toast", { hasText: text });

test("a move is taken back from its message, and the history tells both", async () => {
  const page = await stage.at("sales", "/board");
  const title = await submitted(page);
  await toast(page, "moved to Submitted").getByRole("button", { name: "Undo" }).click();
  await column(page, H1, "preparing").locator(".handoff-card", { hasText: title }).waitFor();
  await page.getByRole("link", { name: title }).first().click();
  await page.getByText("took back that it was submitted").waitFor();
  await page.getByText("Taken back", { exact: true }).waitFor();
  assert.deepEqual(page.complaints, []);
});

test("a full column asks why, and says that it is over its limit", async () => {
  const producer = await stage.at("producer", "/board/limits");
  const there = await stage.at("sales", "/board");
  const count = await cards(there, H1, "submitted").count();
  const most = Math.max(count, 1);
  await producer.getByLabel("At most, Sales → Production, Submitted").fill(String(most));
  await producer.getByLabel("What the limit does, Sales → Production, Submitted").selectOption("true");
  await producer.getByRole("row", { name: /Sales → Production/ }).getByRole("button", { name: "Save" }).nth(1).click();
  await column(there, H1, "submitted").getByText(`/${most}`).waitFor();
  for (let moved = count; moved < most; moved += 1) await submitted(there);
  const card = cards(there, H1, "preparing").last();
  const title = await titleOf(card);
  await carry(there, card, column(there, H1, "submitted"));
  await there.mouse.up();
  await dialog(there).getByText(`${most} of at most ${most} are there already`).waitFor();
  for (const field of await dialog(there).locator("textarea[name^=item]").all()) await field.fill("There");
  await dialog(there).getByRole("button", { name: "Submit SOW package" }).click();
  await dialog(there).getByText("Say why this one goes beyond the limit, or leave it as it is.", { exact: true }).waitFor();
  await dialog(there).getByLabel("Why does it go beyond the limit?").fill("The client waits");
  await dialog(there).getByRole("button", { name: "Submit SOW package" }).click();
  await column(there, H1, "submitted").locator(".handoff-card", { hasText: title }).waitFor();
  await column(there, H1, "submitted").getByText(`${most + 1}/${most} over`).waitFor();
});

test("a card is put above another, for everybody", async () => {
  const page = await stage.at("producer", "/board");
  const other = await stage.at("sales", "/board");
  const preparing = cards(page, 3, "preparing");
  assert.ok((await preparing.count()) > 1, "two deliverables are in preparation");
  const title = await titleOf(preparing.nth(1));
  await carry(page, preparing.nth(1), preparing.first());
  const top = await preparing.first().boundingBox();
  await page.mouse.move(top.x + 60, top.y + 6, { steps: 3 });
  await page.mouse.up();
  await other.waitForFunction(
    (title) => document.querySelector('.column[data-kind="3"][data-stage="preparing"] .card-title')?.textContent.includes(title),
    title,
  );
});

test("the list is sorted, grouped and moved with the keyboard, with a line for each", async () => {
  const page = await stage.at("sales", "/board/list?kind=1");
  await page.getByRole("link", { name: "By stage" }).press("Enter");
  await page.locator(".group-head").first().waitFor();
  await page.getByRole("link", { name: "Client", exact: true }).press("Enter");
  await page.locator('th[aria-sort="ascending"]', { hasText: "Client" }).waitFor();
  assert.match(page.url(), /group=stage/);
  await page.getByLabel("Choose all").press("Space");
  await page.getByLabel("Why without what is missing?").fill("Tried all at once");
  await page.getByRole("button", { name: "Move", exact: true }).press("Enter");
  const result = page.locator("#bulk-result");
  await result.getByText("moved").first().waitFor();
  assert.ok((await result.locator("li").count()) > 1);
  assert.deepEqual(page.complaints, []);
});

test("a view is kept under a name, and leads back", async () => {
  const page = await stage.at("producer", "/board?risk=1");
  await page.getByRole("link", { name: "Views" }).click();
  await page.getByLabel("Name").fill("Burning");
  await page.getByRole("button", { name: "Keep" }).click();
  await page.getByRole("link", { name: "Burning" }).click();
  await page.waitForURL(/\/board\?risk=1/);
});

test("what happened yesterday is entered with its time", async () => {
  const page = await stage.at("sales", "/board");
  const title = await titleOf(cards(page, H1, "preparing").last());
  await page.getByRole("link", { name: title }).last().click();
  await page.getByText("It happened earlier").click();
  await page.getByLabel("When it happened").fill("2000-01-01T10:00");
  await page.getByRole("button", { name: "Submit SOW package" }).click();
  const refused = page.getByText("Something happened to this handoff after that");
  await dialog(page).or(refused).first().waitFor();
  if (await dialog(page).isVisible()) {
    for (const field of await dialog(page).locator("textarea[name^=item]").all()) await field.fill("There");
    await dialog(page).getByRole("button", { name: "Submit SOW package" }).click();
  }
  await refused.waitFor();
});

test("keys carry a card up and down its column, say where, and it can be put back", async () => {
  const page = await stage.at("producer", "/board");
  const preparing = cards(page, 3, "preparing");
  assert.ok((await preparing.count()) > 1, "two deliverables are in preparation");
  const [first, second] = [await titleOf(preparing.nth(0)), await titleOf(preparing.nth(1))];
  const said = page.locator(".visually-hidden[role=status]").last();
  await preparing.nth(1).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowUp");
  await said.getByText(/^Place 1 of \d+ in Preparing\.$/).waitFor();
  assert.equal(await preparing.nth(0).getAttribute("data-drop"), "above");
  await page.keyboard.press("Space");
  await toast(page, `${second} placed on top of Preparing`).waitFor();
  await page.waitForFunction((title) => document.activeElement.textContent.includes(title), second);
  assert.equal(await titleOf(preparing.nth(0)), second);
  await toast(page, "placed on top").getByRole("button", { name: "Undo" }).click();
  await toast(page, `${second} placed below ${first}`).waitFor();
  assert.equal(await titleOf(preparing.nth(0)), first);
  assert.deepEqual(page.complaints, []);
});

test("a move on the board is entered with the time at which it happened", async () => {
  const page = await stage.at("sales", "/board");
  const card = cards(page, H1, "preparing").last();
  const title = await titleOf(card);
  await card.hover();
  await card.getByRole("button", { name: "Move to…" }).click();
  await page.getByRole("group", { name: "Move to" }).getByLabel("It happened earlier").check();
  await page.getByRole("button", { name: "Submit SOW package" }).click();
  const send = dialog(page).getByRole("button", { name: "Submit SOW package" });
  await send.waitFor();
  for (const field of await dialog(page).locator("textarea[name^=item]").all()) await field.fill("There");
  await dialog(page).getByLabel("When it happened").fill("2000-01-01T10:00");
  await send.click();
  await dialog(page).getByText("Something happened to this handoff after that").waitFor();
  await dialog(page).getByLabel("When it happened").fill("");
  await send.click();
  await column(page, H1, "submitted").locator(".handoff-card", { hasText: title }).waitFor();
});

test("a step of a job is taken back from its message, and from the history", async () => {
  const client = await stage.at("client", "/portal/new");
  await chooseWork(client);
  await client.getByLabel("What is it called?").fill("A film to take back");
  await client.getByLabel("What do you need?").fill("Thirty seconds.");
  await client.getByRole("button", { name: "Send request" }).click();
  await client.waitForURL(/\/portal\/jobs\/[0-9a-f-]+/);
  const page = await stage.at("producer", client.url().replace("/portal", ""));
  await page.getByRole("button", { name: "Accept", exact: true }).click();
  await toast(page, "It is accepted now.").getByRole("button", { name: "Undo" }).click();
  await page.getByText("Taken back: ").waitFor();
  await page.getByRole("button", { name: "Accept", exact: true }).click();
  await page.getByRole("button", { name: "Take back" }).click();
  await page.getByRole("button", { name: "Accept", exact: true }).waitFor();
  // The client takes back what the client decided; that page may still be catching up with the steps before.
  await client.reload();
  await hydrated(client);
  await client.getByText("Cancel this request").first().click();
  await client.getByRole("button", { name: "Yes, cancel it" }).click();
  await client.getByText("You cancelled this.").waitFor();
  await client.getByRole("button", { name: "Take back" }).click();
  await client.getByText("You cancelled this.").waitFor({ state: "detached" });
  assert.deepEqual([...page.complaints, ...client.complaints], []);
});

test("a deal that is called off says so, and is closed in order", async () => {
  const page = await stage.at("admin", "/engagements");
  const href = await page.locator('main tr:has-text("Active") a[href^="/engagements/"]').first().getAttribute("href");
  await visit(page, href);
  await page.getByText("End it early").click();
  await page.getByLabel("Last day").fill(new Date(Date.now() + 864e5).toISOString().slice(0, 10));
  await page.getByRole("button", { name: "End this engagement" }).click();
  await page.locator("#end-reason-error span").waitFor();
  forgiveRefusals(page);
  await page.getByLabel("Why does it end?").fill("The client stops its campaigns.");
  await page.getByRole("button", { name: "End this engagement" }).click();
  await page.getByText("Ended early: its last day is", { exact: false }).waitFor();
  await page.getByText("Closing report", { exact: true }).first().waitFor();
  await page.locator("blockquote", { hasText: "The client stops its campaigns." }).waitFor();

  // It can be taken back, from its message and from the page.
  await toast(page, "The engagement was ended").getByRole("button", { name: "Undo" }).click();
  await page.getByText("took that back", { exact: false }).waitFor();
  await page.getByText("Ended early: its last day is", { exact: false }).waitFor({ state: "detached" });
  await page.getByText("End it early").click();
  await page.getByLabel("Last day").fill(new Date(Date.now() + 864e5).toISOString().slice(0, 10));
  await page.getByLabel("Why does it end?").fill("After all.");
  await page.getByRole("button", { name: "End this engagement" }).click();
  await page.locator(".notice", { hasText: "Ended early" }).getByRole("button", { name: "Take back" }).click();
  await page.getByText("took that back", { exact: false }).nth(1).waitFor();
  assert.deepEqual(page.complaints, []);
});

test("a limit is taken back from its message, and from the list of changes", async () => {
  const page = await stage.at("producer", "/board/limits");
  const most = page.getByLabel("At most, Generative → Production, In review");
  const save = page.getByRole("row", { name: /Generative → Production/ }).getByRole("button", { name: "Save" }).nth(2);
  const before = await most.inputValue();
  const shows = async (text) => {
    await page.waitForFunction(
      ([label, text]) => document.querySelector(`[aria-label="${label}"]`)?.value === text,
      ["At most, Generative → Production, In review", text],
    );
  };
  await most.fill("41");
  await save.click();
  await toast(page, "Saved the limit").getByRole("button", { name: "Undo" }).click();
  await shows(before);
  await page.locator(".history li.taken-back").first().getByText("Taken back").waitFor();
  await most.fill("42");
  await save.click();
  const last = page.locator(".history li").first();
  await last.getByText("→ 42", { exact: false }).waitFor();
  await last.getByRole("button", { name: "Take back" }).click();
  await shows(before);
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(page.complaints, []);
});

test("the day on which a pod is needed is taken back from the history", async () => {
  const page = await stage.at("producer", "/board");
  await page.locator('.column[data-kind="2"][data-stage="preparing"] .card-title').first().click();
  const day = page.getByLabel("Needed on");
  await day.waitFor();
  await hydrated(page);
  await day.fill("2031-05-06");
  await page.getByRole("button", { name: "Save the day" }).click();
  const line = page.locator(".history li", { hasText: "needs the pod on" }).first();
  await line.getByRole("button", { name: "Take back" }).click();
  await page.locator(".history").getByText(/took the day back|took back when the pod/).first().waitFor();
  assert.deepEqual(page.complaints, []);
});
