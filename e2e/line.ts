import { createServer, type AddressInfo, type Server, type Socket, connect } from "node:net";

/** Where a line is cut: before the statement of this number (the beginning is 0), or as the commit is answered. */
interface Cut {
  readonly before: number;
  readonly reached: (where: "STATEMENT" | "COMMITTED") => void;
}

const BEGINS = "stafeta.actor";
const START_UP = 0;

/** One connection's messages, each whole: a letter, the length of what follows, and that. */
class Messages {
  #rest: Buffer = Buffer.alloc(0);
  #isFirst = true;

  take(bytes: Buffer): Buffer[] {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    const whole: Buffer[] = [];
    for (;;) {
      const letter = this.#isFirst ? START_UP : 1;
      if (this.#rest.length < letter + 4) return whole;
      const end = letter + this.#rest.readInt32BE(letter);
      if (this.#rest.length < end) return whole;
      whole.push(this.#rest.subarray(0, end));
      this.#rest = this.#rest.subarray(end);
      this.#isFirst = false;
    }
  }
}

/**
 * A line from the server to its PostgreSQL that can hold one change of records between any two of its statements, for as long
 * as it takes to kill the server.
 */
export class Line {
  readonly #server: Server;
  #cut: Cut | null = null;

  private constructor(path: string) {
    this.#server = createServer((client) => {
      this.#carry(client, connect(path));
    });
  }

  /** @param path PostgreSQL's socket */
  static async to(path: string): Promise<Line> {
    const line = new Line(path);
    await new Promise<void>((resolve) => line.#server.listen(0, "127.0.0.1", resolve));
    return line;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  close(): void {
    this.#server.close();
  }

  /** The next change is held there. @returns when it is: before the statement, or after a commit that nobody heard of */
  holdBefore(statement: number): Promise<"STATEMENT" | "COMMITTED"> {
    return new Promise((reached) => {
      this.#cut = { before: statement, reached };
    });
  }

  #carry(client: Socket, database: Socket): void {
    const messages = new Messages();
    const change = { cut: null as Cut | null, count: 0, isHeld: false, isCommitting: false };
    let isBetween = true;
    const forward = (message: Buffer): void => {
      const letter = String.fromCharCode(message[0] ?? 0);
      const text = letter === "Q" ? message.toString("utf8", 5) : "";
      if (this.#cut && text.includes(BEGINS)) {
        [change.cut, this.#cut] = [this.#cut, null];
      }
      if (change.cut && isBetween && !change.isHeld) {
        if (change.count === change.cut.before) {
          change.isHeld = true;
          change.cut.reached("STATEMENT");
        }
        change.count++;
        change.isCommitting = text.startsWith("commit");
      }
      // Before the first one there are a greeting and a password.
      if (!"pX\0".includes(letter)) isBetween = letter === "Q" || letter === "S";
      if (!change.isHeld) database.write(message);
    };
    client.on("data", (bytes: Buffer) => {
      for (const message of messages.take(bytes)) forward(message);
    });
    database.on("data", (bytes: Buffer) => {
      if (change.cut && change.isCommitting) change.cut.reached("COMMITTED");
      else client.write(bytes);
    });
    client.on("close", () => database.destroy()).on("error", () => database.destroy());
    database.on("close", () => client.destroy()).on("error", () => client.destroy());
  }
}
