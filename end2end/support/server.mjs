// A Baton of the test's own: the release binary on a free port, with a database that nobody else has.
import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const binary = process.env.BATON_BINARY ?? join(root, "target", "release", "baton");

// The demo agency is made once a run; every server starts from a copy of it.
let demo;
process.on("exit", () => demo && rmSync(demo, { recursive: true, force: true }));

function demoFolder() {
  if (demo) return demo;
  if (!existsSync(binary)) throw new Error(`There is no ${binary}: run script/build first.`);
  const folder = mkdtempSync(join(tmpdir(), "baton-demo-"));
  // The demo differs with its last day: a scene that leans on a row of it is found by asking for another one.
  const today = process.env.BATON_DEMO_TODAY;
  execFileSync(binary, today ? ["demo", "--today", today] : ["demo"], { env: settings(folder), stdio: ["ignore", "ignore", "inherit"] });
  demo = folder;
  return demo;
}

function settings(folder, port) {
  return {
    ...process.env,
    BATON_DATABASE_URL: `sqlite://${join(folder, "baton.db")}`,
    BATON_DATA_DIR: folder,
    ...(port ? { BATON_ADDR: `127.0.0.1:${port}` } : {}),
  };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function answers(url) {
  for (let tries = 0; tries < 200; tries += 1) {
    try {
      if ((await fetch(`${url}/healthz`)).ok) return;
    } catch {
      // Not yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${url} did not answer within 10 s`);
}

/** Starts a Baton with the demo agency. `restart()` ends it like a power cut and starts it again. */
export async function startServer() {
  const folder = mkdtempSync(join(tmpdir(), "baton-test-"));
  cpSync(demoFolder(), folder, { recursive: true });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child;
  const start = async () => {
    const quiet = process.env.BATON_TEST_LOG ? "inherit" : "ignore";
    child = spawn(binary, ["serve"], { env: settings(folder, port), stdio: ["ignore", quiet, quiet] });
    await answers(url);
  };
  const kill = () =>
    new Promise((resolve) => {
      child.once("exit", resolve);
      child.kill("SIGKILL");
    });
  await start();
  return {
    url,
    kill,
    start,
    async stop() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
