// Runs the browser tests, one file after another, and ends with "N passed, N failed".
//
//   node end2end/run.mjs [part of a file's name…]
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { fileURLToPath } from "node:url";

const folder = join(dirname(fileURLToPath(import.meta.url)), "tests");
const wanted = process.argv.slice(2);
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".test.mjs"))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  .sort()
  .map((name) => join(folder, name));

let passed = 0;
let failed = 0;
const isTest = (data) => data.details?.type !== "suite" && !files.includes(data.name);

const stream = run({ files, concurrency: false, timeout: 900_000 });
stream.on("test:pass", (data) => isTest(data) && (passed += 1));
stream.on("test:fail", (data) => isTest(data) && (failed += 1));
stream.on("end", () => {
  // A file that broke before its first test is a failure too.
  if (passed + failed === 0) failed = 1;
  process.exitCode = failed > 0 ? 1 : 0;
  setImmediate(() => console.log(`${passed} passed, ${failed} failed`));
});
stream.compose(new spec()).pipe(process.stdout);
