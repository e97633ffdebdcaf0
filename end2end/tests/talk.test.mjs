// Talking to each other: a comment with a mention, the bell, the feed; the palette and the shortcuts; a passed desk.
import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "../support/axe.mjs";
import { hydrated, visit } from "../support/browser.mjs";
import { resolve } from "../support/pages.mjs";
import { setStage } from "../support/stage.mjs";

const people = {};
const stage = setStage({
  async people(stage) {
    for (const role of ["producer", "generative", "executive", "client"]) {
      people[role] = await stage.signedIn(role, { viewport: { width: 1440, height: 1000 } });
    }
  },
});

async function own(page) {
  await visit(page, "/account");
  return page.locator(".account-who strong").first().innerText();
}

test("a comment is on every open page at once, and whoever is mentioned hears of it", async () => {
  const { producer, generative } = people;
  const name = await own(generative);
  const path = await resolve(producer, "first:/handoffs/");
  await visit(producer, path);
  await visit(generative, path);
  const text = producer.getByLabel("Write a comment");
  await text.pressSequentially(`Please look @${name.slice(0, 3)}`);
  const option = producer.getByRole("option", { name: new RegExp(name) });
  await option.waitFor();
  assert.deepEqual(await violations(producer), []);
  await producer.keyboard.press("Enter");
  assert.equal(await text.inputValue(), `Please look @${name} `);
  await producer.keyboard.press("Control+Enter");
  const seen = generative.locator(".comment", { hasText: "Please look" });
  await seen.waitFor();
  assert.equal(await seen.locator(".mention").innerText(), `@${name}`);
  assert.equal(await seen.getByText("Change").count(), 0, "only its author changes it");
  await generative.locator(".bell-count").waitFor();
  await generative.locator(".bell").click();
  const item = generative.locator(".feed-item.unread", { hasText: "Please look" });
  await item.getByRole("link").click();
  await generative.waitForURL((url) => url.pathname === path);
  await visit(generative, "/feed");
  assert.equal(await generative.locator(".feed-item.unread", { hasText: "Please look" }).count(), 0);
  assert.deepEqual(await violations(generative), []);
  assert.deepEqual([...producer.complaints, ...generative.complaints], []);
});

test("an author changes and deletes a comment; its place stays", async () => {
  const { producer, generative } = people;
  const path = await resolve(producer, "first:/engagements/");
  await visit(generative, path);
  await visit(producer, path);
  await producer.getByLabel("Write a comment").fill("First words");
  await producer.getByRole("button", { name: "Comment", exact: true }).click();
  const mine = producer.locator(".comment", { hasText: "First words" });
  await mine.getByText("Change", { exact: true }).click();
  await producer.getByLabel("Change your comment").fill("Second words");
  await producer.getByRole("button", { name: "Save" }).click();
  await generative.locator(".comment", { hasText: "Second words" }).waitFor();
  await producer.locator(".comment", { hasText: "Second words" }).getByText("Change", { exact: true }).click();
  await producer.getByRole("button", { name: "Delete this comment" }).click();
  await generative.locator(".comment", { hasText: "Deleted this comment" }).waitFor();
  assert.equal(await generative.getByText("Second words").count(), 0);
});

test("a client is told nothing of comments", async () => {
  const { client, producer } = people;
  await visit(client, "/portal");
  const link = client.locator('main a[href^="/portal/jobs/"]').first();
  const job = (await link.getAttribute("href")).split("/").pop();
  await visit(client, `/portal/jobs/${job}`);
  await visit(producer, `/jobs/${job}`);
  await producer.getByLabel("Write a comment").fill("Between us alone");
  await producer.getByRole("button", { name: "Comment", exact: true }).click();
  await producer.locator(".comment", { hasText: "Between us alone" }).waitFor();
  await client.reload();
  assert.equal(await client.getByText("Between us alone").count(), 0);
  assert.ok(!(await client.content()).includes("Between us alone"));
});

test("the palette opens anywhere, finds, and goes there by keys alone", async () => {
  const { producer } = people;
  await visit(producer, "/jobs");
  await producer.keyboard.press("Control+k");
  const box = producer.getByRole("combobox");
  await box.waitFor();
  assert.deepEqual(await violations(producer), []);
  await box.fill("go to dash");
  await producer.getByRole("option", { name: "Go to dashboard" }).waitFor();
  await producer.keyboard.press("Enter");
  await producer.waitForURL(/\/dashboard/);
  await producer.keyboard.press("Control+k");
  await box.waitFor();
  await producer.keyboard.press("Escape");
  await box.waitFor({ state: "detached" });
});

test("shortcuts go to pages, keep still while somebody types, and can be switched off", async () => {
  const { producer } = people;
  await visit(producer, "/jobs");
  await producer.keyboard.press("?");
  await producer.getByRole("heading", { name: "Keyboard shortcuts" }).waitFor();
  await producer.keyboard.press("Escape");
  await producer.keyboard.press("g");
  await producer.keyboard.press("e");
  await producer.waitForURL(/\/engagements$/);
  await visit(producer, "/jobs");
  await producer.getByRole("searchbox").first().fill("?ge");
  assert.equal(await producer.getByRole("heading", { name: "Keyboard shortcuts" }).count(), 0);
  await visit(producer, "/account");
  await producer.getByLabel(/Single keys/).uncheck();
  await producer.getByRole("button", { name: "Use these looks" }).click();
  await producer.waitForFunction(() => document.documentElement.dataset.shortcuts);
  await visit(producer, "/jobs");
  await producer.keyboard.press("?");
  await producer.keyboard.press("Control+k");
  await producer.getByRole("combobox").waitFor();
  assert.equal(await producer.getByRole("heading", { name: "Keyboard shortcuts" }).count(), 0);
});

test("the search finds without scripts", async () => {
  const plain = await stage.signedIn("sales", { javaScriptEnabled: false });
  await plain.goto("/search");
  await plain.getByRole("searchbox").fill("a");
  await plain.getByRole("button", { name: "Search" }).click();
  assert.ok((await plain.locator("main section a").count()) > 0);
  assert.equal(await plain.getByRole("heading", { name: "People" }).count(), 0, "the team is closed to Sales");
});

test("a desk is looked at and passed on, each receiver with a note", async () => {
  const { executive } = people;
  await visit(executive, "/team");
  await executive.getByRole("link", { name: "Pass on this desk" }).first().click();
  const selects = executive.locator("main select");
  await selects.first().waitFor();
  for (const select of await selects.all()) {
    const second = await select.locator("option").nth(1).getAttribute("value");
    if (!(await select.inputValue())) await select.selectOption(second);
  }
  await executive.getByRole("button", { name: "Look at it first" }).click();
  await executive.waitForURL(/\?/);
  await hydrated(executive);
  await executive.getByLabel(/^Note to/).first().fill("All yours from Monday.");
  assert.deepEqual(await violations(executive), []);
  await executive.getByRole("button", { name: "Pass it on" }).click();
  await executive.waitForURL(/\/team$/);
});
