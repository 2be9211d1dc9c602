import { getIntrospectionQuery } from "graphql";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { LiveClient, type Handshake } from "../../testing/live-client.js";
import { makeIssues } from "../../testing/test-issues.js";
import { startTestServer, type TestServer } from "../../testing/test-server.js";
import { runSql } from "../../testing/sql.js";
import { newSecret, secretHash } from "../../access/authenticate.js";

const BOARD = "subscription ($unit: ID!) { boardChanged(unit: $unit) { issueId event { id } } }";
const ME = "{ me { user { name } } }";

let test: TestServer;
const clients: LiveClient[] = [];

beforeAll(async () => {
  test = await startTestServer();
});
afterAll(() => test.stop());
afterEach(() => {
  for (const client of clients.splice(0)) client.terminate();
});

async function open(
  handshake: Handshake = { session: test.company.secrets["dev.dev1"] },
): Promise<LiveClient> {
  const client = await LiveClient.open(test.server.url, handshake);
  clients.push(client);
  return client;
}

async function connect(login = "dev.dev1"): Promise<LiveClient> {
  const client = await LiveClient.connect(test.server.url, test.company.secrets[login]);
  clients.push(client);
  return client;
}

async function closeCode(client: LiveClient, patienceMs?: number): Promise<number | undefined> {
  await client.until(() => client.closed !== null, patienceMs);
  return client.closed?.code;
}

const unit = (key: string): string => test.company.units[key] ?? "";
const codes = (client: LiveClient, id: string) => client.errors(id).map(({ extensions }) => extensions.code);

describe("the handshake", () => {
  it("AUT-12: a foreign origin is refused before anything is said, whatever the cookie", async () => {
    const session = test.company.secrets["boss"];
    for (const origin of [
      "https://evil.example",
      "null",
      `${test.server.url}.evil.example`,
      "http://localhost:1",
    ]) {
      await expect(open({ session, origin })).rejects.toThrow("403");
    }
  });

  it("own origins are the host, under either name of this machine, and no origin at all", async () => {
    const port = new URL(test.server.url).port;
    for (const origin of [`http://localhost:${port}`, `http://127.0.0.1:${port}`, undefined]) {
      const client = await open({
        session: test.company.secrets["boss"],
        ...(origin !== undefined && { origin }),
      });
      client.say({ type: "connection_init" });
      await client.until(() => client.received.length > 0);
    }
  });

  it("only /graphql is served", async () => {
    await expect(open({ path: "/" })).rejects.toThrow("404");
    await expect(open({ path: "/graphqlx" })).rejects.toThrow("404");
  });

  it("4406: no other sub-protocol is spoken", async () => {
    const client = await open({ protocols: [] });
    expect(await closeCode(client)).toBe(4406);
    await expect(open({ protocols: ["graphql-ws"] })).rejects.toThrow("subprotocol");
    expect((await open({ protocols: ["graphql-ws", "graphql-transport-ws"] })).closed).toBeNull();
  });
});

describe("connection_init", () => {
  it("4408: who says nothing is let go", async () => {
    expect(await closeCode(await open())).toBe(4408);
  });

  it("4429: it is said once, before the ack as well as after it", async () => {
    const twice = await open();
    twice.say({ type: "connection_init" });
    twice.say({ type: "connection_init" });
    expect(await closeCode(twice)).toBe(4429);
    const again = await connect();
    again.say({ type: "connection_init" });
    expect(await closeCode(again)).toBe(4429);
  });

  it("4403: a stranger, a wrong secret and an ended session are forbidden", async () => {
    const ended = newSecret();
    const person = test.company.people["dev.dev1"];
    const insert = `insert into session (token_hash, user_id, expires_at, ended_at) values ($1, $2, now() + interval '1 day', now())`;
    await runSql(test.database.connection, insert, [secretHash(ended), person]);
    for (const session of [undefined, "wrong", ended]) {
      const client = await open({ session });
      client.say({ type: "connection_init" });
      expect(await closeCode(client)).toBe(4403);
    }
    const client = await open({});
    client.say({ type: "connection_init", payload: { authorization: "Bearer wrong" } });
    expect(await closeCode(client)).toBe(4403);
  });

  it("takes a token in place of the cookie, and before it", async () => {
    const token = newSecret();
    const insert = `insert into api_token (token_hash, user_id, name, scopes) values ($1, $2, 'test', '{READ}')`;
    await runSql(test.database.connection, insert, [secretHash(token), test.company.people["analyst"]]);
    const client = await open();
    client.say({ type: "connection_init", payload: { authorization: `Bearer ${token}` } });
    await client.until(() => client.received.length > 0);
    expect(client.received[0]).toEqual({ type: "connection_ack" });
    expect(await client.ask(ME)).toEqual({ data: { me: { user: { name: "analyst" } } } });
  });
});

