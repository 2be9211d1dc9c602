import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newSecret, secretHash } from "../../access/authenticate.js";
import { eventsOf } from "../../testing/events.js";
import {
  DOCUMENTS,
  IssueCalls,
  outcome,
  type AnsweredIssue,
  type IssueMutation,
  type Variables,
} from "../../testing/issue-calls.js";
import { runSql } from "../../testing/sql.js";
import { tableSums } from "../../testing/table-sums.js";
import { dataOf, startTestServer, type GraphqlAnswer, type TestServer } from "../../testing/test-server.js";

let test: TestServer;
let calls: IssueCalls;
beforeAll(async () => {
  test = await startTestServer();
  calls = new IssueCalls(test);
});
afterAll(() => test.stop());

// How work ends and is related has tests of its own, in `closing/`.
const MUTATIONS = [
  "createIssue",
  "updateIssue",
  "moveIssue",
  "assignIssue",
  "takeIssue",
  "addComment",
  "updateComment",
  "undo",
] as const satisfies readonly IssueMutation[];
type Tried = (typeof MUTATIONS)[number];
/** What would change something, for who may. */
async function attempts(): Promise<Record<Tried, Variables>> {
  const { id, revision } = await calls.create("dev.head", "DEV");
  const comment = await calls.comment("dev.head", id, "Internal", true);
  const done = await calls.update("dev.head", await calls.create("dev.head", "DEV"), { title: "Done" });
  return {
    createIssue: { input: { unit: calls.unit("DEV"), title: "Another", parent: id } },
    updateIssue: { id, revision, input: { title: "Other" } },
    moveIssue: { id, status: calls.status("DEV/To do") },
    assignIssue: { id, assignee: calls.person("dev.dev1") },
    takeIssue: { id },
    addComment: { issue: id, body: "Well" },
    updateComment: { id: comment.id, body: "Well" },
    undo: { event: done.lastEvent },
  };
}

