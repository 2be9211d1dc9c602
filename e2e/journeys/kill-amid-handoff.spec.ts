import { expect, test } from "@playwright/test";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { Client } from "../actors.js";
import { openSql, startPostgres, tableSums } from "../database.js";
import { Line } from "../line.js";
import { DEMO_PASSWORD, freePort, makeDataDir, Product } from "../stack.js";

interface Issue {
  readonly id: string;
  readonly inTransit: boolean;
  readonly unit: { readonly key: string };
  readonly assignee: { readonly id: string } | null;
}
interface Handoff {
  readonly id: string;
  readonly state: string;
  readonly steps: readonly { readonly id: string; readonly current: boolean }[];
}

const UNITS = '{ dev: unit(key: "DEV") { id } sales: unit(key: "SALES") { id } me { user { id } } }';
const CREATE = "mutation($input: CreateIssueInput!) { createIssue(input: $input) { id } }";
const START = `mutation($issue: ID!, $toUnit: ID!) {
  startHandoff(issue: $issue, toUnit: $toUnit, withSubIssues: true) { id state steps { id current } } }`;
const ACCEPT = `mutation($step: ID!, $assignee: ID, $m: String) {
  acceptHandoff(step: $step, assignee: $assignee, comment: "Ours", clientMutationId: $m) { id state steps { id current } } }`;
const READ = "query($id: ID!) { issue(id: $id) { id inTransit unit { key } assignee { id } } }";

// Each kill is followed by a start: seconds each on a machine that does much else.
test.setTimeout(900_000);

test("SIGKILL of the server between any two statements of an arrival: all or nothing, and a repeat acts once (H2, H4)", async () => {
  const dataDir = makeDataDir();
  const port = String(await freePort());
  const products: Product[] = [];
  const start = async (databaseUrl: string): Promise<Product> => {
    const env = { PORT: port, DATABASE_URL: databaseUrl, DEMO: "1", DEMO_PASSWORD, LOG_LEVEL: "error" };
    const product = new Product({ ...env, DATA_DIR: dataDir });
    products.push(product);
    await product.ready();
    return product;
  };
  const { connection, stop } = await startPostgres(dataDir);
  const line = await Line.to(join(connection.host, `.s.PGSQL.${connection.port}`));
  const sql = await openSql(connection);
  try {
    const { user, password, database } = connection;
    const url = `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${line.port}/${database}`;
    let product = await start(url);
    const address = `http://127.0.0.1:${port}`;
    const [head, target, executor, boss] = await Promise.all(
      ["dev.head", "sales.head", "sales.dev1", "boss"].map((login) => Client.signIn(address, login)),
    );
    if (!head || !target || !executor || !boss) throw new Error("nobody signed in");
    interface Ids {
      dev: { id: string };
      sales: { id: string };
      me: { user: { id: string } };
    }
    const { dev, sales } = await head.ask<Ids>(UNITS);
    const assignee = (await executor.ask<Ids>(UNITS)).me.user.id;
    const make = async (title: string, parent: string | null): Promise<string> => {
      const input = { unit: dev.id, title, parent };
      return (await head.ask<{ createIssue: { id: string } }>(CREATE, { input })).createIssue.id;
    };
    const issue = await make("To be handed over", null);
    const family = [issue, await make("Its part", issue), await make("Its other part", issue)];
    const { startHandoff } = await head.ask<{ startHandoff: Handoff }>(START, { issue, toUnit: sales.id });
    const step = startHandoff.steps.find(({ current }) => current)?.id;
    const accept = () =>
      target.ask<{ acceptHandoff: Handoff }>(ACCEPT, { step, assignee, m: "the same throughout" });
    const places = async (): Promise<unknown[]> => {
      const read = family.map((id) => boss.ask<{ issue: Issue }>(READ, { id }));
      return (await Promise.all(read)).map(({ issue: { unit, inTransit, assignee: holder } }) => {
        return [unit.key, inTransit, holder?.id === assignee];
      });
    };
    /** Kills the server where the line holds, and starts another when PostgreSQL knows that it is gone. */
    const killAt = async (statement: number): Promise<"STATEMENT" | "COMMITTED"> => {
      const held = line.holdBefore(statement);
      const answer = accept().then(JSON.stringify, String);
      const where = await Promise.race([held, answer]);
      if (where !== "STATEMENT" && where !== "COMMITTED") throw new Error(`nothing was held: ${where}`);
      product.process.kill("SIGKILL");
      expect(await product.ended()).toBe("SIGKILL");
      expect(await answer).toMatch(/fetch failed|terminated/);
      const others =
        "select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";
      await expect.poll(async () => (await sql.query(others)).rows.length, { intervals: [20] }).toBe(0);
      return where;
    };

    // Each start looks for hand-offs that wait too long (H6): those of the demo must not be told of between the sums.
    await sql.query(`begin; set local session_replication_role = replica;
      update handoff_step set reminded_at = coalesce(reminded_at, now()), escalated_at = coalesce(escalated_at, now())
      where current; commit`);
    const before = await tableSums(sql);
    const transit = [
      ["DEV", true, false],
      ["DEV", false, false],
      ["DEV", false, false],
    ];
    expect(await places()).toEqual(transit);
    let statements = 0;
    while ((await killAt(statements)) === "STATEMENT") {
      expect(await tableSums(sql), `killed before statement ${statements}`).toEqual(before);
      statements++;
      product = await start(url);
      expect(await places()).toEqual(transit);
    }
    // The commit was there, and nobody heard of it.
    expect(statements).toBeGreaterThan(20);
    const after = await tableSums(sql);
    expect(after["issue"]).not.toBe(before["issue"]);
    product = await start(url);
    expect(await places()).toEqual(family.map(() => ["SALES", false, true]));
    expect((await accept()).acceptHandoff).toMatchObject({ id: startHandoff.id, state: "ACCEPTED" });
    expect(await tableSums(sql)).toEqual(after);
    console.log(`killed before each of ${statements} statements, and after the commit`);
    await product.stop();
  } finally {
    for (const { process } of products) process.kill("SIGKILL");
    await sql.end();
    line.close();
    await stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
