// HTTP as a measurement needs it: connections are kept, times are taken around the whole answer.
import { Agent, request as send } from "node:http";

/** Somebody who asks a server, with a connection of its own. */
export class Asker {
  #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(url) {
    this.url = url;
    this.cookie = "";
  }

  /** Sends a request and resolves to the answer with `took`, in milliseconds. */
  ask(path, { method = "GET", headers = {}, body } = {}) {
    const cookie = this.cookie ? { cookie: this.cookie } : {};
    const options = { method, agent: this.#agent, headers: { ...cookie, origin: this.url, ...headers } };
    const started = performance.now();
    return new Promise((resolve, reject) => {
      const asked = send(new URL(path, this.url), options, (answer) => {
        const parts = [];
        answer.on("data", (part) => parts.push(part));
        answer.on("end", () =>
          resolve({ status: answer.statusCode, headers: answer.headers, bytes: Buffer.concat(parts), took: performance.now() - started }),
        );
      });
      asked.on("error", reject);
      asked.end(body);
    });
  }

  /** Opens a stream that the server goes on writing to; `heard` gets each piece. */
  listen(path, heard) {
    return new Promise((resolve, reject) => {
      const asked = send(new URL(path, this.url), { headers: { cookie: this.cookie }, agent: false }, (answer) => {
        answer.on("data", heard);
        resolve(() => asked.destroy());
      });
      asked.on("error", reject);
      asked.end();
    });
  }

  post(path, fields) {
    const headers = { "content-type": "application/x-www-form-urlencoded", accept: "application/json" };
    return this.ask(path, { method: "POST", headers, body: new URLSearchParams(fields).toString() });
  }

  /** The address of a server function, whose end is made by the compiler: a page that has its form tells it. */
  async functionOn(page, name) {
    const { bytes } = await this.ask(page);
    const found = bytes.toString().match(new RegExp(`/api/${name}\\d+`));
    if (!found) throw new Error(`${page} has no form of ${name}`);
    return found[0];
  }

  async signIn(email, password) {
    const path = await this.functionOn("/sign-in", "sign_in");
    const { headers } = await this.post(path, { email, password });
    if (!headers["set-cookie"]) throw new Error(`${email} could not sign in`);
    this.cookie = headers["set-cookie"].map((cookie) => cookie.split(";")[0]).join("; ");
    return this;
  }
}
