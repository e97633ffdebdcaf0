// Somebody who has signed in, in Chromium.
import { people, password } from "./servers.mjs";

/** A page of the administrator's on `baton`, 1440 × 900. */
export async function signedIn(browser, baton) {
  const context = await browser.newContext({ baseURL: baton.url, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(people.admin);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  return page;
}
