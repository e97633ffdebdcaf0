// From a move being sent to what 200 other viewers receive, beside a raw TCP broadcast of the same bytes.
import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { figure, p95 } from "../support/figures.mjs";
import { plainServer } from "../support/servers.mjs";
import { Mover } from "./mover.mjs";

const VIEWERS = 200;
const MOVES = 30;

/** Each `send()` is heard by all: the milliseconds that it took to reach each of them. */
async function heardBy(hear, send) {
  const times = [];
  for (let move = 0; move < MOVES; move += 1) {
    let started = 0;
    let missing = VIEWERS;
    const all = new Promise((resolve) =>
      hear(() => {
        times.push(performance.now() - started);
        missing -= 1;
        if (missing === 0) resolve();
      }),
    );
    started = performance.now();
    await Promise.all([send(), all]);
    await pause(20);
  }
  return times;
}

async function ofBaton(baton) {
  const mover = await Mover.of(baton, 1);
  const viewer = await baton.as("producer");
  let told = () => {};
  let bytes = Buffer.alloc(0);
  const hangUps = [];
  for (let number = 0; number < VIEWERS; number += 1) {
    let buffered = "";
    const hangUp = await viewer.listen("/live", (piece) => {
      buffered += piece;
      if (buffered.includes("\n\n") && buffered.includes("data:")) {
        bytes = Buffer.from(buffered);
        buffered = "";
        told();
      }
    });
    hangUps.push(hangUp);
  }
  await pause(1_000); // what a stream begins with
  const times = await heardBy((call) => (told = call), () => mover.move());
  hangUps.forEach((hangUp) => hangUp());
  return { times, bytes };
}

async function ofPlain(bytes) {
  const plain = await plainServer(bytes);
  const asker = plain.asker();
  let told = () => {};
  const peers = await Promise.all(
    Array.from({ length: VIEWERS }, async () => {
      const peer = connect(plain.tcp, "127.0.0.1");
      peer.on("data", () => told());
      await once(peer, "connect");
      return peer;
    }),
  );
  await pause(200);
  const times = await heardBy((call) => (told = call), () => asker.ask("/broadcast", { method: "POST" }));
  peers.forEach((peer) => peer.destroy());
  plain.stop();
  return times;
}

export async function toTheViewers(baton) {
  const { times, bytes } = await ofBaton(baton);
  figure(`move to ${VIEWERS} viewers, p95`, p95(times), "ms", 250, p95(await ofPlain(bytes)));
}
