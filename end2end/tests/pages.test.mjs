// Every page, for every role, and what is unfolded on it: no error in the console, no axe violation, nothing wider than
// its screen; in light and dark, on a desk and on a phone. With BATON_SCREENSHOTS=DIR each is kept as a picture.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { violations } from "../support/axe.mjs";
import { forgiveRefusals, hydrated, watchedPage } from "../support/browser.mjs";
import { paths, resolve, status } from "../support/pages.mjs";
import { roles } from "../support/people.mjs";
import { scenes } from "../support/scenes.mjs";
import { setStage } from "../support/stage.mjs";

const looks = [
  { name: "light-desk", colorScheme: "light", width: 1440, height: 900 },
  { name: "dark-desk", colorScheme: "dark", width: 1440, height: 900 },
  { name: "dark-phone", colorScheme: "dark", width: 390, height: 844 },
  { name: "light-phone", colorScheme: "light", width: 390, height: 844 },
];
const pictures = process.env.BATON_SCREENSHOTS;

const stage = setStage();
before(async () => {
  if (pictures) mkdirSync(pictures, { recursive: true });
});

/** Opens a page, and lets what is loaded after hydration (facts, live feed) have its moment. */
async function open(page, role, path) {
  const response = await page.goto(path);
  const expected = status(role, path);
  assert.equal(response.status(), expected, `${path} answered ${response.status()}`);
  await hydrated(page);
  await page.waitForTimeout(300);
  if (expected !== 200) forgiveRefusals(page);
}

/** Changes the look of the page, as turning the lights off and a window narrower would. */
async function wear(page, { colorScheme, width, height }) {
  // Colours that still fade over would be read as what they are not.
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.setViewportSize({ width, height });
  // Columns measure themselves anew, and colours fade over.
  await page.waitForTimeout(200);
}

/** What is wrong with the page as it stands, in every look, as sentences. */
async function faults(page, picture) {
  const found = [];
  for (const look of looks) {
    await wear(page, look);
    if (pictures) await page.screenshot({ path: join(pictures, `${picture}-${look.name}.png`), fullPage: true });
    // In the dark the page is the same but for its colours.
    const colours = look.colorScheme === "dark";
    found.push(...(await violations(page, colours)).map((violation) => `${look.name}: axe: ${violation}`));
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wider > 0) found.push(`${look.name}: ${wider} px wider than the screen`);
    found.push(...page.complaints.splice(0).map((text) => `${look.name}: the console: ${text}`));
  }
  return found;
}

for (const role of roles) {
  describe(`the pages of ${role}`, () => {
    let page;
    before(async () => {
      page = await stage.signedIn(role);
    });
    after(() => page?.context().close());

    for (const wanted of paths[role]) {
      test(wanted, async () => {
        const path = await resolve(page, wanted);
        page.complaints.length = 0;
        await wear(page, looks[0]);
        await open(page, role, path);
        const slug = wanted.replace("first:", "one").replaceAll("/", "-").replace(/-$/, "");
        assert.deepEqual(await faults(page, `${role}${slug}`), []);
      });
    }
  });
}

describe("what can be done on a page", () => {
  for (const scene of scenes) {
    test(scene.name, async () => {
      const page = await stage.signedIn(scene.role, { viewport: looks[0] });
      await open(page, scene.role, scene.path);
      await scene.open?.(page);
      await page.waitForTimeout(300);
      if (scene.refused) forgiveRefusals(page);
      assert.deepEqual(await faults(page, `scene-${scene.name.replaceAll(/\W+/g, "-")}`), []);
      await page.context().close();
    });
  }
});

test("signing in, and being refused", async () => {
  const page = await watchedPage(await stage.browser.newContext({ baseURL: stage.server.url, viewport: looks[0] }));
  await open(page, "a stranger", "/sign-in");
  assert.deepEqual(await faults(page, "stranger-sign-in"), []);
  await page.getByLabel("E-mail").fill("nobody@example.com");
  await page.getByLabel("Password").fill("guessed");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("alert").waitFor();
  forgiveRefusals(page);
  assert.deepEqual(await faults(page, "scene-refused-sign-in"), []);
  await page.context().close();
});
