// An agency with as many handoffs as a measurement wants, in the import format.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const ENGAGEMENTS = 50;
const HOUR = 3_600_000;

/** Writes its files into `folder`: `open` handoffs in all stages but accepted, `accepted` ones beside them. */
export function writeAgency(folder, { open, accepted = 0 }) {
  mkdirSync(folder, { recursive: true });
  const now = Date.now();
  const at = (hours) => new Date(now - hours * HOUR).toISOString().replace(/\.\d+/, "");
  const files = {
    people: [["key", "name", "email", "department", "title"]],
    clients: [["key", "name"]],
    engagements: [["key", "client", "name", "sow_signed_at", "monthly_fee", "starts_on", "account_manager", "producer"]],
    workflows: [["key", "engagement", "name", "sla"]],
    jobs: [["key", "workflow", "title", "brief", "submitted_at"]],
    job_events: [["job", "at", "event"]],
    handoffs: [["key", "kind", "engagement", "job"]],
    handoff_events: [["handoff", "at", "event", "waived"]],
  };
  files.people.push(["ana", "Ana Ruiz", "ana@agency.example", "Sales", "Account Manager"]);
  files.people.push(["pia", "Pia Lund", "pia@agency.example", "Production", "Producer"]);
  for (let number = 0; number < ENGAGEMENTS; number += 1) {
    files.clients.push([`c${number}`, `Client ${number}`]);
    files.engagements.push([`e${number}`, `c${number}`, `Engagement ${number}`, at(900), "30000.00", "2026-01-01", "ana", "pia"]);
    files.workflows.push([`w${number}`, `e${number}`, "Social cuts", "3 business days"]);
  }
  for (let number = 0; number < open + accepted; number += 1) addHandoff(files, number, number >= open, at);
  for (const [name, rows] of Object.entries(files)) {
    writeFileSync(join(folder, `${name}.csv`), rows.map((row) => `${row.join(",")}\n`).join(""));
  }
}

const WAIVED = { 2: "pod roles;timeline;deliverable specs;brand context", 3: "QC-passed assets;submitted in the platform" };

/** Three of four are of a job, the others ask for a pod; the open ones stand in the three open stages in turn. */
function addHandoff(files, number, isAccepted, at) {
  const engagement = number % ENGAGEMENTS;
  const kind = number % 4 === 0 ? 2 : 3;
  const hours = 300 - (number % 200);
  const [key, job] = [`h${number}`, kind === 3 ? `j${number}` : ""];
  const steps = ["opened", "submitted", "in_review"].slice(0, 1 + (number % 3));
  const history = isAccepted ? ["opened", "submitted", "accepted"] : steps;
  if (job) {
    files.jobs.push([job, `w${engagement}`, `Cut ${number} of the spring film`, "As agreed.", at(hours + 2)]);
    const course = ["accepted", "production", ...(history.length > 1 ? ["qc"] : []), ...(isAccepted ? ["delivered"] : [])];
    course.forEach((event, step) => files.job_events.push([job, at(hours + 1 - step / 4), event]));
  }
  files.handoffs.push([key, kind, `e${engagement}`, job]);
  history.forEach((event, step) =>
    files.handoff_events.push([key, at(hours - step / 4), event, event === "submitted" ? WAIVED[kind] : ""]),
  );
}
