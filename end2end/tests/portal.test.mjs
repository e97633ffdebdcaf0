// The portal, as a client uses it: with scripts and without, with files, live; and what another client never sees.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { hydrated, visit } from "../support/browser.mjs";
import { answerForm, chooseWork } from "../support/request.mjs";
import { setStage } from "../support/stage.mjs";

const stage = setStage();

const file = { name: "storyboard.png", mimeType: "image/png", buffer: Buffer.from("89504e470d0a1a0a", "hex") };

/** Fills the form and sends it; resolves on the request's page. */
async function request(page, title) {
  await chooseWork(page);
  await page.getByLabel("What is it called?").fill(title);
  await page.getByLabel("What do you need?").fill("Thirty seconds, no text.");
  await page.locator("#files").setInputFiles(file);
  await page.getByRole("button", { name: "Send request" }).click();
  await page.waitForURL(/\/portal\/jobs\/[0-9a-f-]{36}$/);
}

describe("a new request", () => {
  test("shows its promise first, and its receipt and files afterwards", async () => {
    const page = await stage.signedIn("client");
    await visit(page, "/portal/new");
    const card = page.locator("label.workflow-card").first();
    assert.match(await card.innerText(), /by .*\d\d:\d\d\s+\d+ business day/);
    await request(page, "A film with scripts");
    await page.getByRole("heading", { name: "A film with scripts" }).waitFor();
    await page.getByRole("heading", { name: /What happens next/ }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download storyboard.png" }).click(),
    ]);
    assert.equal(download.suggestedFilename(), "storyboard.png");
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });

  test("keeps what was typed over a fault and a reload", async () => {
    const page = await stage.signedIn("client");
    await visit(page, "/portal/new");
    await page.getByLabel("What do you need?").fill("A long brief.");
    await page.getByRole("button", { name: "Send request" }).click();
    await page.getByRole("alert").getByText("The title is empty").waitFor();
    assert.equal(await page.getByLabel("What is it called?").getAttribute("aria-invalid"), "true");
    await page.getByLabel("What is it called?").fill("Not lost");
    await page.getByText("The title is empty").first().waitFor({ state: "detached" });
    assert.equal(await page.getByLabel("What is it called?").getAttribute("aria-invalid"), null);
    await page.reload();
    await hydrated(page);
    assert.equal(await page.getByLabel("What is it called?").inputValue(), "Not lost");
    assert.equal(await page.getByLabel("What do you need?").inputValue(), "A long brief.");
    await page.context().close();
  });

  for (const javaScriptEnabled of [true, false]) {
    test(`asks for what its kind of work needs, with scripts ${javaScriptEnabled ? "on" : "off"}`, async () => {
      const page = await stage.signedIn("client", { javaScriptEnabled });
      await page.goto("/portal/new");
      if (javaScriptEnabled) await hydrated(page);
      const forms = page.locator(".request-asked");
      assert.equal(await forms.filter({ visible: true }).count(), 0, "nothing is asked before a kind of work is chosen");
      const card = page.locator(".workflow-card:has(+ .request-asked):not(:has(+ .request-asked .field:only-of-type))").first();
      const needs = `What we need for “${(await card.locator("strong").first().innerText()).trim()}”`;
      await card.getByRole("radio").check();
      const shown = forms.filter({ visible: true });
      assert.equal(await shown.count(), 1);
      assert.equal(await shown.locator("legend").innerText(), needs);

      await page.getByLabel("What is it called?").fill("What it needs");
      await page.getByRole("button", { name: "Send request" }).click();
      await page.getByRole("alert").getByText("this kind of work cannot begin without").first().waitFor();
      assert.equal(await page.getByLabel("What is it called?").inputValue(), "What it needs");
      await answerForm(page);
      const asked = await shown.locator("textarea").first().inputValue().catch(() => "");
      await page.getByRole("button", { name: "Send request" }).click();
      await page.waitForURL(/\/portal\/jobs\/[0-9a-f-]{36}$/);
      await page.getByRole("heading", { name: "What you told us" }).waitFor();
      if (asked) await page.getByText(asked).first().waitFor();
      const producer = await stage.signedIn("producer");
      await producer.goto(new URL(page.url()).pathname.replace("/portal", ""));
      await producer.locator(".request-answers dt").first().waitFor();
      await page.context().close();
      await producer.context().close();
    });
  }

  test("works with scripts off, refusals included", async () => {
    const page = await stage.signedIn("client", { javaScriptEnabled: false });
    await page.goto("/portal/new");
    await chooseWork(page);
    await page.getByLabel("What is it called?").fill("   ");
    await page.getByLabel("What do you need?").fill("Kept <b>as typed</b>");
    await page.getByRole("button", { name: "Send request" }).click();
    await page.waitForURL(/\/portal\/new$/);
    await page.getByRole("alert").getByText("The title is empty").waitFor();
    assert.equal(await page.getByLabel("What do you need?").inputValue(), "Kept <b>as typed</b>");
    await request(page, "A film without scripts");
    await page.getByText("Cancel this request").click();
    await page.getByRole("button", { name: "Yes, cancel it" }).click();
    await page.getByText("Nothing is owed any more").waitFor();
    await page.context().close();
  });
});

