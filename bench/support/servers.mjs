// The two servers of a measurement: a release Baton with an agency of the wanted size, and the plainest one there is.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { writeAgency } from "./agency.mjs";
import { Asker } from "./http.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const baton = process.env.BATON_BINARY ?? join(root, "target", "release", "baton");
const target = process.env.CARGO_TARGET_DIR ?? join(root, "target");

export const password = "measured in one run";
export const people = { admin: "admin@bench.example", producer: "producer@bench.example", generative: "generative@bench.example" };

async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  return port;
}

const folders = [];
process.on("exit", () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A folder that is gone with the process. */
function scratch() {
  const folder = mkdtempSync(join(tmpdir(), "baton-bench-"));
  folders.push(folder);
  return folder;
}

async function untilItAnswers(url) {
  for (;;) {
    try {
      return await fetch(`${url}/healthz`);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }
}

/** A Baton of its own. `size` is that of `writeAgency`; `start()` resolves to the milliseconds until its first answer. */
export async function batonWith(size) {
  if (!existsSync(baton)) throw new Error(`There is no ${baton}: run script/build first.`);
  const folder = scratch();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { ...process.env, BATON_DATABASE_URL: `sqlite://${join(folder, "baton.db")}`, BATON_DATA_DIR: folder, BATON_ADDR: `127.0.0.1:${port}` };
  const run = (words, input) => execFileSync(baton, words, { env, input, stdio: ["pipe", "ignore", "ignore"] });
  writeAgency(join(folder, "import"), size);
  run(["import", join(folder, "import")]);
  for (const [role, email] of Object.entries(people)) run(["user", "add", email, "--name", role, "--role", role], password);
  let child;
  const start = async () => {
    const started = performance.now();
    child = spawn(baton, ["serve"], { env, stdio: "ignore" });
    await untilItAnswers(url);
    return performance.now() - started;
  };
  const stop = async () => {
    child.kill();
    await once(child, "exit");
  };
  return { url, start, stop, as: (role) => new Asker(url).signIn(people[role], password) };
}

let built = false;

function buildPlain() {
  const words = ["build", "--locked", "--release", "-p", "plain"];
  if (!built) execFileSync("cargo", words, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  built = true;
}

/** The baseline server (bench/plain), sending `bytes`. `took`: the milliseconds until it listened. */
export async function plainServer(bytes) {
  buildPlain();
  const folder = scratch();
  writeFileSync(join(folder, "bytes"), bytes);
  const binary = join(target, "release", "plain");
  const started = performance.now();
  const child = spawn(binary, [join(folder, "bytes"), join(folder, "plain.db")], { stdio: ["ignore", "pipe", "inherit"] });
  const [ports] = await once(createInterface(child.stdout), "line");
  const took = performance.now() - started;
  const [http, tcp] = ports.split(" ").map(Number);
  return { asker: () => new Asker(`http://127.0.0.1:${http}`), tcp, took, stop: () => child.kill() };
}
