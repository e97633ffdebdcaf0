// The portal with scripts off: forms post, refusals keep what was typed.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, signIn, watchedPage } from "../support/browser.mjs";
import { startServer } from "../support/server.mjs";

let server;
let browser;
let page;
before(async () => {
  server = await startServer();
  browser = await launch();
  const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false });
  page = await watchedPage(context);
  await signIn(page, "client");
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

test("a wrong password is refused, and the address is kept", async () => {
  const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false });
  const stranger = await context.newPage();
  await stranger.goto("/sign-in");
  await stranger.getByLabel("E-mail").fill("client@demo.baton.example");
  await stranger.getByLabel("Password").fill("not this one");
  await stranger.getByRole("button", { name: "Sign in" }).click();
  assert.equal(await stranger.getByLabel("E-mail").inputValue(), "client@demo.baton.example");
  await stranger.getByText(/password/i).first().waitFor();
  await context.close();
});

test("a request without a title is refused in words, and the brief is kept", async () => {
  await page.goto("/portal/new");
  await page.locator("input[name=workflow]").first().check({ force: true });
  await page.getByLabel("What do you need?").fill("Keep me </textarea><script>alert(1)</script>");
  await page.locator("form[action='/portal/jobs']").evaluate((form) => (form.noValidate = true)).catch(() => {});
  await page.getByLabel("What is it called?").fill("   ");
  await page.getByRole("button", { name: "Send request" }).click();
  await page.getByText(/title is empty/i).first().waitFor();
  assert.equal(await page.getByLabel("What do you need?").inputValue(), "Keep me </textarea><script>alert(1)</script>");
});

test("a request goes out, and can be cancelled", async () => {
  await page.goto("/portal/new");
  await page.locator("input[name=workflow]").first().check({ force: true });
  await page.getByLabel("What is it called?").fill("Sent without scripts");
  await page.getByRole("button", { name: "Send request" }).click();
  await page.waitForURL(/\/portal\/jobs\//);
  await page.getByRole("heading", { name: "Sent without scripts" }).waitFor();
  await page.getByText("Cancel this request").first().click();
  await page.getByRole("button", { name: /cancel/i }).last().click();
  await page.getByText(/cancelled/i).first().waitFor();
});
