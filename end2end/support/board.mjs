// The board, as its users handle it.

/** The column of a lane: kind 1 to 4; preparing, submitted, in_review or accepted. */
export const column = (page, kind, stage) => page.locator(`.column[data-kind="${kind}"][data-stage="${stage}"]`);

/** The card of that title in that column. */
export const card = (page, kind, stage, title) => column(page, kind, stage).getByRole("article").filter({ hasText: title });

/** All cards of that column. */
export const cards = (page, kind, stage) => column(page, kind, stage).getByRole("article");

/** What the board asks before it moves a card. */
export const dialog = (page) => page.getByRole("dialog");

export const titleOf = (found) => found.locator(".card-title").innerText();

/** Lifts a card with the mouse and holds it above `target`. */
export async function carry(page, found, target) {
  await found.scrollIntoViewIfNeeded();
  const [from, to] = [await found.boundingBox(), await target.boundingBox()];
  await page.mouse.move(from.x + 40, from.y + 12);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y + 20, { steps: 3 });
  await page.mouse.move(to.x + to.width / 2, to.y + 60, { steps: 6 });
}

/** Fills every item that the open gate asks for. */
export async function fill(page, text) {
  await dialog(page).locator("textarea").first().waitFor();
  const fields = dialog(page).locator("textarea[name^=item]");
  for (let place = 0; place < (await fields.count()); place += 1) await fields.nth(place).fill(text);
}

/** Brings the last SOW package in Preparing to Submitted, through its gate where it meets one; answers its title. */
export async function submitted(page) {
  const found = cards(page, 1, "preparing").last();
  const title = await titleOf(found);
  const arrived = column(page, 1, "submitted").getByRole("link", { name: title });
  await carry(page, found, column(page, 1, "submitted"));
  await page.mouse.up();
  await dialog(page).or(arrived).first().waitFor();
  if (await dialog(page).isVisible()) {
    await fill(page, "https://example.com/package");
    await dialog(page).getByRole("button", { name: "Submit SOW package" }).click();
  }
  await arrived.waitFor();
  await page.locator(".handoff-card.pending").waitFor({ state: "detached" });
  return title;
}

/** Carries a card with the mouse to where it belongs, in steps as a hand does, and drops it. */
export async function drag(page, from, to) {
  const [start, end] = [await middle(from), await middle(to)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 12, start.y + 4, { steps: 3 });
  await page.mouse.move(end.x, end.y, { steps: 12 });
  await page.mouse.up();
}

async function middle(locator) {
  await locator.scrollIntoViewIfNeeded();
  const box = await locator.boundingBox();
  return { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 60) };
}
