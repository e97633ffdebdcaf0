// Chromium, and pages that fail their test on any error in the console.
import { chromium } from "playwright-core";
import { signInOf } from "./people.mjs";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function launch() {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  return chromium.launch({ executablePath, args: flags });
}

/** A page whose console is watched: `page.complaints` holds every error that it printed or threw. */
export async function watchedPage(context) {
  const page = await context.newPage();
  page.complaints = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") {
      page.complaints.push(`${message.text()} (${message.location().url})`);
    }
  });
  page.on("pageerror", (error) => page.complaints.push(`${error.message}\n${error.stack}`));
  return page;
}

/** Resolves once the browser side has taken over the page. */
export async function hydrated(page) {
  await page.waitForFunction(() => document.documentElement.dataset.hydrated === "true", null, { timeout: 20_000 });
}

/** Goes to an address; resolves once the browser side has taken over. */
export async function visit(page, address) {
  await page.goto(address);
  await hydrated(page);
}

/** Opens a browser of its own, signed in as `role`. `options` are those of a Playwright context. */
export async function signedIn(browser, server, role, options = {}) {
  const context = await browser.newContext({ baseURL: server.url, ...options });
  const page = await watchedPage(context);
  await signIn(page, role);
  return page;
}

export async function signIn(page, role) {
  const { email, password } = signInOf(role);
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

/** The browser itself notes every refusal; where one was provoked, that is no complaint. */
export function forgiveRefusals(page) {
  page.complaints = page.complaints.filter((text) => !/responded with a status of 4\d\d/.test(text));
}
