// Files are looked at without being downloaded, as what they are.
import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "../support/axe.mjs";
import { visit } from "../support/browser.mjs";
import { disguised, film, page as webPage, paper, picture, sound, text } from "../support/files.mjs";
import { chooseWork } from "../support/request.mjs";
import { setStage } from "../support/stage.mjs";

const stage = setStage();
let job;

const viewer = (page) => page.locator("dialog.viewer");
const link = (page, name) => page.locator(".file", { hasText: name });

async function open(page, name) {
  await link(page, name).click();
  await viewer(page).getByRole("heading", { name }).waitFor();
}

/** Closes the viewer; the focus goes back to the file that it was opened with. */
async function close(page, name) {
  await page.keyboard.press("Escape");
  await viewer(page).waitFor({ state: "hidden" });
  assert.ok(await link(page, name).evaluate((element) => element === document.activeElement), "the focus is back");
}

/** Plays from the middle. */
function seeks(player) {
  return new Promise((resolve, reject) => {
    const seek = () => {
      player.currentTime = 45;
    };
    player.addEventListener("seeked", resolve, { once: true });
    player.addEventListener("error", () => reject(new Error("not played")), { once: true });
    if (player.readyState > 0) seek();
    else player.addEventListener("loadedmetadata", seek, { once: true });
  });
}

/** How large and how long a film is, once the browser knows. */
function measured(player) {
  return new Promise((resolve, reject) => {
    const tell = () => resolve({ width: player.videoWidth, height: player.videoHeight, seconds: player.duration });
    player.addEventListener("error", () => reject(new Error("not played")), { once: true });
    if (player.readyState > 0) tell();
    else player.addEventListener("loadedmetadata", tell, { once: true });
  });
}

test("a client looks through the files of a request with the keys", async () => {
  const page = await stage.at("client", "/portal/new");
  await chooseWork(page);
  await page.getByLabel("What is it called?").fill("A film with its files");
  await page.locator("#files").setInputFiles([picture, sound, film, paper, text, disguised, webPage]);
  await page.getByRole("button", { name: "Send request" }).click();
  await page.waitForURL(/\/portal\/jobs\/[0-9a-f-]{36}/);
  job = new URL(page.url()).pathname.split("/").pop();
  await visit(page, page.url());

  // Each is shown as what it is.
  await open(page, "hero.png");
  await viewer(page).getByRole("img", { name: "hero.png" }).evaluate((shown) => shown.decode());
  assert.deepEqual(await violations(page), []);
  await close(page, "hero.png");

  // Sound loads a part at a time, and can be entered in the middle.
  await open(page, "voice.wav");
  await viewer(page).locator("audio").evaluate(seeks);
  await close(page, "voice.wav");

  // A film does so too.
  await open(page, "cut.webm");
  const shot = viewer(page).locator("video");
  assert.deepEqual(await shot.evaluate(measured), { width: 1, height: 1, seconds: 2 });
  const address = await shot.evaluate((player) => player.currentSrc);
  assert.match(new URL(address).pathname, /^\/files\//);
  const part = await page.request.get(address, { headers: { range: "bytes=4-9" } });
  assert.deepEqual([part.status(), part.headers()["content-type"]], [206, "video/webm"]);
  assert.deepEqual(await part.body(), film.buffer.subarray(4, 10));
  assert.deepEqual(await violations(page), []);
  await close(page, "cut.webm");

  await open(page, "offer.pdf");
  assert.match(await viewer(page).locator("iframe").getAttribute("src"), /^\/files\//);
  await viewer(page).getByRole("link", { name: "Open the PDF in a tab of its own" }).waitFor();
  await close(page, "offer.pdf");

  await open(page, "script.txt");
  await viewer(page).getByText("A door opens.").first().waitFor();
  await viewer(page).getByText("This is the beginning, 64 KB of 137 KB", { exact: false }).waitFor();
  assert.deepEqual(await violations(page), []);
  await close(page, "script.txt");

  await open(page, "logo.png");
  await viewer(page).getByText("Named .png, but its content is a PDF.").waitFor();
  await viewer(page).locator("iframe").waitFor();

  // The keys go through all of them, in the order in which they were sent, and stop at either end.
  for (let presses = 0; presses < 7; presses += 1) await page.keyboard.press("ArrowLeft");
  await viewer(page).getByText("1 of 7").waitFor();
  await viewer(page).getByRole("heading", { name: "hero.png" }).waitFor();
  await page.keyboard.press("ArrowRight");
  await viewer(page).getByText("2 of 7").waitFor();
  await viewer(page).getByRole("heading", { name: "voice.wav" }).waitFor();
  for (let presses = 0; presses < 7; presses += 1) await page.keyboard.press("ArrowRight");
  await viewer(page).getByText("7 of 7").waitFor();
  const [shown] = await Promise.all([page.waitForEvent("download"), viewer(page).getByRole("link", { name: "Download" }).click()]);
  assert.equal(shown.suggestedFilename(), await viewer(page).getByRole("heading").textContent());
  await close(page, "logo.png");

  // What a browser could run is saved.
  const [saved] = await Promise.all([page.waitForEvent("download"), link(page, "page.html").click()]);
  assert.equal(saved.suggestedFilename(), "page.html");
  assert.deepEqual(page.complaints, []);
});

test("the producer sees the same files, and the mark of the disguised one in the list", async () => {
  const page = await stage.at("producer", `/jobs/${job}`);
  await page.locator(".file-list").getByText("Named .png, but its content is a PDF.").waitFor();
  await link(page, "script.txt").click();
  await viewer(page).getByText("A door opens.").first().waitFor();
  await viewer(page).getByRole("button", { name: "Close" }).click();
  await viewer(page).waitFor({ state: "hidden" });
  assert.deepEqual(page.complaints, []);
});

test("without scripts a file opens in the browser itself, and a web page is saved", async () => {
  const page = await stage.signedIn("client", { javaScriptEnabled: false });
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
