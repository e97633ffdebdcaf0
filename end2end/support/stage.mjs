// What a test file plays on: one browser, and a Baton with the demo agency.
import { after, afterEach, before, beforeEach } from "node:test";
import { hydrated, launch, signedIn } from "./browser.mjs";
import { startServer } from "./server.mjs";

/**
 * Starts both before the first test and ends them after the last. With `anew`, each test has a Baton of its own; `people`
 * come on once both are there. To be called once, at the head of a test file.
 */
export function setStage({ anew = false, people = () => {} } = {}) {
  const stage = {
    /** A page of a browser of its own, signed in as `role`. `options` are those of a Playwright context. */
    signedIn: (role, options) => signedIn(stage.browser, stage.server, role, options),

    /** The same, at an address, once the browser side has taken over. */
    async at(role, address, options) {
      const page = await stage.signedIn(role, options);
      await page.goto(address);
      await hydrated(page);
      return page;
    },
  };
  const rise = async () => {
    stage.server = await startServer();
    await people(stage);
  };
  const fall = () => stage.server?.stop();
  before(async () => {
    stage.browser = await launch();
    if (!anew) await rise();
  });
  after(async () => {
    await stage.browser?.close();
    if (!anew) await fall();
  });
  if (anew) {
    beforeEach(rise);
    afterEach(fall);
  }
  return stage;
}
