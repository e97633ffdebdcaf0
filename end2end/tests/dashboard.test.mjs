// A filter of the dashboard changes what the page says, and leaves the page standing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { visit } from "../support/browser.mjs";
import { setStage } from "../support/stage.mjs";

const stage = setStage();

const year = new Date().getUTCFullYear();

/** The dashboard of the last quarters, once the browser answers filters itself. */
async function dashboard(query = `period=${year}`) {
  const page = await stage.signedIn("executive");
  const facts = page.waitForResponse(/numbers_source/);
  await visit(page, `/dashboard?${query}`);
  await (await facts).finished();
  return page;
}

const kept = ".tile, .tile-figure, .track-row, .track-dot, .trend, .filters button, .chart";
const marks = (page) => page.locator("a.track-row");
const chosen = (page) => page.locator("a.track-row[aria-current=true]");
const menuOf = (page, name) => page.getByRole("button", { name: `Filter by ${name}` });
const filters = (page) => [...new URL(page.url()).searchParams.keys()].filter((name) => name !== "period").sort();

/** The table behind a chart, opened. */
async function table(page, title) {
  const chart = page.getByRole("region", { name: title, exact: true });
  await chart.locator("summary").click();
  await chart.locator("table").waitFor();
  return chart.locator("tbody").innerText();
}

test("what a filter does not change stays the same node, and the focus stays on the mark", async () => {
  const page = await dashboard();
  const before = await page.locator(".tile").allInnerTexts();
  const count = await page.evaluate((kept) => {
    const nodes = [...document.querySelectorAll(kept)];
    for (const node of nodes) node.wasHere = true;
    return nodes.length;
  }, kept);
  assert.ok(count > 30, `${count} nodes`);
  const seen = () => page.evaluate((kept) => [...document.querySelectorAll(kept)].filter((node) => node.wasHere).length, kept);
  await marks(page).first().focus();
  await page.keyboard.press("Enter");
  await chosen(page).waitFor();
  assert.equal(await seen(), count);
  assert.notDeepEqual(await page.locator(".tile").allInnerTexts(), before);
  assert.ok(await chosen(page).evaluate((mark) => mark === document.activeElement), "the focus stays on the mark");
  await page.goBack();
  await chosen(page).waitFor({ state: "detached" });
  assert.equal(await seen(), count);
  assert.deepEqual(await page.locator(".tile").allInnerTexts(), before);
  assert.deepEqual(page.complaints, []);
});

test("a second click on a mark opens its records, a click on a week shows that week, then its records", async () => {
  const page = await dashboard();
  await marks(page).first().click();
  await chosen(page).waitFor();
  await chosen(page).click();
  await page.waitForURL((url) => url.searchParams.get("open") === "on_time_delivery");
  await page.goBack();
  await page.goBack();
  await chosen(page).waitFor({ state: "detached" });
  const trend = page.locator(".trend").first();
  await trend.focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.searchParams.has("from"));
  const { from, to } = Object.fromEntries(new URL(page.url()).searchParams);
  assert.equal((new Date(to) - new Date(from)) / 86_400_000, 6);
  await trend.locator(".trend-weeks > a").last().click();
  await page.waitForURL((url) => url.searchParams.get("open") === "handoff_compliance_1");
  assert.deepEqual(page.complaints, []);
});

test("a filter that changes one number touches nothing else", async () => {
  const page = await dashboard();
  const touched = await page.evaluate(async () => {
    const untouched = [".tile-name", ".chart h2", ".filters .menu", ".chart-table"];
    const touched = [];
    const watch = new MutationObserver((changes) => touched.push(...changes.map((change) => change.target)));
    watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    document.querySelector("a.track-row").click();
    while (!document.querySelector("a.track-row[aria-current]")) await new Promise(requestAnimationFrame);
    watch.disconnect();
    const within = (node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest(untouched.join());
    return touched.map(within).filter(Boolean).map((node) => node.className || node.localName);
  });
  assert.deepEqual(touched, []);
  assert.deepEqual(page.complaints, []);
});

test("a menu stays open while several are picked, and knows what a mark picked", async () => {
  const page = await dashboard();
  await marks(page).first().click();
  await chosen(page).waitFor();
  await menuOf(page, "producer").click();
  const items = page.locator("#filter-producer .menu-item");
  await items.nth(0).click();
  await page.locator("#filter-producer .menu-item[aria-current=true]").waitFor();
  assert.deepEqual(filters(page), ["client", "producer"]);
  await items.nth(1).click();
  await page.waitForURL((url) => url.searchParams.getAll("producer").length === 2);
  assert.ok(await items.nth(1).isVisible(), "the menu is open");
  assert.equal(await page.getByRole("link", { name: /^Stop filtering by/ }).count(), 3);
  assert.deepEqual(page.complaints, []);
});

test("the table behind a chart says what the server says", async () => {
  const page = await dashboard();
  await marks(page).first().click();
  await chosen(page).waitFor();
  const titles = ["Compliance by kind, 13 weeks", "On time, by client"];
  const here = [];
  for (const title of titles) here.push(await table(page, title));
  const plain = await stage.browser.newContext({ baseURL: stage.server.url, javaScriptEnabled: false, storageState: await page.context().storageState() });
  const sent = await plain.newPage();
  await sent.goto(page.url());
  for (const [place, title] of titles.entries()) assert.equal(await table(sent, title), here[place]);
  await plain.close();
});
