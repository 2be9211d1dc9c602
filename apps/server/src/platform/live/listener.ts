import type pg from "pg";
import { openClient, type DatabaseConnection } from "../db/connect.js";

const CHANNEL = "stafeta";
const AGAIN_MS = 250;
const BEAT_MS = 1_000;
const CONNECT_MS = 10_000;
const ANSWER_MS = 2_000;

const BEAT = `/* listenerBeat */ select last_event || ' ' || company_version || ' ' || session_version from clock`;

export interface ListenerParts {
  readonly connection: DatabaseConnection;
  /** Something has changed: events, the company, or sessions. What it was is read from the database itself. */
  readonly onNotice: () => void;
  readonly onTrouble: (error: unknown) => void;
}

function inTime<T>(limitMs: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error("the database did not answer the listener in time"));
    }, limitMs);
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}

/**
 * Hears what all servers on this database commit (LISTEN/NOTIFY). A line may die without a word, so the clock is looked
 * at every second as well: a notice that was missed is found then, and a dead line is replaced.
 */
export class Listener {
  private readonly parts: ListenerParts;
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private seen = "";
  private isStopped = false;

  constructor(parts: ListenerParts) {
    this.parts = parts;
  }

  /** Resolves once the line is open. @throws Error when it cannot be opened */
  async start(): Promise<void> {
    try {
      await this.connect();
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    if (this.timer) clearTimeout(this.timer);
    const client = this.client;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = openClient(this.parts.connection);
    this.client = client;
    client.on("error", (error) => {
      this.lose(client, error);
    });
    client.on("end", () => {
      this.lose(client, new Error("the listener's line was closed"));
    });
    client.on("notification", () => {
      this.parts.onNotice();
    });
    try {
      await inTime(CONNECT_MS, client.connect());
      await inTime(ANSWER_MS, client.query(`listen ${CHANNEL}`));
    } catch (error) {
      this.lose(client, error);
      throw error;
    }
    // What happened before the line was there.
    this.parts.onNotice();
    this.planBeat(client);
  }

  private planBeat(client: pg.Client): void {
    this.plan(BEAT_MS, () => {
      this.beat(client).catch((error: unknown) => {
        this.lose(client, error);
      });
    });
  }

  private async beat(client: pg.Client): Promise<void> {
    const { rows } = await inTime(ANSWER_MS, client.query<[string]>({ text: BEAT, rowMode: "array" }));
    const now = rows[0]?.[0] ?? "";
    if (now !== this.seen) {
      this.seen = now;
      this.parts.onNotice();
    }
    this.planBeat(client);
  }

  private lose(client: pg.Client, error: unknown): void {
    if (this.isStopped || this.client !== client) return;
    this.client = null;
    this.parts.onTrouble(error);
    client.end().catch(() => undefined);
    this.plan(AGAIN_MS, () => {
      // Its failure is a loss, which plans the next try.
      this.connect().catch(() => undefined);
    });
  }

  private plan(delayMs: number, work: () => void): void {
    if (this.isStopped) return;
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(work, delayMs);
  }
}
