// What a move asks for first: an answer before a pod is assigned, a reason for the way back into a full column; and what stands behind a lane's compliance.
import assert from "node:assert/strict";
import { test } from "node:test";
import { card, cards, carry, column, submitted, titleOf } from "../support/board.mjs";
import { violations } from "../support/axe.mjs";
import { forgiveRefusals, visit } from "../support/browser.mjs";
import { setStage } from "../support/stage.mjs";

const stage = setStage({ anew: true });

const at = (role, address) => stage.at(role, address, { viewport: { width: 1440, height: 1000 } });

/** Submits the first pod request in preparation; answers its title. */
async function podRequest(page) {
  await visit(page, "/board?kind=2");
  const found = cards(page, 2, "preparing").first();
  const title = await titleOf(found);
  await found.getByRole("link").click();
  await page.getByRole("button", { name: "Submit pod request" }).click();
  const now = page.locator(".stages .now", { hasText: "Submitted" });
  const waive = page.getByRole("dialog").locator("textarea[name=waive]");
  await waive.or(now).first().waitFor();
  if (await waive.isVisible()) {
    await waive.fill("Agreed on the phone");
    await page.getByRole("dialog").getByRole("button", { name: "Submit pod request" }).click();
  }
  await now.waitFor();
  return title;
}

test("a pod request is accepted once it is answered, and the refusal leads to the answer", async () => {
  const page = await at("admin", "/board");
  const title = await podRequest(page);
  const accept = page.getByRole("button", { name: "Accept", exact: true });
  await page.getByRole("link", { name: "Say who is available" }).waitFor();
  assert.equal(await accept.count(), 0, "nothing is accepted unanswered");
  assert.deepEqual(await violations(page), []);

  await visit(page, "/board?kind=2");
  await carry(page, card(page, 2, "submitted", title).first(), column(page, 2, "accepted"));
  await page.mouse.up();
  const refusal = page.locator(".toast", { hasText: "Nobody has said yet who is available" });
  await refusal.getByRole("link", { name: "Say who is available" }).click();
  await page.waitForURL(/\/handoffs\/[0-9a-f-]+#availability$/);

  const words = page.getByLabel("Who is free, and from when?");
  const answer = page.getByRole("button", { name: "Answer the request" });
  await answer.waitFor();
  if (await words.count()) await words.fill("Gus, from Monday");
  await answer.click();
  await accept.waitFor();
  await page.getByText("Answer otherwise").waitFor();
  assert.deepEqual(page.complaints, []);
});

test("a move is taken back into a full column with a reason, which its history keeps", async () => {
  const sales = await at("sales", "/board?kind=1");
  const title = await submitted(sales);
  const left = Math.max(await cards(sales, 1, "preparing").count(), 1);
  const producer = await at("producer", "/board/limits");
  await producer.getByLabel("At most, Sales → Production, Preparing").fill(String(left));
  await producer.getByLabel("What the limit does, Sales → Production, Preparing").selectOption("true");
  await producer.getByRole("row", { name: /Sales → Production/ }).getByRole("button", { name: "Save" }).first().click();
  await column(sales, 1, "preparing").getByText(`/${left}`).waitFor();

  await card(sales, 1, "submitted", title).first().getByRole("link").click();
  await sales.locator(".history").getByRole("button", { name: "Take back" }).first().click();
  const dialog = sales.getByRole("dialog");
  await dialog.getByText(`of at most ${left} are there already`).waitFor();
  await dialog.getByRole("button", { name: "Take it back" }).click();
  await dialog.getByText("Say why this one goes beyond the limit").first().waitFor();
  assert.deepEqual(await violations(sales), []);
  await dialog.getByLabel("Why does it go beyond the limit?").fill("Sent by mistake");
  await dialog.getByRole("button", { name: "Take it back" }).click();
  await sales.locator(".stages .now", { hasText: "Preparing" }).waitFor();
  await sales.locator(".history").getByText("Sent by mistake").waitFor();
  forgiveRefusals(sales);
  assert.deepEqual([...sales.complaints, ...producer.complaints], []);
});

test("a lane's compliance opens the records of the quarter behind it", async () => {
  const page = await at("generative", "/board");
  const score = page.locator(".lane-score a").first();
  await score.waitFor();
  await score.click();
  await page.waitForURL(/\/dashboard\?period=\d{4}-Q\d&open=handoff_compliance_1$/);
  await page.getByRole("heading", { name: /compliance/i, level: 2 }).first().waitFor();
  await page.getByRole("navigation", { name: "Which records" }).waitFor();
  assert.deepEqual(page.complaints, []);
});