describe("a request that is followed", () => {
  test("appears at the producer's at once, and asks and answers go both ways without a reload", async () => {
    const client = await stage.signedIn("client");
    const producer = await stage.signedIn("producer");
    await visit(producer, "/jobs?q=Followed+live");
    await visit(client, "/portal/new");
    await request(client, "Followed live");
    const row = producer.getByRole("row").filter({ hasText: "Followed live" });
    await row.getByRole("link", { name: "Followed live" }).click();
    await producer.getByRole("button", { name: "Accept", exact: true }).click();
    await client.getByRole("list").getByText("Accepted", { exact: true }).waitFor();

    await producer.getByText("Ask the client and hold").click();
    await producer.getByLabel("What does the client have to tell us?").fill("Which logo?");
    await producer.getByRole("button", { name: "Ask and put on hold" }).click();
    await client.getByRole("heading", { name: "We have a question" }).waitFor();
    await client.getByLabel("Your answer").fill("The new one, attached.");
    await client.locator("section").filter({ hasText: "We have a question" }).getByLabel("Files").setInputFiles(file);
    await client.getByRole("button", { name: "Send answer" }).click();
    await producer.getByText("The new one, attached.").waitFor();
    await producer.getByText("Resumed: the clock runs again").waitFor();

    await producer.getByRole("button", { name: "Start production" }).click();
    await producer.getByRole("link", { name: /Open its handoff/ }).waitFor();
    await client.getByText("Work has begun").waitFor();
    assert.deepEqual([...client.complaints, ...producer.complaints], []);
    await client.context().close();
    await producer.context().close();
  });

  test("is asked about while the work goes on", async () => {
    const client = await stage.signedIn("client");
    const producer = await stage.signedIn("producer");
    await visit(client, "/portal/new");
    await request(client, "Asked about");
    await visit(producer, client.url().replace("/portal/", "/"));
    await producer.getByText("Ask the client", { exact: true }).click();
    await producer.getByLabel("What do you want to know?").fill("In which languages?");
    await producer.getByRole("button", { name: "Send the question" }).click();
    await producer.getByText("Question open").waitFor();
    await producer.getByText("Submitted", { exact: true }).waitFor();
    await client.getByText("In which languages?").first().waitFor();
    await client.getByLabel("Your answer").fill("English alone.");
    await client.getByRole("button", { name: "Send answer" }).click();
    await producer.getByText("Question open").waitFor({ state: "detached" });
    await producer.getByText("English alone.").waitFor();
    await client.context().close();
    await producer.context().close();
  });

  test("is not there for somebody else", async () => {
    const client = await stage.signedIn("client");
    const producer = await stage.signedIn("producer");
    await producer.goto("/jobs");
    const own = await client.request.get("/portal/jobs/01890000-0000-7000-8000-000000000000");
    assert.equal(own.status(), 404);
    const links = await producer.locator('a[href^="/jobs/"]').evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    const ids = [...new Set(links.map((link) => link.slice("/jobs/".length)))];
    const answers = await Promise.all(ids.map((id) => client.request.get(`/portal/jobs/${id}`)));
    const statuses = new Set(answers.map((answer) => answer.status()));
    assert.ok(statuses.has(404), "jobs of other companies do not exist for a client");
    for (const answer of answers.filter((answer) => answer.status() === 404)) {
      assert.match(await answer.text(), /There is no such job, or it is not yours to see\./);
    }
    await client.context().close();
    await producer.context().close();
  });
});
