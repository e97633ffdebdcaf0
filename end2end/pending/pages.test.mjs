// Every page, for every role: no error in the console, no axe violation, nothing wider than its screen; in light and
// dark, on a phone and on a desk. With BATON_SCREENSHOTS=DIR each is kept as a picture.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { violations } from "../support/axe.mjs";
import { hydrated, launch, signedIn } from "../support/browser.mjs";
import { paths, resolve } from "../support/pages.mjs";
import { roles } from "../support/people.mjs";
import { startServer } from "../support/server.mjs";

const widths = { phone: { width: 390, height: 844 }, desk: { width: 1440, height: 900 } };
const themes = ["light", "dark"];
const pictures = process.env.BATON_SCREENSHOTS;

let server;
let browser;
before(async () => {
  server = await startServer();
  browser = await launch();
  if (pictures) mkdirSync(pictures, { recursive: true });
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

async function look(page, role, path, name) {
  const response = await page.goto(path);
  assert.equal(response.status(), path === "/no-such-page" ? 404 : 200, `${path} answered ${response.status()}`);
  await hydrated(page);
  // What is loaded after hydration (facts, live feed) has its moment.
  await page.waitForTimeout(300);
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
  assert.deepEqual(await violations(page), [], `axe on ${path} for ${role}`);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(overflow <= 0, `${path} is ${overflow} px wider than its screen`);
}

for (const role of roles) {
  describe(`the pages of ${role}`, () => {
    for (const theme of themes) {
      for (const [size, viewport] of Object.entries(widths)) {
        test(`${theme}, ${size}`, async () => {
          const page = await signedIn(browser, server, role, { viewport, colorScheme: theme });
          for (const wanted of paths[role]) {
            const path = await resolve(page, wanted);
            page.complaints.length = 0;
            const slug = wanted.replace("first:", "one").replaceAll("/", "-").replace(/-$/, "");
            await look(page, role, path, `${role}${slug}-${theme}-${size}`);
            const complaints = page.complaints.filter((text) => !(path === "/no-such-page" && text.includes("404")));
            assert.deepEqual(complaints, [], `the console on ${path} for ${role}`);
          }
          await page.context().close();
        });
      }
    }
  });
}

describe("the page of somebody who is not signed in", () => {
  for (const theme of themes) {
    for (const [size, viewport] of Object.entries(widths)) {
      test(`${theme}, ${size}`, async () => {
        const context = await browser.newContext({ baseURL: server.url, viewport, colorScheme: theme });
        const page = await context.newPage();
        page.complaints = [];
        await look(page, "a stranger", "/sign-in", `stranger-sign-in-${theme}-${size}`);
        await context.close();
      });
    }
  }
});