describe("messages", () => {
  it("4401: nothing runs before the ack", async () => {
    const early = await open();
    early.subscribe("1", ME);
    expect(await closeCode(early)).toBe(4401);
  });

  it("4409: an id stands for one operation at a time, and is free again afterwards", async () => {
    const client = await connect();
    client.subscribe("1", BOARD, { unit: unit("DEV") });
    await client.ask(ME);
    client.complete("1");
    client.subscribe("1", ME);
    await client.until(() => client.of("1", "complete").length === 1);
    expect(client.of("1", "next")).toHaveLength(1);
    client.subscribe("2", BOARD, { unit: unit("DEV") });
    client.subscribe("2", BOARD, { unit: unit("DEV") });
    expect(await closeCode(client)).toBe(4409);
  });

  it.each([
    ["no JSON", "{"],
    ["no object", "[]"],
    ["no type", "{}"],
    ["an unknown type", { type: "start" }],
    ["what only a server says", { type: "connection_ack" }],
    ["what only a server says of an operation", { id: "1", type: "next", payload: {} }],
    ["subscribe without an id", { type: "subscribe", payload: { query: ME } }],
    ["subscribe with an empty id", { id: "", type: "subscribe", payload: { query: ME } }],
    ["a query that is no text", { id: "1", type: "subscribe", payload: { query: 1 } }],
    ["variables that are no object", { id: "1", type: "subscribe", payload: { query: ME, variables: [] } }],
  ])("4400: %s", async (_, message) => {
    const client = await connect();
    client.say(message);
    expect(await closeCode(client)).toBe(4400);
  });

  it("answers ping with pong and its payload, before the ack too, and lets an unasked pong be", async () => {
    const client = await open();
    client.say({ type: "ping", payload: { at: 1 } });
    client.say({ type: "ping" });
    client.say({ type: "pong" });
    await client.until(() => client.received.length === 2);
    expect(client.received).toEqual([{ type: "pong", payload: { at: 1 } }, { type: "pong" }]);
    expect(client.closed).toBeNull();
  });

  it("an operation that was never there may be completed", async () => {
    const client = await connect();
    client.complete("nothing");
    expect(await client.ask(ME)).toBeDefined();
  });

  it("a message over 1 MB closes its own socket and no other", async () => {
    const [large, other] = [await connect(), await connect("dev.head")];
    large.subscribe("1", `{ me { user { name } } } #${"x".repeat(1_000_001)}`);
    expect(await closeCode(large)).toBe(1009);
    expect(await other.ask(ME)).toEqual({ data: { me: { user: { name: "dev.head" } } } });
  });
});

