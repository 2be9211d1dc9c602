import { Agent, request } from "node:http";

/**
 * @typedef {{ path: string, method: string, headers: Record<string, string | number>, body?: string }} Ask
 * @typedef {{ status: number, text: string }} Answer
 */

/** One client: lines that stay open, as a browser's do. */
export class Client {
  #port;
  #agent;

  constructor(port, lines) {
    this.#port = port;
    this.#agent = new Agent({ keepAlive: true, maxSockets: lines });
  }

  /** @returns {Promise<{ status: number, chunks: Buffer[] }>} */
  #send({ path, method, headers, body }, onAnswer) {
    return new Promise((resolve, reject) => {
      const options = { host: "127.0.0.1", port: this.#port, agent: this.#agent, path, method, headers };
      const sent = request(options, (response) => {
        const add = onAnswer();
        response.on("data", add);
        response.on("end", () => resolve(response.statusCode));
        response.on("error", reject);
      });
      sent.on("error", reject);
      sent.end(body);
    });
  }

  /** @returns {Promise<Answer>} */
  async ask(ask) {
    const chunks = [];
    const status = await this.#send(ask, () => (chunk) => chunks.push(chunk));
    return { status, text: Buffer.concat(chunks).toString("utf8") };
  }

  /** The size alone: what the client does is not to slow down what it measures. */
  async size(ask) {
    let bytes = 0;
    const status = await this.#send(ask, () => (chunk) => (bytes += chunk.length));
    return { status, bytes };
  }

  close() {
    this.#agent.destroy();
  }
}

/**
 * A closed loop: so many clients, each waits for its answer before it asks again.
 *
 * @param {(n: number) => Ask} askOf the n-th request of this contender's life
 * @param {{ clients: number, ms: number, atLeast: number, from: number }} how
 */
export async function closedLoop(client, askOf, { clients, ms, atLeast, from }) {
  const latencies = [];
  const faults = new Map();
  let bytes = 0;
  let next = from;
  const begin = performance.now();
  const isOver = () => performance.now() - begin >= ms && next - from >= atLeast;
  const work = async () => {
    while (!isOver()) {
      const start = performance.now();
      const { status, bytes: size } = await client.size(askOf(next++));
      latencies.push(performance.now() - start);
      bytes += size;
      if (status !== 200) faults.set(status, (faults.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: clients }, work));
  const wall = performance.now() - begin;
  return { latencies, faults, bytes, wall, next };
}
