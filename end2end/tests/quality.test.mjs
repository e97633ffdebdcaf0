// A deliverable's way through QC: made in versions, failed by a line, made again, accepted, counted, and seen by its client.
import assert from "node:assert/strict";
import { test } from "node:test";
import { card, dialog } from "../support/board.mjs";
import { forgiveRefusals, visit } from "../support/browser.mjs";
import { chooseWork } from "../support/request.mjs";
import { setStage } from "../support/stage.mjs";

const stage = setStage();

const file = (name) => ({ name, mimeType: "video/mp4", buffer: Buffer.from("a film") });
const deliverable = (page) => page.locator("section").filter({ has: page.getByRole("heading", { name: "Deliverable", exact: true }) });
const version = (page, number) => deliverable(page).locator(".package-item").filter({ has: page.getByRole("heading", { name: `Version ${number}`, exact: true }) });

/** The client asks for something, and the producer takes it into production; answers where its deliverable is handed over. */
async function inProduction(title) {
  const client = await stage.at("client", "/portal/new");
  await chooseWork(client);
  await client.getByLabel("What is it called?").fill(title);
  await client.getByRole("button", { name: "Send request" }).click();
  await client.waitForURL(/\/portal\/jobs\/[0-9a-f-]+/);
  const job = new URL(client.url()).pathname.split("/").pop();
  const producer = await stage.at("producer", `/jobs/${job}`);
  await producer.getByRole("button", { name: "Accept", exact: true }).click();
  await producer.getByRole("button", { name: "Start production" }).click();
  const link = producer.getByRole("link", { name: "Open its handoff to submit the deliverable" });
  await link.waitFor();
  return { client, producer, job, handoff: await link.getAttribute("href") };
}

/** The maker uploads a file, checks every line and submits. */
async function handOver(page, name, number) {
  await version(page, number).getByLabel("Add files").setInputFiles(file(name));
  await page.getByRole("button", { name: "Upload" }).click();
  await version(page, number).getByRole("link", { name }).first().waitFor();
  for (const box of await page.locator(".own-check input").all()) await box.check();
  await page.getByRole("button", { name: "Save the version" }).click();
  await page.getByText("Version saved").first().waitFor();
  await page.locator(".gaps").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Submit deliverable" }).click();
  await page.locator(".stages .now", { hasText: "Submitted" }).waitFor();
}

/** Says the same of every line of the checklist, once the form is there. */
async function judge(page, says) {
  await page.locator(".qc-row").first().waitFor();
  for (const row of await page.locator(".qc-row").all()) await row.getByLabel(says).check();
}

/** First verdicts and retakes as the page of quality counts them. */
async function counted(page) {
  await page.goto("/quality");
  const text = await page.locator(".quality .section .muted").last().innerText();
  const figures = await page.locator(".quality-figure strong").allInnerTexts();
  const [, passed, firsts] = text.match(/(\d+) of (\d+) deliverables/) ?? [0, 0, 0];
  return { passed: Number(passed), firsts: Number(firsts), retakes: Number(figures[1]) };
}

test("a version fails a line, the next one passes, and the client sees what was delivered", async () => {
  const { client, producer, job, handoff } = await inProduction("A film for the quality test");
  const before = await counted(producer);
  const maker = await stage.at("generative", handoff);
  await handOver(maker, "first-cut.mp4", 1);

  await visit(producer, handoff);
  const failed = producer.locator(".qc-row").first();
  const line = await failed.locator("legend").innerText();
  await failed.getByLabel("Fail").check();
  await failed.getByPlaceholder("Note").fill("Four fingers");
  await producer.getByRole("button", { name: "Return for a retake" }).click();
  await producer.locator(".stages .now", { hasText: "Preparing" }).waitFor();
  await version(producer, 1).getByText("Retake", { exact: true }).waitFor();
  await version(producer, 1).locator(".qc-lines .failed", { hasText: line }).getByText("Four fingers").waitFor();

  // The maker's page follows: version 2 begins, version 1 stays as it was.
  await version(maker, 2).waitFor();
  await version(maker, 1).locator(".failed", { hasText: line }).waitFor();
  await handOver(maker, "second-cut.mp4", 2);
  await version(producer, 2).waitFor();
  await judge(producer, "Pass");
  await producer.getByRole("button", { name: "Accept version 2" }).click();
  await producer.locator(".stages .now", { hasText: "Accepted" }).waitFor();

  const now = await counted(producer);
  assert.deepEqual(now, { passed: before.passed, firsts: before.firsts + 1, retakes: before.retakes + 1 });
  await producer.locator(".quality-bar", { hasText: line }).getByRole("link").last().click();
  await producer.getByRole("heading", { name: `Retakes: ${line}` }).waitFor();
  await producer.getByRole("link", { name: "A film for the quality test" }).first().waitFor();

  await client.goto(`/portal/jobs/${job}`);
  await client.getByRole("heading", { name: "What we delivered" }).waitFor();
  const seen = await client.locator("main").innerText();
  assert.ok(seen.includes("second-cut.mp4") && !seen.includes("first-cut.mp4"), seen);
  for (const own of ["Four fingers", line, "Retake", "Version"]) assert.ok(!seen.includes(own), `the client reads “${own}”`);
  assert.deepEqual(producer.complaints, []);
  assert.deepEqual(maker.complaints, []);
});

