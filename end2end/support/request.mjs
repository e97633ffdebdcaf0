// Sending a request through the portal's form.

const picture = { name: "reference.png", mimeType: "image/png", buffer: Buffer.from("89504e470d0a1a0a", "hex") };

/** Gives what the form of the chosen kind of work needs. */
export async function answerForm(page, file = picture) {
  const asked = page.locator(".request-asked:visible .field").filter({ hasNotText: "(optional)" });
  for (const field of await asked.all()) {
    const text = field.locator("textarea");
    if (await text.count()) await text.fill("As agreed in the kickoff.");
    else await field.locator("input[type=file]").setInputFiles(file);
  }
}

/** Chooses the first kind of work, and gives what it needs. */
export async function chooseWork(page) {
  await page.getByRole("radio").first().check();
  await answerForm(page);
}
