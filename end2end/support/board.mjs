// The board, as its users handle it.

/** The column of a lane: kind 1 to 4; preparing, submitted, in_review or accepted. */
export const column = (page, kind, stage) => page.locator(`.column[data-kind="${kind}"][data-stage="${stage}"]`);

/** The card of that title in that column. */
export const card = (page, kind, stage, title) => column(page, kind, stage).getByRole("article").filter({ hasText: title });

/** Carries a card with the mouse, in steps as a hand does. */
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
