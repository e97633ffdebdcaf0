// What a browser that knows nothing of Baton loads for its first page: bytes of WebAssembly and JavaScript as sent.
import { launch, hydrated, signedIn } from "../end2end/support/browser.mjs";
import { startServer } from "../end2end/support/server.mjs";
import { figure } from "./support/figures.mjs";

const GOAL = 300;
// The first page of leptos's own starter: release profile with fat LTO, opt-level "z", wasm-opt -Oz, brotli 11.
const BASELINE = 139;

const firstPages = [
  ["/sign-in", null],
  ["/board", "producer"],
  ["/portal", "client"],
  ["/dashboard", "executive"],
];

/** Kilobytes of code that came over the network while `path` was opened in `context` and became live. */
async function weigh(context, path) {
  const page = await context.newPage();
  const sizes = [];
  page.on("requestfinished", (request) => {
    if (/\.(js|wasm)$/.test(new URL(request.url()).pathname)) sizes.push(request.sizes());
  });
  await page.goto(path);
  await hydrated(page);
  await page.waitForTimeout(500); // what a page asks for once it is live
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size.responseBodySize, 0);
  await page.close();
  return bytes / 1000;
}

/** A browser profile that has a role's session and nothing in its cache. */
async function freshContext(browser, server, role) {
  if (!role) return browser.newContext({ baseURL: server.url });
  const page = await signedIn(browser, server, role);
  const storageState = await page.context().storageState();
  await page.context().close();
  return browser.newContext({ baseURL: server.url, storageState });
}

const server = await startServer();
const browser = await launch();
try {
  for (const [path, role] of firstPages) {
    const context = await freshContext(browser, server, role);
    const weight = await weigh(context, path);
    await context.close();
    figure(`weight ${path}`, weight, "kB", GOAL, BASELINE);
  }
} finally {
  await browser.close();
  await server.stop();
}
