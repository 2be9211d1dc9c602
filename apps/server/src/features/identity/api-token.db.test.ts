import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventsOf } from "../../testing/events.js";
import { OrgCalls, shown } from "../../testing/org-calls.js";
import { runSql } from "../../testing/sql.js";
import { dataOf, startTestServer, type GraphqlAnswer, type TestServer } from "../../testing/test-server.js";

const CREATE =
  "mutation($name: String!, $expiresAt: DateTime, $scopes: [TokenScope!], $m: String) { createApiToken(name: $name, expiresAt: $expiresAt, scopes: $scopes, clientMutationId: $m) { id token } }";
const REVOKE = "mutation($id: ID!, $m: String) { revokeApiToken(id: $id, clientMutationId: $m) }";
const LIST = "{ apiTokens { id name scopes createdAt expiresAt lastUsedAt } }";
const ME = "{ me { user { name } } }";

interface Created {
  readonly createApiToken: { readonly id: string; readonly token: string };
}

let test: TestServer;
let calls: OrgCalls;
beforeAll(async () => {
  test = await startTestServer();
  calls = new OrgCalls(test);
});
afterAll(() => test.stop());

const sql = (text: string, values: readonly unknown[] = []) => runSql(test.database.connection, text, values);

async function create(variables: Record<string, unknown> = {}, login = "dev.head") {
  return dataOf(await test.as(login)<Created>(CREATE, { name: "Report", ...variables })).createApiToken;
}

