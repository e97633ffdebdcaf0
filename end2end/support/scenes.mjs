// What pages look like once somebody has done something: forms unfolded, dialogs and sheets open, faults, empty lists.
import { cards, dialog, fill } from "./board.mjs";

const first = (page, kind, stage) => cards(page, kind, stage).first();

async function handoff(page, kind, stage) {
  await first(page, kind, stage).getByRole("link").click();
  await page.waitForURL(/\/handoffs\//);
  await page.getByRole("heading", { name: "What is handed over" }).waitFor();
}

/** The first job of the list in that state. */
async function job(page, state) {
  await page.goto(`/jobs?state=${state}`);
  await page.locator('main a[href^="/jobs/"]').first().click();
  await page.waitForURL(/\/jobs\/[0-9a-f-]{36}/);
  await page.getByRole("heading", { name: "Brief" }).waitFor();
}

/** Each with its name, who it is shown to, where it begins, and what is done there; `refused` by the server or not. */
export const scenes = [
  {
    name: "signing an engagement",
    role: "sales",
    path: "/engagements",
    async open(page) {
      await page.getByText("Sign an engagement").click();
      await page.getByLabel("Monthly fee").fill("much");
      await page.getByLabel("Name").fill("Spring campaign");
    },
  },
  { name: "no engagement of this client", role: "sales", path: "/engagements?show=closed&client=01890000-0000-7000-8000-000000000000" },
  { name: "the board without a match", role: "producer", path: "/board?q=nobody+is+called+this" },
  {
    name: "the palette",
    role: "producer",
    path: "/jobs",
    async open(page) {
      await page.keyboard.press("Control+k");
      await page.getByRole("combobox").fill("a");
      await page.getByRole("option").first().waitFor();
    },
  },
  {
    name: "the shortcuts",
    role: "sales",
    path: "/jobs",
    async open(page) {
      await page.keyboard.press("?");
      await page.getByRole("heading", { name: "Keyboard shortcuts" }).waitFor();
    },
  },
  {
    name: "a name behind an @",
    role: "producer",
    path: "/engagements",
    async open(page) {
      await page.locator('main a[href^="/engagements/"]').first().click();
      await page.getByLabel("Write a comment").pressSequentially("@");
      await page.getByRole("option").first().waitFor();
    },
  },
  { name: "the board at risk, folded", role: "producer", path: "/board?risk=1&fold=1,2" },
  {
    name: "moving a card by its menu",
    role: "producer",
    path: "/board",
    async open(page) {
      const card = first(page, 3, "preparing");
      await card.hover();
      await card.getByRole("button", { name: "Move to…" }).click();
      await page.getByRole("group", { name: "Move to" }).getByText("Only Generative").first().waitFor();
    },
  },
  {
    name: "the gate of a SOW package",
    role: "sales",
    path: "/board",
    async open(page) {
      await handoff(page, 1, "preparing");
      await page.getByRole("button", { name: "Submit SOW package" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Submit SOW package" }).click();
      await page.getByRole("dialog").getByText("Fill in the items above").waitFor();
    },
  },
  {
    name: "a deliverable that is returned",
    role: "producer",
    path: "/board",
    async open(page) {
      await handoff(page, 3, "in_review");
      await page.getByRole("button", { name: "Return with a reason" }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  { name: "a deliverable in the making", role: "generative", path: "/board", open: (page) => handoff(page, 3, "preparing") },
  {
    name: "a verdict of QC",
    role: "producer",
    path: "/board",
    async open(page) {
      await handoff(page, 3, "in_review");
      await page.locator(".qc-row").first().getByLabel("Fail").check();
    },
  },
  { name: "the retakes behind a number", role: "generative", path: "/quality?period=13w&by=all&open=retakes" },
  {
    name: "the checklist of a workflow",
    role: "producer",
    path: "/engagements",
    async open(page) {
      await engagement(page);
      await unfold(page, "What QC looks at");
      await page.getByRole("button", { name: "Save the checklist" }).first().waitFor();
    },
  },
  {
    name: "the request form of a workflow",
    role: "producer",
    path: "/engagements",
    async open(page) {
      await engagement(page);
      await unfold(page, "What requests need");
      await page.getByRole("button", { name: "Save the request form" }).first().waitFor();
    },
  },
  {
    name: "a pod request that waits for its answer",
    role: "admin",
    path: "/board",
    async open(page) {
      await handoff(page, 2, "preparing");
      await page.getByRole("button", { name: "Submit pod request" }).click();
      await fill(page, "From the first day on");
      await dialog(page).getByRole("button", { name: "Submit pod request" }).click();
      await page.getByRole("button", { name: "Answer the request" }).waitFor();
    },
  },
  { name: "a closed engagement", role: "executive", path: "/engagements?show=closed", open: (page) => engagement(page) },
  { name: "jobs that are late or at risk", role: "producer", path: "/jobs?risk=1" },
  { name: "no job matches", role: "producer", path: "/jobs?q=nobody+is+called+this" },
  {
    name: "filtering the jobs",
    role: "producer",
    path: "/jobs",
    async open(page) {
      await page.getByRole("button", { name: "Client" }).click();
      await page.getByRole("group", { name: "Client" }).waitFor();
    },
  },
  {
    name: "asking about a job",
    role: "producer",
    path: "/jobs",
    async open(page) {
      await job(page, "submitted");
      await page.getByText("Ask the client", { exact: true }).click();
      await page.getByText("Decline", { exact: true }).click();
      await page.getByLabel("What do you want to know?").waitFor();
    },
  },
  {
    name: "a job on hold",
    role: "producer",
    path: "/jobs",
    async open(page) {
      await job(page, "submitted");
      await page.getByText("Ask the client and hold").click();
      await page.getByLabel("What does the client have to tell us?").fill("Which logo?");
      await page.getByRole("button", { name: "Ask and put on hold" }).click();
      await page.getByRole("button", { name: "Resume" }).waitFor();
    },
  },
  { name: "a delivered job", role: "producer", path: "/jobs", open: (page) => job(page, "delivered") },
  { name: "an approved job", role: "admin", path: "/jobs", open: (page) => job(page, "approved") },
  { name: "the records behind a number", role: "executive", path: "/dashboard?open=on_time_delivery" },
  { name: "the records behind a level", role: "executive", path: "/dashboard?open=clients_per_producer" },
  {
    name: "filtering the dashboard",
    role: "executive",
    path: "/dashboard",
    async open(page) {
      await page.locator(".filters button.chip").first().click();
    },
  },
  {
    name: "the table behind a chart",
    role: "executive",
    path: "/dashboard",
    async open(page) {
      await page.locator(".chart-table summary").first().click();
    },
  },
  {
    name: "a viewer's menu",
    role: "admin",
    path: "/plan",
    async open(page) {
      await page.getByRole("button", { name: /your menu/ }).click();
      await page.getByRole("link", { name: "Your account" }).waitFor();
    },
  },
  {
    name: "a refused password",
    refused: true,
    role: "producer",
    path: "/account",
    async open(page) {
      const fields = page.locator("input[type=password]");
      for (let place = 0; place < (await fields.count()); place += 1) await fields.nth(place).fill("too short");
      await page.getByRole("button", { name: "Change password" }).click();
      await page.locator(".account-password [aria-invalid]").first().waitFor();
    },
  },
  {
    name: "a request that is not complete",
    role: "client",
    path: "/portal/new",
    async open(page) {
      await page.getByRole("radio").first().check();
      await page.getByRole("button", { name: "Send request" }).click();
      await page.getByRole("alert").first().waitFor();
    },
  },
  {
    name: "a delivery to look at",
    role: "client",
    path: "/portal",
    async open(page) {
      await page.getByRole("link", { name: /^Review: / }).first().click();
      await page.waitForURL(/\/portal\/jobs\//);
      await page.getByRole("button", { name: "Approve" }).waitFor();
    },
  },
  { name: "older requests", role: "client", path: "/portal?past=2" },
];

async function engagement(page) {
  await page.locator('main a[href^="/engagements/"]').first().click();
  await page.waitForURL(/\/engagements\/[0-9a-f-]{36}/);
  await page.getByRole("heading", { name: "Who carries it" }).waitFor();
}

/** Opens the first fold of a section. */
async function unfold(page, section) {
  await page.getByRole("region", { name: section }).locator("summary").first().click();
}
