import pg from "pg";
import { SESSION_COOKIE } from "../../access/session-cookie.js";
import { openSql, pastTheLaws } from "../sql.js";
import { startTestServer, type GraphqlAnswer, type TestServer } from "../test-server.js";
import type { CompanySpec } from "../test-company.js";
import { compare } from "./compare.js";
import type { Dice } from "./dice.js";
import { randomCompany } from "./random-company.js";
import { endSome, fill, nameSome, relateSome } from "./beginnings.js";
import { Eyes } from "./rules/eyes.js";
import { loadWorld, type Run } from "./rules/load-world.js";
import type { World } from "./rules/world.js";
import { leakedTexts } from "./rules/leak.js";

/** What is asked, and by whom. */
export interface Question {
  /** The person's id. */
  readonly by: string;
  readonly document: string;
  readonly variables: Record<string, unknown>;
}

/** The oracle's word: an answer with what is hidden in it, or the codes one of which refuses. */
export type Verdict =
  | { readonly data: unknown; readonly redacted: readonly string[] }
  | { readonly codes: readonly string[]; readonly rules: readonly string[] };

export class Mismatch extends Error {}

type Answer = GraphqlAnswer<Record<string, unknown>>;

export interface Asked {
  readonly question: Question;
  readonly text: string;
  readonly answer: Answer;
}

function judgeRefusal(answer: Answer, { codes, rules }: Extract<Verdict, { readonly codes: unknown }>): void {
  const error = answer.errors?.[0];
  const { code, rule } = error?.extensions ?? { code: "an answer" };
  const isRule = rule === undefined || rules.length === 0 || rules.includes(rule);
  if (error && codes.includes(code) && isRule) return;
  const expected = [codes.join(" or "), ...rules].join(" ");
  throw new Mismatch(`expected ${expected}, got ${code} ${rule ?? ""}\n${JSON.stringify(answer)}`);
}

function judgeAnswer(answer: Answer, verdict: Extract<Verdict, { readonly data: unknown }>): void {
  if (answer.errors) throw new Mismatch(`expected an answer, got ${JSON.stringify(answer.errors)}`);
  const got = { data: answer.data, redacted: [...(answer.extensions?.redacted ?? [])].sort() };
  const expected = { data: verdict.data, redacted: [...verdict.redacted].sort() };
  const difference = compare(expected, got, "");
  if (difference !== null) throw new Mismatch(difference);
}

/** One random company on a server of its own, and the oracle that looks at its tables. */
export class Trial {
  readonly test: TestServer;
  readonly dice: Dice;
  readonly spec: CompanySpec;
  world: World;
  /** The moments that events left, oldest first: a stream can be begun from each of them (I9). */
  readonly history: World[] = [];
  private readonly run: Run;
  private readonly client: pg.Client;

  private constructor(test: TestServer, dice: Dice, spec: CompanySpec, client: pg.Client, world: World) {
    this.test = test;
    this.dice = dice;
    this.spec = spec;
    this.client = client;
    this.world = world;
    this.run = runOf(client);
  }

  static async start(dice: Dice): Promise<Trial> {
    const spec = randomCompany(dice);
    const test = await startTestServer(spec);
    await fill(test, dice, spec);
    const client = await openSql(test.database.connection);
    await endSome(client, dice);
    await relateSome(client, dice);
    await nameSome(client, dice);
    return new Trial(test, dice, spec, client, await loadWorld(runOf(client)));
  }

  /** Straight into the tables, as the owner. */
  sql(text: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
    return pastTheLaws(this.client, text, values);
  }

  /** Looks at all tables again. @returns the moment before */
  async look(): Promise<World> {
    const before = this.world;
    this.world = await loadWorld(this.run, before);
    if (this.world.events.length > before.events.length) this.history.push(before);
    return before;
  }

  eyes(userId: string): Eyes {
    return new Eyes(this.world, userId);
  }

  /** What no event tells of cannot be replayed from before it. */
  forget(): void {
    this.history.length = 0;
  }

  secret(userId: string): string {
    const login = Object.entries(this.test.company.people).find(([, id]) => id === userId)?.[0] ?? "";
    return this.test.company.secrets[login] ?? "";
  }

  async ask(question: Question): Promise<Asked> {
    const { by, document, variables } = question;
    const response = await fetch(`${this.test.server.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie: `${SESSION_COOKIE}=${this.secret(by)}` },
      body: JSON.stringify({ query: document, variables }),
    });
    const text = await response.text();
    return { question, text, answer: JSON.parse(text) as Answer };
  }

  /** Whether it is answered as the company is now. @throws Mismatch */
  judge({ question, text, answer }: Asked, verdict: Verdict): void {
    const own = JSON.stringify(question.variables);
    const leaks = leakedTexts(this.eyes(question.by), text).filter((token) => !own.includes(token));
    if (leaks.length > 0) throw new Mismatch(`the answer shows what is not to be read: ${leaks.join(", ")}`);
    if ("codes" in verdict) judgeRefusal(answer, verdict);
    else judgeAnswer(answer, verdict);
  }

  async stop(): Promise<void> {
    await this.client.end();
    await this.test.stop();
  }
}

function runOf(client: pg.Client): Run {
  return async (text, values = []) => {
    const { rows } = await client.query<Record<string, unknown>>(text, [...values]);
    return rows;
  };
}