/** Speaks by a token. */
async function by<T = Record<string, unknown>>(
  token: string,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<GraphqlAnswer<T>> {
  const response = await fetch(`${test.server.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as GraphqlAnswer<T>;
}

const hours = (n: number) => new Date(Date.now() + n * 3_600_000).toISOString();

describe("createApiToken", () => {
  it("is refused to a stranger and to who has just been deactivated", async () => {
    expect(await calls.refusedAs("nobody", CREATE, { name: "x" })).toBe("UNAUTHENTICATED");
    await sql("update app_user set active = false where email = 'service.head@demo.test'");
    expect(await calls.refusedAs("service.head", CREATE, { name: "x" })).toBe("UNAUTHENTICATED");
  });

  it("shows a secret once that speaks for its maker; its event and the database hold no trace of it", async () => {
    const made: { id: string; token: string }[] = [];
    const expiresAt = hours(24);
    const events = await eventsOf(test, async () => {
      made.push(await create({ expiresAt, scopes: ["READ"] }));
    });
    const { id = "", token = "" } = made[0] ?? {};
    expect(token).toMatch(/^stafeta_[\w-]{43}$/);
    expect(dataOf(await by(token, ME))).toEqual({ me: { user: { name: "dev.head" } } });
    expect(events).toMatchObject([
      {
        kind: "TOKEN_CREATED",
        entity: "apiToken",
        entityId: id,
        actorId: calls.person("dev.head"),
        changes: [
          { field: "name", after: "Report" },
          { field: "scopes", after: ["READ"] },
          { field: "expiresAt", after: expiresAt },
        ],
      },
    ]);
    const { apiTokens } = dataOf(await test.as("dev.head")(LIST));
    expect(apiTokens).toContainEqual(
      expect.objectContaining({ id, name: "Report", scopes: ["READ"], expiresAt }),
    );
    const [kept] = await sql(
      "select (select json_agg(t)::text from api_token t) || (select json_agg(e)::text from event e) || coalesce((select json_agg(c)::text from client_mutation c), '') as kept",
    );
    expect(JSON.stringify(kept)).not.toContain(token.slice("stafeta_".length));
  });

  it("a token without scopes may read and write; one that may only read changes nothing", async () => {
    const both = await create();
    const variables = { unit: calls.unit("DEV"), name: "by token" };
    const label = "mutation($unit: ID!, $name: String!) { createLabel(unit: $unit, name: $name) { name } }";
    dataOf(await by(both.token, label, variables));
    const reader = await create({ scopes: ["READ"] });
    const { errors } = await by(reader.token, label, { ...variables, name: "not by token" });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: "FORBIDDEN",
      message: { key: "token.readOnly" },
    });
    expect(await sql("select 1 from label where name = 'not by token'")).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["an end in the past", { expiresAt: hours(-1) }, "BAD_USER_INPUT expiresAt"],
    ["no scope", { scopes: [] }, "BAD_USER_INPUT scopes"],
    ["a blank name", { name: " " }, "BAD_USER_INPUT name"],
    ["TXT-05: a name with NUL", { name: "a\0b" }, "BAD_USER_INPUT name"],
    ["a long name", { name: "x".repeat(201) }, "BAD_USER_INPUT name"],
  ])("refuses %s", async (_, wrong, expected) => {
    expect(await calls.refusedAs("dev.head", CREATE, { name: "Report", ...wrong })).toBe(expected);
  });

  it("a token makes none that does more or lives longer than itself", async () => {
    const { token } = await create({ expiresAt: hours(2) });
    expect(shown(await by(token, CREATE, { name: "for ever" }))).toBe("BAD_USER_INPUT expiresAt");
    const child = dataOf(await by<Created>(token, CREATE, { name: "child", expiresAt: hours(1) }));
    expect(dataOf(await by(child.createApiToken.token, ME))).toEqual({ me: { user: { name: "dev.head" } } });
  });

  it("acts once for a clientMutationId and shows the same secret to the same session only", async () => {
    const events = await eventsOf(test, async () => {
      const [one, two] = await Promise.all([create({ m: "t1" }), create({ m: "t1" })]);
      expect(two).toEqual(one);
    });
    expect(events).toHaveLength(1);
    const other = await create();
    const answer = await by(other.token, CREATE, { name: "Report", m: "t1" });
    expect(shown(answer)).toBe("CONFLICT clientMutationId");
  });

  it("ends at its time", async () => {
    const { id, token } = await create({ expiresAt: hours(1) });
    expect(dataOf(await by(token, ME))["me"]).not.toBeNull();
    await sql("update api_token set expires_at = now() where id = $1", [id]);
    expect(dataOf(await by(token, ME))["me"]).toBeNull();
    expect(shown(await by(token, "{ units { key } }"))).toBe("UNAUTHENTICATED");
  });

  it("notes when it was last used", async () => {
    const { id, token } = await create();
    await by(token, ME);
    await expect
      .poll(() => sql("select 1 from api_token where id = $1 and last_used_at is not null", [id]))
      .toHaveLength(1);
  });
});

describe("revokeApiToken", () => {
  it("PER-14: answers for another's token as for none, and changes nothing", async () => {
    const { id } = await create({}, "boss");
    for (const other of [id, "999999", "x"]) {
      expect(await calls.refusedAs("dev.head", REVOKE, { id: other })).toBe("NOT_FOUND");
    }
  });

  it("LIV-14: it is refused at its next request, with the event", async () => {
    const { id, token } = await create();
    dataOf(await by(token, ME));
    const events = await eventsOf(test, async () => {
      expect(dataOf(await test.as("dev.head")(REVOKE, { id, m: "r1" }))).toEqual({ revokeApiToken: true });
      expect(dataOf(await test.as("dev.head")(REVOKE, { id, m: "r1" }))).toEqual({ revokeApiToken: true });
    });
    expect(events).toMatchObject([{ kind: "TOKEN_REVOKED", entity: "apiToken", entityId: id }]);
    expect(shown(await by(token, "{ units { key } }"))).toBe("UNAUTHENTICATED");
    expect(await calls.refusedAs("dev.head", REVOKE, { id })).toBe("NOT_FOUND");
    const { apiTokens } = dataOf(await test.as("dev.head")<{ apiTokens: { id: string }[] }>(LIST));
    expect(apiTokens.map((one) => one.id)).not.toContain(id);
  });

  it("a token can end itself", async () => {
    const { id, token } = await create();
    expect(dataOf(await by(token, REVOKE, { id }))).toEqual({ revokeApiToken: true });
    expect(shown(await by(token, "{ units { key } }"))).toBe("UNAUTHENTICATED");
  });
});
