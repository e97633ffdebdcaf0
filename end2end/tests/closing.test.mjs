// The closing report: drafted by Baton, written by the producer, printed, packed, accepted and followed up by Sales.
import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "../support/axe.mjs";
import { forgiveRefusals, visit } from "../support/browser.mjs";
import { setStage } from "../support/stage.mjs";

// The smallest PNG there is.
const PICTURE = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

const stage = setStage();

const pagesOf = (pdf) => pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g).length;

test("a closing report goes from its draft to a follow-up that is closed", async () => {
  const page = await stage.at("producer", "/board");
  await page.locator('.column[data-kind="4"][data-stage="preparing"] .card-title').first().click();
  await page.getByRole("heading", { name: "Files" }).waitFor();
  const handoff = new URL(page.url()).pathname;
  await page.getByLabel("Add files").setInputFiles({ name: "hero.png", mimeType: "image/png", buffer: PICTURE });
  await page.getByRole("button", { name: "Upload" }).click();
  await page.getByRole("link", { name: /^hero\.png/ }).waitFor();

  // The draft has its numbers already; saving keeps them with the texts and the picture.
  await visit(page, `${handoff}/report`);
  await page.getByText("A draft: Baton filled in what it knows", { exact: false }).waitFor();
  await page.getByLabel("What happened").fill("Six films in a spring.");
  await page.getByLabel("Use cases for Sales").fill("Launch films in a week.");
  await page.getByRole("checkbox", { name: "hero.png" }).check();
  await page.getByRole("button", { name: "Save the report" }).click();
  await page.getByRole("heading", { name: "The work" }).waitFor();
  assert.deepEqual(await violations(page), []);

  // A slip is taken back from its message; the handoff's history tells both.
  await page.getByLabel("What happened").fill("A slip.");
  await page.getByRole("button", { name: "Save the report" }).click();
  await page.locator(".report").getByText("A slip.").waitFor();
  await page.locator(".toast", { hasText: "Report saved" }).last().getByRole("button", { name: "Undo" }).click();
  await page.locator(".report").getByText("Six films in a spring.").waitFor();
  await visit(page, handoff);
  await page.getByText("took back what was written as the closing report").waitFor();
  await visit(page, `${handoff}/report`);

  // On paper, and in a package.
  assert.ok(pagesOf(await page.pdf({ preferCSSPageSize: true })) <= 4);
  const packed = await page.request.get(`${handoff}/case-study.zip`);
  assert.equal(packed.headers()["content-type"], "application/zip");
  assert.ok((await packed.body()).includes("visuals/01 hero.png"));

  await visit(page, handoff);
  await page.getByRole("button", { name: /^Submit/ }).click();
  await page.locator(".stages .now", { hasText: "Submitted" }).waitFor();

  const sales = await stage.at("sales", handoff);
  await sales.getByRole("button", { name: /^Accept/ }).click();
  await sales.getByLabel("Yes, visuals and use cases are ready").check();
  await sales.getByRole("dialog").getByRole("button", { name: /^Accept/ }).click();
  await sales.locator(".stages .now", { hasText: "Accepted" }).waitFor();

  // What is not decided cannot be closed; what is typed stays.
  await visit(sales, `${handoff}/report`);
  const save = sales.getByRole("button", { name: "Save the follow-up" });
  await sales.getByLabel("Re-engagement").selectOption("renewal");
  await save.click();
  await sales.getByText("Say what the next step towards the renewal is", { exact: false }).waitFor();
  await sales.locator("input[name=next_step]").fill("Send the renewal SOW");
  forgiveRefusals(sales);
  await sales.locator("input[name=next_on]").fill("2027-01-15");
  await sales.getByLabel("NPS asked of").selectOption({ index: 1 });
  await sales.getByLabel("Asked on").fill("2026-11-02");
  await save.click();
  await sales.locator(".toast", { hasText: "Follow-up saved" }).waitFor();
  assert.equal(await sales.getByLabel("Asked on").inputValue(), "2026-11-02");

  // It stands with the engagement until it is closed.
  await visit(sales, "/engagements");
  await sales.getByText("Follow-ups to close").click();
  await sales.getByRole("listitem").filter({ hasText: "Send the renewal SOW, 15 Jan 2027" }).getByRole("link").first().click();
  await sales.getByRole("heading", { name: "Follow-up" }).waitFor();
  await sales.getByLabel("All done: close the follow-up").check();
  await save.click();
  await sales.getByText("Closed", { exact: true }).waitFor();
  assert.deepEqual(await violations(sales), []);
  assert.deepEqual([...page.complaints, ...sales.complaints], []);
});