test("no way leads past the verdict, and each refusal leads to it", async () => {
  const title = `Not judged yet ${Date.now() % 100_000}`;
  const { producer, handoff } = await inProduction(title);
  const maker = await stage.at("generative", handoff);
  await handOver(maker, "cut.mp4", 1);
  const search = `q=${encodeURIComponent(title)}`;

  // Several at once: it stays, and its line leads to its page.
  await visit(producer, `/board/list?${search}`);
  await producer.getByLabel("Choose all").check();
  await producer.getByLabel("Move to").selectOption("accepted");
  await producer.getByText("A deliverable is accepted by QC's verdict on its page, line by line.").waitFor();
  await producer.getByRole("button", { name: "Move", exact: true }).click();
  const stays = producer.locator("#bulk-result li.bad");
  await stays.getByText(/QC has judged 0 of \d+ lines/).waitFor();
  assert.equal(await stays.getByRole("link").getAttribute("href"), handoff);

  // From the board's menu the dialog asks, and takes no half of an answer.
  await visit(producer, `/board?${search}`);
  await card(producer, 3, "submitted", title).getByRole("button", { name: "Move to…" }).click();
  await producer.getByRole("group", { name: "Move to" }).getByRole("button", { name: /^Accept/ }).click();
  await dialog(producer).getByText("What passed?").waitFor();
  await dialog(producer).getByRole("checkbox").first().check();
  await dialog(producer).getByRole("button", { name: "Accept", exact: true }).click();
  await dialog(producer).getByText(/QC has judged 1 of \d+ lines/).waitFor();
  await dialog(producer).getByRole("link", { name: /judge it on its page/ }).click();
  await producer.waitForURL((url) => url.pathname === handoff);

  // The header of its page leads to the form, which takes no half either.
  await producer.getByRole("link", { name: "Give the verdict" }).click();
  await producer.waitForFunction(() => document.activeElement?.id === "verdict");
  await producer.locator(".qc-row").first().getByLabel("Pass").check();
  await producer.getByRole("button", { name: "Accept version 1" }).click();
  await producer.locator(".qc-form").getByText(/QC has judged 1 of \d+ lines/).waitFor();
  await producer.locator(".stages .now", { hasText: "Submitted" }).waitFor();
  await judge(producer, "Pass");
  await producer.getByRole("button", { name: "Accept version 1" }).click();
  await producer.locator(".stages .now", { hasText: "Accepted" }).waitFor();
  forgiveRefusals(producer);
  assert.deepEqual(producer.complaints, []);
});

test("the dialog of a return asks which lines failed", async () => {
  const { producer, handoff } = await inProduction("Returned from the board");
  const maker = await stage.at("generative", handoff);
  await handOver(maker, "cut.mp4", 1);
  await visit(producer, handoff);
  await producer.getByRole("button", { name: "Return with a reason" }).click();
  const dialog = producer.getByRole("dialog");
  await dialog.getByText("What failed?").waitFor();
  await dialog.getByRole("checkbox").nth(1).check();
  await dialog.getByRole("button", { name: "Return with a reason" }).click();
  await version(producer, 1).locator(".qc-lines .failed").waitFor();
});

test("without scripts the version is made and judged by plain forms", async () => {
  const { handoff } = await inProduction("Judged without scripts");
  const maker = await stage.signedIn("generative", { javaScriptEnabled: false });
  await maker.goto(handoff);
  await maker.getByLabel("Link to the work").fill("https://example.com/cut");
  for (const box of await maker.locator(".own-check input").all()) await box.check();
  await maker.getByRole("button", { name: "Save the version" }).click();
  await maker.goto(handoff);
  await maker.getByRole("button", { name: "Submit deliverable" }).click();
  await maker.goto(handoff);
  await version(maker, 1).getByText("Waits for QC").waitFor();
  const producer = await stage.signedIn("producer", { javaScriptEnabled: false });
  await producer.goto(handoff);
  await producer.locator(".qc-row").first().getByLabel("Fail").check();
  await producer.getByRole("button", { name: "Return for a retake" }).click();
  await producer.goto(handoff);
  await version(producer, 1).getByText("Retake", { exact: true }).waitFor();
});
