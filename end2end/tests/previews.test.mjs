// Files are looked at without being downloaded, as what they are.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { violations } from "../support/axe.mjs";
import { hydrated, launch, signedIn } from "../support/browser.mjs";
import { disguised, page as webPage, paper, picture, sound, text } from "../support/files.mjs";
import { startServer } from "../support/server.mjs";

let browser;
let server;
let job;
before(async () => {
  browser = await launch();
  server = await startServer();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const viewer = (page) => page.locator("dialog.viewer");
const link = (page, name) => page.locator(".file", { hasText: name });

test("a client looks through the files of a request with the keys", async () => {
  const page = await signedIn(browser, server, "client");
  await page.goto("/portal/new");
  await hydrated(page);
  await page.getByRole("radio").first().check();
  await page.getByLabel("What is it called?").fill("A film with its files");
  await page.locator('input[type="file"]').setInputFiles([picture, sound, paper, text, disguised, webPage]);
  await page.getByRole("button", { name: "Send request" }).click();
  await page.waitForURL(/\/portal\/jobs\/[0-9a-f-]{36}/);
  job = new URL(page.url()).pathname.split("/").pop();
  await page.goto(page.url());
  await hydrated(page);

  await link(page, "hero.png").click();
  await viewer(page).getByRole("img", { name: "hero.png" }).waitFor();
  await viewer(page).getByText("1 of 6").waitFor();
  const image = viewer(page).locator("img.viewer-image");
  await image.evaluate((shown) => shown.decode());
  assert.deepEqual(await violations(page), []);

  // Sound loads a part at a time, and can be entered in the middle.
  await page.keyboard.press("ArrowRight");
  const audio = viewer(page).locator("audio");
  await audio.evaluate((player) => new Promise((resolve, reject) => {
    player.addEventListener("seeked", resolve, { once: true });
    player.addEventListener("error", () => reject(new Error("not played")), { once: true });
    const seek = () => { player.currentTime = 45; };
    if (player.readyState > 0) seek();
    else player.addEventListener("loadedmetadata", seek, { once: true });
  }));

  await page.keyboard.press("ArrowRight");
  const frame = viewer(page).locator("iframe");
  assert.match(await frame.getAttribute("src"), /^\/files\//);
  await viewer(page).getByRole("link", { name: "Open the PDF in a tab of its own" }).waitFor();

  await page.keyboard.press("ArrowRight");
  await viewer(page).getByText("A door opens.").first().waitFor();
  await viewer(page).getByText("This is the beginning, 64 KB of 137 KB", { exact: false }).waitFor();

  // Disguised: said, and shown as what it is.
  await page.keyboard.press("ArrowRight");
  await viewer(page).getByText("Named .png, but its content is a PDF.").waitFor();
  await viewer(page).locator("iframe").waitFor();

  await page.keyboard.press("ArrowRight");
  await viewer(page).getByText("This kind of file cannot be shown here").waitFor();
  await page.keyboard.press("ArrowRight");
  await viewer(page).getByText("6 of 6").waitFor();

  const [download] = await Promise.all([page.waitForEvent("download"), viewer(page).getByRole("link", { name: "Download" }).click()]);
  assert.equal(download.suggestedFilename(), "page.html");

  await page.keyboard.press("Escape");
  await viewer(page).waitFor({ state: "hidden" });
  assert.ok(await link(page, "hero.png").evaluate((element) => element === document.activeElement), "the focus is back");
  assert.deepEqual(page.complaints, []);
});

test("the producer sees the same files, and the mark of the disguised one in the list", async () => {
  const page = await signedIn(browser, server, "producer");
  await page.goto(`/jobs/${job}`);
  await hydrated(page);
  await page.locator(".file-list").getByText("Named .png, but its content is a PDF.").waitFor();
  await link(page, "script.txt").click();
  await viewer(page).getByText("A door opens.").first().waitFor();
  await viewer(page).getByRole("button", { name: "Close" }).click();
  await viewer(page).waitFor({ state: "hidden" });
  assert.deepEqual(page.complaints, []);
});

test("without scripts a file opens in the browser itself, and a web page is saved", async () => {
  const page = await signedIn(browser, server, "client", { javaScriptEnabled: false });
  await page.goto(`/portal/jobs/${job}`);
  await link(page, "script.txt").click();
  await page.waitForURL(/\/files\//);
  await page.getByText("A door opens.").first().waitFor();
  await page.goBack();
  await link(page, "hero.png").click();
  await page.waitForURL(/\/files\//);
  await page.locator("img").waitFor();
  await page.goBack();
  const [download] = await Promise.all([page.waitForEvent("download"), link(page, "page.html").click()]);
  assert.equal(download.suggestedFilename(), "page.html");
});