describe("one bad message ends one operation", () => {
  it.each<[string, string, Record<string, unknown>, string]>([
    ["a syntax error", "{", {}, "GRAPHQL_PARSE_FAILED"],
    ["a field that is not there", "{ nothing }", {}, "GRAPHQL_VALIDATION_FAILED"],
    [
      "a variable of the wrong type",
      "query ($a: Int!) { users(first: $a) { id } }",
      { a: "x" },
      "BAD_USER_INPUT",
    ],
    ["a variable left out", BOARD, {}, "BAD_USER_INPUT"],
    [
      "several operations without a name",
      "query A { me { isBoss } } query B { me { isBoss } }",
      {},
      "OPERATION_RESOLUTION_FAILURE",
    ],
    [
      "two fields of a subscription",
      '{ me { isBoss } } subscription { a: boardChanged(unit: "1") { issueId } b: boardChanged(unit: "1") { issueId } }',
      {},
      "GRAPHQL_VALIDATION_FAILED",
    ],
    [
      "a subscription that a directive leaves out",
      "subscription ($unit: ID!, $no: Boolean!) { boardChanged(unit: $unit) @skip(if: $no) { issueId } }",
      { unit: "1", no: true },
      "GRAPHQL_VALIDATION_FAILED",
    ],
    ["a depth beyond the limit", `${"{ a ".repeat(21)}${"}".repeat(21)}`, {}, "LIMIT"],
    [
      "the dearest list 100 times",
      `{ ${Array.from({ length: 100 }, (_, n) => `a${String(n)}: issues(first: 500) { nodes { id } }`).join(" ")} }`,
      {},
      "LIMIT",
    ],
    ["brackets without end", "{a".repeat(5_000), {}, "LIMIT"],
  ])("%s", async (_, query, variables, code) => {
    const client = await connect();
    client.subscribe("good", BOARD, { unit: unit("DEV") });
    client.subscribe("bad", query, variables);
    await client.until(() => client.of("bad").length > 0);
    expect(client.of("bad").map(({ type }) => type)).toEqual(["error"]);
    expect(codes(client, "bad")[0]).toBe(code);
    await client.ask(ME);
    await makeIssues(test, [{ unit: "DEV" }]);
    await client.until(() => client.of("good", "next").length > 0);
    expect(client.closed).toBeNull();
    expect(JSON.stringify(client.received)).not.toMatch(/stack|node_modules|INTERNAL/);
  });

  it("a mutation is refused, and nothing changes", async () => {
    const client = await connect("dev.head");
    client.subscribe("1", 'mutation { createIssue(input: { unit: "1", title: "x" }) { id } }');
    await client.until(() => client.of("1").length > 0);
    expect(codes(client, "1")).toEqual(["BAD_REQUEST"]);
    const rows = await runSql(test.database.connection, "select count(*) from issue where title = 'x'");
    expect(rows).toEqual([{ count: "0" }]);
  });

  it("LIMIT: variables nested without end are refused before they are looked at", async () => {
    const client = await connect();
    const variables = `${'{"and":['.repeat(50_000)}${"]}".repeat(50_000)}`;
    const query = "query ($filter: IssueFilter) { issues(filter: $filter) { totalCount } }";
    client.say(
      `{"id":"1","type":"subscribe","payload":{"query":${JSON.stringify(query)},"variables":{"filter":${variables}}}}`,
    );
    await client.until(() => client.of("1").length > 0);
    expect(codes(client, "1")).toEqual(["LIMIT"]);
  });

  it("LIMIT: too many operations on one socket, which goes on", async () => {
    const client = await connect();
    for (let n = 0; n < 210; n++) client.subscribe(`s${String(n)}`, BOARD, { unit: unit("DEV") });
    await client.until(() => client.of("s209").length > 0);
    const refused = client.received.filter(({ type }) => type === "error");
    expect(refused).toHaveLength(10);
    expect(codes(client, "s209")).toEqual(["LIMIT"]);
    client.complete("s0");
    expect(await client.ask(ME)).toBeDefined();
  });
});

describe("queries over a socket", () => {
  it("100 at once are all answered, compiled or not", async () => {
    const client = await connect();
    const answers = await Promise.all(Array.from({ length: 100 }, () => client.ask(ME)));
    expect(answers).toEqual(answers.map(() => ({ data: { me: { user: { name: "dev.dev1" } } } })));
  });

  it("R11: say what was hidden, as over HTTP", async () => {
    const [issue] = await makeIssues(test, [{ unit: "SALES", author: "dev.dev1", estimate: 5 }]);
    const query = `{ issue(id: "${issue.id}") { title estimate } }`;
    const client = await connect();
    for (let sight = 0; sight < 3; sight++) {
      expect(await client.ask(query)).toEqual(await test.as("dev.dev1")(query));
    }
    expect(await client.ask(query)).toMatchObject({ extensions: { redacted: ["Issue.estimate"] } });
  });

  it("the schema is told to the signed in", async () => {
    const client = await connect();
    expect(await client.ask(getIntrospectionQuery())).toMatchObject({ data: { __schema: {} } });
  });
});
