import pg from "pg";
import { SESSION_COOKIE } from "../../access/session-cookie.js";
import { openSql, pastTheLaws } from "../sql.js";
import { makeIssues } from "../test-issues.js";
import { startTestServer, type GraphqlAnswer, type TestServer } from "../test-server.js";
import type { CompanySpec } from "../test-company.js";
import { compare } from "./compare.js";
import type { Dice } from "./dice.js";
import { randomCompany, randomIssue } from "./random-company.js";
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
    return new Trial(test, dice, spec, client, await loadWorld(runOf(client)));
  }

  /** Straight into the tables, as the owner. */
  sql(text: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
    return this.run(text, values);
  }

  /** Looks at all tables again. @returns the moment before */
  async look(): Promise<World> {
    const before = this.world;
    this.world = await loadWorld(this.run, before);
    return before;
  }

  eyes(userId: string): Eyes {
    return new Eyes(this.world, userId);
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

async function fill(test: TestServer, dice: Dice, spec: CompanySpec): Promise<void> {
  const now = Date.now();
  const made: string[] = [];
  // In a few goes, as an issue names its parent by id.
  for (let go = 0; go < 4; go++) {
    const specs = Array.from({ length: 8 + dice.below(8) }, () => randomIssue(dice, spec, now, made));
    for (const issue of await makeIssues(test, specs, "p0")) made.push(issue.id);
  }
}

/** R2: memberships that ended before anybody asked; units in which nothing begins any more (R1). */
async function endSome(client: pg.Client, dice: Dice): Promise<void> {
  const { rows } = await client.query<{ unit: string; person: string }>(
    "select u.id::text as unit, p.id::text as person from unit u cross join app_user p order by u.id, p.id",
  );
  for (const { unit, person } of dice.some(rows, 0.06)) {
    await pastTheLaws(
      client,
      `insert into membership (unit_id, user_id, role_id, ended_at)
       select $1, $2, id, now() from role where base = $3 and built_in`,
      [unit, person, dice.pick(["MANAGER", "DEVELOPER", "REPORTER", "ANALYST"])],
    );
  }
  if (!dice.chance(0.5)) return;
  const leaves =
    "select id from unit u where parent_id is not null and not exists (select from unit c where c.parent_id = u.id)";
  await pastTheLaws(client, `update unit set archived = true where id = (${leaves} order by id limit 1)`);
}
