// A client's brand page: written by two people at once, and carried over into a pod request.
import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "../support/axe.mjs";
import { forgiveRefusals, visit } from "../support/browser.mjs";
import { picture } from "../support/files.mjs";
import { setStage } from "../support/stage.mjs";

const stage = setStage();

const save = (page) => page.getByRole("button", { name: "Save", exact: true });
const context = (page) => page.locator(".package-item").filter({ has: page.getByRole("heading", { name: "Brand context" }) });

/** The page of a pod request in preparation. */
async function podRequest(page) {
  await visit(page, "/board");
  await page.locator('.column[data-kind="2"][data-stage="preparing"] .card-title').first().click();
  await page.getByRole("heading", { name: "What is handed over" }).waitFor();
  return new URL(page.url()).pathname;
}

test("a brand page is written by two at once, and what changed there comes into a pod request", async () => {
  const producer = await stage.signedIn("producer");
  const request = await podRequest(producer);
  await visit(producer, request);
  const brand = await context(producer).getByRole("link", { name: "the client’s brand page" }).getAttribute("href");

  const sales = await stage.signedIn("sales");
  for (const page of [producer, sales]) {
    await visit(page, `${brand}?edit=1`);
  }
  await sales.getByLabel("Voice").fill("Speaks like a lighthouse.");
  await sales.getByLabel("Links").fill("House style https://brand.example/house");
  await save(sales).click();
  await sales.getByRole("link", { name: "House style" }).waitFor();

  // The other one sees it, and loses nothing of what is typed.
  await producer.getByLabel("Don’t").fill("Never a foghorn.");
  await producer.getByText("This was changed meanwhile", { exact: false }).waitFor();
  assert.equal(await producer.getByLabel("Don’t").inputValue(), "Never a foghorn.");
  await producer.getByLabel("Voice").fill("Speaks like a lighthouse.");
  await save(producer).click();
  await producer.locator(".brand-dont").getByText("Never a foghorn.").waitFor();
  await sales.locator(".brand-dont").getByText("Never a foghorn.").waitFor();
  assert.deepEqual(await violations(sales), []);

  await sales.getByLabel("Add files").setInputFiles({ ...picture, name: "mark.png" });
  await sales.getByRole("button", { name: "Upload" }).click();
  await sales.locator(".file", { hasText: "mark.png" }).waitFor();

  await visit(producer, request);
  await context(producer).getByRole("button", { name: "Bring in what changed on the brand page" }).click();
  await context(producer).getByText("Never a foghorn.").waitFor();
  await context(producer).locator(".file", { hasText: "mark.png" }).waitFor();
  await context(producer).getByText("Carried over from", { exact: false }).waitFor();
  assert.deepEqual(await violations(producer), []);
  forgiveRefusals(producer);
  assert.deepEqual([...producer.complaints, ...sales.complaints], []);
});

test("the palette leads to it, and without scripts it is written by a plain form", async () => {
  const page = await stage.signedIn("sales", { javaScriptEnabled: false });
  await page.goto("/search?q=halcyon");
  await page.getByRole("link", { name: /Halcyon Goods: brand/ }).click();
  await page.getByRole("link", { name: "Edit" }).click();
  await page.getByLabel("What to know").fill("Plain words <only>.");
  await save(page).click();
  await page.goto(new URL(page.url()).pathname);
  await page.getByText("Plain words <only>.").waitFor();
});