describe("FLO-05, FLO-01, PER-16: each mutation by who may not, with checksums of all tables", () => {
  const NOTHING = Object.fromEntries(MUTATIONS.map((name) => [name, "NOT_FOUND"]));
  it.each<[string, Record<string, string>]>([
    [
      "analyst",
      {
        ...{ createIssue: "FORBIDDEN R5", updateIssue: "FORBIDDEN R10 title", moveIssue: "FORBIDDEN I3" },
        ...{ assignIssue: "FORBIDDEN L3", takeIssue: "FORBIDDEN R5", addComment: "FORBIDDEN R10" },
        ...{ updateComment: "FORBIDDEN R10", undo: "FORBIDDEN I6" },
      },
    ],
    ["outsider", NOTHING],
    ["admin", NOTHING],
    ["sales.head", NOTHING],
    ["design.head", NOTHING],
    ["sales.rep1", NOTHING],
    ["dev.rep1", NOTHING],
  ])("%s", async (login, expected) => {
    const asked = await attempts();
    const results: [string, string][] = [];
    for (const mutation of MUTATIONS) {
      results.push([mutation, await calls.refused(login, mutation, asked[mutation])]);
    }
    expect(Object.fromEntries(results)).toEqual(expected);
  });

  it("a developer, where they may not", async () => {
    const asked = await attempts();
    const closing = { ...asked.moveIssue, status: calls.status("DEV/Closed") };
    expect(await calls.refused("dev.dev1", "updateIssue", asked.updateIssue)).toBe("FORBIDDEN R5 title");
    expect(await calls.refused("dev.dev1", "moveIssue", closing)).toBe("LAW L2");
    expect(await calls.refused("dev.dev1", "assignIssue", asked.assignIssue)).toBe("FORBIDDEN L3");
    expect(await calls.refused("dev.dev1", "updateComment", asked.updateComment)).toBe("NOT_FOUND");
  });

  it("nobody without a session, and nobody by a token that may only read", async () => {
    const asked = await attempts();
    const token = await readingToken("dev.head");
    for (const mutation of MUTATIONS) {
      const before = await tableSums(test);
      const query = { query: DOCUMENTS[mutation], variables: asked[mutation] };
      expect(outcome(await test.as(null)(query.query, query.variables))).toBe("UNAUTHENTICATED");
      const answer = await fetch(`${test.server.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body: JSON.stringify(query),
      });
      expect(outcome((await answer.json()) as GraphqlAnswer<unknown>)).toBe("FORBIDDEN");
      expect(await tableSums(test)).toEqual(before);
    }
  });
});

/** A token of the scope READ, made by hand. */
async function readingToken(login: string): Promise<string> {
  const secret = newSecret();
  await runSql(
    test.database.connection,
    "insert into api_token (token_hash, user_id, name, scopes, last_used_at) values ($1, $2, 'Reads', '{READ}', now())",
    [secretHash(secret), calls.person(login)],
  );
  return secret;
}

describe("PER-14: ids of another department answer as ids that do not exist or are none", () => {
  const PLACES: readonly [Tried, string][] = [
    ["updateIssue", "id"],
    ["moveIssue", "id"],
    ["assignIssue", "id"],
    ["takeIssue", "id"],
    ["addComment", "issue"],
    ["updateComment", "id"],
    ["undo", "event"],
  ];
  it.each(PLACES)("%s(%s)", async (mutation, argument) => {
    const asked = (await attempts())[mutation];
    const answers: object[] = [];
    for (const id of [asked[argument], "888888", "x", "", "\0"]) {
      const { data, errors } = await calls.ask("design.head", mutation, { ...asked, [argument]: id });
      answers.push({ data, errors });
    }
    expect(answers[0]).toMatchObject({ data: null, errors: [{ extensions: { code: "NOT_FOUND" } }] });
    expect(answers.slice(1)).toEqual(Array.from({ length: 4 }, () => answers[0]));
  });

  it("neighbours of a move", async () => {
    const foreign = await calls.create("dev.head", "DEV", { status: calls.status("DEV/To do") });
    const own = await calls.createColumn("design.head", "DESIGN", "To do", 3);
    const places = [];
    for (const anchor of [foreign.id, "888888", "x"]) {
      for (const at of ["after", "before"]) {
        await calls.move("design.head", own[2]?.id ?? "", { after: own[1]?.id });
        await calls.move("design.head", own[2]?.id ?? "", { [at]: anchor });
        places.push((await calls.column("design.head", "DESIGN", "To do")).indexOf(own[2]?.id ?? ""));
      }
    }
    expect(places).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe("the conventions of the API", () => {
  it("a repeat with the same clientMutationId acts once, and answers with the record as it is now", async () => {
    const asked = await attempts();
    const ids = new Map<string, unknown>();
    for (const mutation of MUTATIONS.filter((name) => name !== "takeIssue")) {
      const m = `once ${mutation}`;
      const wish =
        mutation === "createIssue"
          ? { input: { ...(asked.createIssue["input"] as object), clientMutationId: m } }
          : { ...asked[mutation], m };
      const events = await eventsOf(test, async () => {
        const answers = await Promise.all([1, 2, 3].map(() => calls.ask("dev.head", mutation, wish)));
        const answered = answers.map((answer) => (dataOf(answer)[mutation] as { id: string }).id);
        expect(new Set(answered).size).toBe(1);
        ids.set(mutation, answered[0]);
      });
      expect(events, mutation).toHaveLength(1);
      expect(events[0]).toMatchObject({ clientMutationId: m });
      const other =
        mutation === "createIssue"
          ? { input: { ...wish.input, title: "Different" } }
          : {
              ...wish,
              ...{ body: "Different", event: "1" },
              assignee: null,
              status: calls.status("DEV/Review"),
              input: { title: "D" },
            };
      expect(await calls.refused("dev.head", mutation, other)).toBe("CONFLICT clientMutationId");
    }
    expect(ids.size).toBe(MUTATIONS.length - 1);
  });

  it("R2: a repeat by who sees it no more is not found", async () => {
    const { id } = await calls.create("dev.head", "DEV");
    const asked = { id, m: "took it" };
    await calls.whileMember("outsider", "DEVELOPER", "DEV", async () => {
      expect(outcome(await calls.ask("outsider", "takeIssue", asked))).toBe("OK");
      // Their holding ends with the membership: they follow (R8), so they see it, but read no more of it.
      await calls.assign("dev.head", id, null);
    });
    const again = await calls.ask<{ takeIssue: AnsweredIssue }>("outsider", "takeIssue", asked);
    expect(dataOf(again).takeIssue).toMatchObject({ assignee: null, description: null, estimate: null });
    expect(again.extensions?.redacted).toContain("Issue.estimate");
  });

  it("R11: the answer hides what the viewer may not read, and says so", async () => {
    const made = await calls.create("dev.head", "DEV", {
      estimate: 3,
      description: "Told",
      assignee: calls.person("dev.rep1"),
    });
    const answer = await calls.ask<{ moveIssue: AnsweredIssue }>("dev.rep1", "moveIssue", {
      id: made.id,
      status: calls.status("DEV/In progress"),
    });
    expect(dataOf(answer).moveIssue).toMatchObject({ estimate: 3, description: "Told" });
    const author = await calls.create("dev.dev1", "DEV", { estimate: 3 });
    await runSql(
      test.database.connection,
      "update membership set ended_at = now() where user_id = $1 and unit_id = $2",
      [calls.person("dev.dev1"), calls.unit("DEV")],
    );
    const commented = await test.as("dev.dev1")(
      'mutation($id: ID!) { addComment(issue: $id, body: "Mine") { issue { title estimate description } } }',
      { id: author.id },
    );
    expect(dataOf(commented)).toMatchObject({ addComment: { issue: { estimate: null, description: null } } });
    expect(commented.extensions?.redacted).toEqual(["Issue.estimate"]);
    await runSql(
      test.database.connection,
      "update membership set ended_at = null where user_id = $1 and unit_id = $2",
      [calls.person("dev.dev1"), calls.unit("DEV")],
    );
  });

  it("OPS-06, L4: every mutation leaves one event for each changed record: who, when, from, to", async () => {
    const issue = await calls.create("dev.head", "DEV", { assignee: calls.person("dev.rep1") });
    const { id } = issue;
    await calls.update("dev.head", issue, { title: "T" });
    await calls.move("dev.dev1", id, { status: calls.status("DEV/To do") });
    await calls.assign("dev.head", id, null);
    await calls.take("dev.dev2", id);
    const comment = await calls.comment("dev.dev2", id, "C");
    await calls.ask("dev.dev2", "updateComment", { id: comment.id, body: "D" });
    const log = await runSql(
      test.database.connection,
      `select kind, u.name, host(address) as address, jsonb_array_length(changes) > 0 as told,
         at <= now() and at > now() - interval '1 minute' as timely, operation = e.id as alone
       from event e join app_user u on u.id = e.actor_id where issue_id = $1 order by e.id`,
      [id],
    );
    const rest = { address: "127.0.0.1", told: true, timely: true, alone: true };
    const by = (kind: string, name: string) => ({ kind, name, ...rest });
    expect(log).toEqual([
      by("ISSUE_CREATED", "dev.head"),
      by("ISSUE_EDITED", "dev.head"),
      by("ISSUE_MOVED", "dev.dev1"),
      by("ISSUE_ASSIGNED", "dev.head"),
      by("ISSUE_TAKEN", "dev.dev2"),
      by("COMMENT_ADDED", "dev.dev2"),
      by("COMMENT_EDITED", "dev.dev2"),
    ]);
    expect((await calls.read("dev.head", id))?.revision).toBe(7);
  });

  it("PER-18: what fails in the database fails whole, and tells a number to look for and nothing else", async () => {
    const asked = await attempts();
    const { connection } = test.database;
    await runSql(
      connection,
      `create function fail_now() returns trigger language plpgsql as $$ begin raise exception 'secret of table %', tg_table_name; end $$;
       create trigger fail_now before insert on event for each row execute function fail_now()`,
    );
    try {
      for (const mutation of MUTATIONS) {
        const before = await tableSums(test);
        const answer = await calls.ask("dev.head", mutation, asked[mutation]);
        expect(await tableSums(test)).toEqual(before);
        const [error] = answer.errors ?? [];
        expect(error?.extensions).toMatchObject({
          code: "INTERNAL",
          requestId: expect.any(String) as unknown,
        });
        expect(JSON.stringify(answer)).not.toMatch(/secret|table|insert|event|trigger|\.ts|select/);
      }
    } finally {
      await runSql(connection, "drop trigger fail_now on event; drop function fail_now()");
    }
    // The fault is over, and nothing of it is left.
    for (const mutation of MUTATIONS.filter((name) => name !== "takeIssue")) {
      expect(outcome(await calls.ask("dev.head", mutation, asked[mutation])), mutation).toBe("OK");
    }
  });

  it("two mutations of one document act one after the other, the second on what the first left", async () => {
    const { id } = await calls.create("dev.head", "DEV");
    const document = `mutation($id: ID!) {
      one: updateIssue(id: $id, revision: 1, input: { title: "One" }) { revision title }
      two: updateIssue(id: $id, revision: 2, input: { title: "Two" }) { revision title } }`;
    expect(dataOf(await test.as("dev.head")(document, { id }))).toEqual({
      one: { revision: 2, title: "One" },
      two: { revision: 3, title: "Two" },
    });
  });
});
