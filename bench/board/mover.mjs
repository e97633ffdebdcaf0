// Somebody who moves handoffs over HTTP, as the form on their pages does.

const circle = { preparing: ["submitted", { waive: "measured" }], submitted: ["in_review", {}], in_review: ["preparing", { reason: "measured" }] };

export class Mover {
  #cards;
  #next = 0;

  /** Takes `count` open handoffs from the board. */
  static async of(baton, count) {
    const mover = new Mover();
    mover.asker = await baton.as("admin");
    const board = (await mover.asker.ask("/board")).bytes.toString();
    const ids = [...new Set(board.match(/\/handoffs\/[0-9a-f-]{36}/g))].slice(0, count);
    mover.#cards = await Promise.all(ids.map((path) => mover.#read(path)));
    mover.address = await mover.asker.functionOn(ids[0], "send_plain_move");
    return mover;
  }

  async #read(path) {
    const page = (await this.asker.ask(path)).bytes.toString();
    const version = page.match(/name="version"[^>]*value="(\d+)"|value="(\d+)"[^>]*name="version"/);
    const stages = [...page.matchAll(/name="to"[^>]*value="(\w+)"|value="(\w+)"[^>]*name="to"/g)].map((found) => found[1] ?? found[2]);
    const stage = Object.keys(circle).find((from) => stages.includes(circle[from][0]) && (from !== "in_review" || !stages.includes("in_review")));
    return { id: path.split("/").pop(), version: Number(version[1] ?? version[2]), stage };
  }

  /** One move; resolves to the milliseconds until it was acknowledged, and so durable. */
  async move() {
    const card = this.#cards[this.#next++ % this.#cards.length];
    const [to, said] = circle[card.stage];
    const answer = await this.asker.post(this.address, { id: card.id, version: card.version, to, ...said });
    if (answer.status !== 200) throw new Error(`a move was answered ${answer.status}: ${answer.bytes}`);
    const now = JSON.parse(answer.bytes);
    Object.assign(card, { version: now.version, stage: now.stage });
    return { id: card.id, took: answer.took };
  }
}
