// The whole story: a request with a file becomes a job, a handoff, a delivery and a number, on everybody's screen at once.
import assert from "node:assert/strict";
import { test } from "node:test";
import { card, column, drag } from "../support/board.mjs";
import { visit } from "../support/browser.mjs";
import { chooseWork } from "../support/request.mjs";
import { setStage } from "../support/stage.mjs";

const title = `Spring launch hero film ${Date.now() % 100_000}`;
const people = {};
const stage = setStage({
  async people(stage) {
    for (const role of ["client", "producer", "generative", "executive"]) {
      people[role] = await stage.signedIn(role, { viewport: { width: 1440, height: 1000 } });
    }
  },
});

async function open(role, path) {
  const page = people[role];
  await visit(page, path);
  return page;
}

async function requests(page) {
  const tile = page.locator("a.tile").filter({ hasText: "Client job requests" });
  return Number((await tile.locator(".tile-figure").innerText()).replaceAll(/[^0-9]/g, ""));
}

test("a client's request goes all the way", async (t) => {
  const { client, producer, generative, executive } = people;
  let before;
  let job;

  await t.test("the executive's dashboard and the producer's list are open", async () => {
    await open("executive", "/dashboard");
    before = await requests(executive);
    await open("producer", "/jobs");
  });

  await t.test("the client sees the promise, and sends a request with a file", async () => {
    await open("client", "/portal/new");
    await chooseWork(client);
    assert.match(await client.locator(".workflow-promise").first().innerText(), /by /);
    await client.getByLabel("What is it called?").fill(title);
    await client.getByLabel("What do you need?").fill("Thirty seconds, calm, our blue. <b>Not bold.</b>");
    await client.locator("#files").setInputFiles({
      name: "moodboard.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("sea, morning, linen"),
    });
    await client.getByRole("button", { name: "Send request" }).click();
    await client.waitForURL(/\/portal\/jobs\/[0-9a-f-]+/);
    job = client.url().match(/jobs\/([0-9a-f-]+)/)[1];
    await client.getByRole("link", { name: /^moodboard\.txt/ }).waitFor();
    const file = await client.getByRole("link", { name: /^moodboard\.txt/ }).first().getAttribute("href");
    assert.equal(await (await client.request.get(file)).text(), "sea, morning, linen");
  });

  await t.test("the producer's open page shows it at once", async () => {
    await producer.getByRole("link", { name: title }).waitFor({ timeout: 5_000 });
  });

  await t.test("the producer accepts it and starts production; the client's page follows", async () => {
    await open("producer", `/jobs/${job}`);
    await producer.getByRole("button", { name: "Accept", exact: true }).click();
    await producer.getByRole("button", { name: "Start production" }).click();
    await producer.getByRole("link", { name: /Generative → Production/ }).first().waitFor();
    await client.getByText(/in the making/i).first().waitFor({ timeout: 5_000 });
  });

  const search = `/board?q=${encodeURIComponent(title)}`;
  await t.test("the producer may not submit for Generative, and is told who may", async () => {
    await open("producer", search);
    await card(producer, 3, "preparing", title).getByRole("button", { name: "Move to…" }).click();
    await producer.getByText(/Only Generative/).first().waitFor();
    await producer.keyboard.press("Escape");
  });

  await t.test("the maker drags the handoff, meets the gate, fills the items; the producer's board shows the move", async () => {
    await open("generative", search);
    await drag(generative, card(generative, 3, "preparing", title), column(generative, 3, "submitted"));
    const dialog = generative.getByRole("dialog");
    await dialog.getByLabel(/QC-passed assets/i).fill("Master and three cutdowns, checked");
    await dialog.getByLabel(/Submitted in the platform/i).fill("Version 1");
    await dialog.getByRole("button", { name: /submit/i }).click();
    await card(producer, 3, "submitted", title).waitFor({ timeout: 5_000 });
    await card(generative, 3, "submitted", title).waitFor();
  });

  await t.test("the producer accepts the deliverable by dragging; the client is asked, and approves", async () => {
    await drag(producer, card(producer, 3, "submitted", title), column(producer, 3, "accepted"));
    const dialog = producer.getByRole("dialog");
    await dialog.getByRole("checkbox").first().waitFor();
    for (const box of await dialog.getByRole("checkbox").all()) await box.check();
    await dialog.getByRole("button", { name: /^Accept/ }).click();
    await card(producer, 3, "preparing", title).waitFor({ state: "detached" });
    await card(producer, 3, "submitted", title).waitFor({ state: "detached" });
    await client.getByRole("button", { name: "Approve" }).click({ timeout: 10_000 });
    await client.getByText(/approved/i).first().waitFor();
  });

  await t.test("the executive's number has changed, and its records name the job", async () => {
    await executive.waitForFunction(
      (expected) =>
        [...document.querySelectorAll("a.tile")].some(
          (tile) =>
            tile.textContent.includes("Client job requests") &&
            Number(tile.querySelector(".tile-figure").textContent.replaceAll(/[^0-9]/g, "")) === expected,
        ),
      before + 1,
      { timeout: 15_000 },
    );
    await executive.goto("/dashboard?open=on_time_delivery");
    const next = executive.getByRole("navigation", { name: "Pages of records" }).getByRole("link", { name: "Next" });
    while (!(await executive.getByRole("link", { name: title }).count()) && (await next.count())) {
      const address = await next.getAttribute("href");
      await executive.goto(address);
    }
    await executive.getByRole("link", { name: title }).first().waitFor({ timeout: 2_000 });
  });

  for (const [role, page] of Object.entries(people)) {
    assert.deepEqual(page.complaints, [], `the console of ${role}`);
  }
});
