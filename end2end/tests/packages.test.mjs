// Packages: an SOW package filled in section by section on its page, its timeline dragged, and submitted.
import assert from "node:assert/strict";
import { test } from "node:test";
import { forgiveRefusals } from "../support/browser.mjs";
import { setStage } from "../support/stage.mjs";

const stage = setStage();

const section = (page, title) => page.locator(".package-item").filter({ has: page.getByRole("heading", { name: title }) });

/** The page of an H1 in preparation. */
async function sowPackage() {
  const page = await stage.at("sales", "/board");
  const card = page.locator('.column[data-kind="1"][data-stage="preparing"] .card-title').first();
  await card.click();
  await page.getByRole("heading", { name: "What is handed over" }).waitFor();
  return page;
}

async function edit(page, title) {
  await page.getByRole("link", { name: `${title}: edit` }).click();
  return section(page, title).locator("form");
}

async function save(page, form) {
  await form.getByRole("button", { name: "Save", exact: true }).click();
  await form.waitFor({ state: "detached" });
}

test("Sales fills an SOW package from its usual lines to the signed document, and submits it", async () => {
  const page = await sowPackage();
  const usual = page.getByRole("button", { name: "Fill what is empty with its usual lines" });
  if (await usual.count()) {
    await page.getByLabel("Kind of engagement").selectOption("campaign");
    await usual.click();
    await usual.waitFor({ state: "detached" });
  }

  // A milestone without a day is refused where it is, and what was typed stays.
  const milestones = await edit(page, "Milestones and timeline");
  await milestones.getByRole("button", { name: "Add a line" }).click();
  const last = milestones.locator(".line").last();
  await last.getByLabel("Milestone").fill("Hand over the source files");
  await milestones.getByRole("button", { name: "Save", exact: true }).click();
  await milestones.getByText("The milestone's day is empty", { exact: false }).waitFor();
  assert.equal(await last.getByLabel("Day").getAttribute("aria-invalid"), "true");
  forgiveRefusals(page);
  const first = await milestones.locator(".line").first().getByLabel("Day").inputValue();
  await last.getByLabel("Day").fill(first);
  await last.getByLabel("Owner").selectOption({ index: 1 });

  // Keys and the mouse move a milestone along the line.
  const mark = milestones.getByRole("slider", { name: "Hand over the source files" });
  await mark.focus();
  await page.keyboard.press("PageUp");
  const week = await last.getByLabel("Day").inputValue();
  assert.equal((Date.parse(week) - Date.parse(first)) / 86_400_000, 7);
  const box = await mark.locator("circle").boundingBox();
  await page.mouse.move(box.x + 10, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y + 10, { steps: 5 });
  await page.mouse.up();
  assert.ok((await last.getByLabel("Day").inputValue()) > week, "dragged to a later day");
  await save(page, milestones);
  await section(page, "Milestones and timeline").locator("ol.milestones").getByText("Hand over the source files").waitFor();

  // A budget over half of the fee is warned of.
  const budget = await edit(page, "Budget");
  await budget.getByRole("button", { name: "Add a line" }).click();
  const line = budget.locator(".line").last();
  await line.getByLabel("What for").fill("A shoot on location");
  await line.getByLabel("Over the term").fill("900,000");
  await budget.getByText(/under the plan's/).waitFor();
  await save(page, budget);

  await page.locator('input[type="file"]').setInputFiles({ name: "sow.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n") });
  await page.getByRole("button", { name: "Upload" }).click();
  await page.getByRole("link", { name: "sow.pdf" }).first().waitFor();
  const sow = await edit(page, "Signed SOW");
  await sow.getByLabel("Signed document").selectOption({ label: "sow.pdf" });
  await sow.getByLabel("Value over the whole term").fill("120,000.00");
  await save(page, sow);

  await page.getByRole("button", { name: "Submit SOW package" }).click();
  await page.locator(".stages .now", { hasText: "Submitted" }).waitFor();
  assert.equal(await page.getByRole("link", { name: /: edit$/ }).count(), 0, "nothing is edited once it is submitted");
  assert.deepEqual(page.complaints, []);
});

test("without scripts the form of a section opens, posts and drops empty lines", async () => {
  const page = await stage.signedIn("sales", { javaScriptEnabled: false });
  await page.goto("/board");
  const href = await page.locator('.column[data-kind="1"][data-stage="preparing"] a[href^="/handoffs/"]').first().getAttribute("href");
  await page.goto(href);
  const form = await edit(page, "Staffing plan");
  const last = form.locator(".line").last();
  await last.getByLabel("Title").fill("Preditor");
  await last.getByLabel("Hours a week").fill("12.5");
  await last.getByLabel("From").fill("2026-12-01");
  await form.getByRole("button", { name: "Save", exact: true }).click();
  await page.goto(href);
  await section(page, "Staffing plan").getByText("12.5").first().waitFor();
});
