import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FieldChange } from "@stafeta/domain/events/changes";
import { inChange, type NewEvent } from "../../access/change.js";
import { runSql } from "../../testing/sql.js";
import { actingAs, makeIssues } from "../../testing/test-issues.js";
import { dataOf, startTestServer, type TestServer } from "../../testing/test-server.js";

let test: TestServer;
beforeAll(async () => {
  test = await startTestServer();
});
afterAll(() => test.stop());

interface EventNode {
  readonly id: string;
  readonly kind: string;
  readonly entity: string;
  readonly entityId: string;
  readonly actor: { readonly name: string } | null;
  readonly issue: { readonly key: string } | null;
  readonly changes: readonly FieldChange[];
}

interface Page {
  readonly events: {
    readonly nodes: readonly EventNode[];
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const EVENTS = `query($issue: ID, $actor: ID, $after: String, $first: Int) {
  events(issue: $issue, actor: $actor, after: $after, first: $first) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes { id kind entity entityId actor { name } issue { key } changes { field before after } }
  }
}`;

async function log(login: string, variables: Record<string, unknown> = {}): Promise<Page["events"]> {
  return dataOf(await test.as(login)<Page>(EVENTS, variables)).events;
}

async function record(actor: string, event: Omit<NewEvent, "entity" | "entityId"> & Partial<NewEvent>) {
  return inChange(test.server.access, actingAs(test, actor), ({ change }) =>
    Promise.resolve(change.record({ entity: "issue", entityId: event.issueId ?? "1", ...event })),
  );
}

function edited(field: string, before: FieldChange["before"], after: FieldChange["after"]): FieldChange {
  return { field, before, after };
}

const fieldsOf = (events: Page["events"]) =>
  events.nodes.map((node) => node.changes.map(({ field }) => field));

describe("the log of an issue", () => {
  it("PER-14: of another department answers as one of no issue at all", async () => {
    const [issue] = await makeIssues(test, [{ unit: "SALES", title: "Unseen" }]);
    const unseen = await log("dev.dev1", { issue: issue.id });
    expect(unseen).toEqual({ totalCount: 0, nodes: [], pageInfo: { hasNextPage: false, endCursor: null } });
    for (const id of ["999999999", "no id", "", "0", "9223372036854775808"]) {
      expect(await log("dev.dev1", { issue: id })).toEqual(unseen);
    }
    expect((await log("sales.dev1", { issue: issue.id })).totalCount).toBe(1);
  });

  it("R2: ends on the very next request after the membership ends", async () => {
    const [issue] = await makeIssues(test, [{ unit: "SERVICE" }]);
    expect((await log("service.head", { issue: issue.id })).totalCount).toBe(1);
    const who = [test.company.units["SERVICE"], test.company.people["service.head"]];
    const end = "update membership set ended_at = now() where unit_id = $1 and user_id = $2";
    await runSql(test.database.connection, end, who);
    expect(await log("service.head", { issue: issue.id })).toMatchObject({ totalCount: 0, nodes: [] });
  });

  it("PER-05: changes are masked like their fields, by the hats on the issue as it is now", async () => {
    const spec = { unit: "DEV", author: "outsider", heldBefore: ["sales.rep1"], title: "First", estimate: 3 };
    const [issue] = await makeIssues(test, [spec]);
    const changes = [edited("title", "First", "Second"), edited("estimate", 3, 5)];
    await record("dev.head", { kind: "ISSUE_EDITED", issueId: issue.id, changes });
    const hidden = [edited("estimate", 5, 8), edited("value", null, 2)];
    const secret = await record("dev.head", { kind: "ISSUE_EDITED", issueId: issue.id, changes: hidden });
    await record("dev.head", {
      kind: "ISSUE_EDITED",
      issueId: issue.id,
      changes: [edited("priority", "NORMAL", "HIGH")],
    });

    const head = await log("dev.head", { issue: issue.id });
    expect(head.totalCount).toBe(4);
    expect(fieldsOf(head).slice(0, 3)).toEqual([["priority"], ["estimate", "value"], ["title", "estimate"]]);

    const author = await log("outsider", { issue: issue.id });
    expect(author.totalCount).toBe(3);
    expect(fieldsOf(author).slice(0, 2)).toEqual([["priority"], ["title"]]);
    expect(author.nodes.map((node) => node.id)).not.toContain(secret);

    const follower = await log("sales.rep1", { issue: issue.id });
    expect(fieldsOf(follower)).toEqual([["title"], ["title", "status", "unit", "author"]]);
    expect(JSON.stringify(follower)).not.toMatch(/estimate|priority|rank/);
    expect(follower.totalCount).toBe(2);
  });

  it("R10: a field that no policy names is hidden from everybody", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV" }]);
    await record("boss", {
      kind: "ISSUE_EDITED",
      issueId: issue.id,
      changes: [edited("mood", "glad", "sad")],
    });
    expect((await log("boss", { issue: issue.id })).totalCount).toBe(1);
  });

  it("R10: the id of a parent that is not seen is not told, not by a count either", async () => {
    const [seen, unseen] = await makeIssues(test, [{ unit: "DEV" }, { unit: "SALES" }]);
    const [issue] = await makeIssues(test, [{ unit: "DEV", title: "Child" }]);
    const events = [
      edited("parent", null, unseen.id),
      edited("parent", unseen.id, seen.id),
      edited("parent", seen.id, unseen.id),
      edited("parent", unseen.id, null),
    ];
    for (const change of events)
      await record("boss", { kind: "ISSUE_EDITED", issueId: issue.id, changes: [change] });
    const boss = await log("boss", { issue: issue.id });
    expect(boss.nodes.slice(0, 4).flatMap((node) => node.changes)).toEqual([...events].reverse());
    const dev = await log("dev.dev1", { issue: issue.id });
    expect(dev.totalCount).toBe(3);
    expect(dev.nodes.slice(0, 2).flatMap((node) => node.changes)).toEqual([
      edited("parent", seen.id, null),
      edited("parent", null, seen.id),
    ]);
    expect(JSON.stringify(dev)).not.toContain(`"${unseen.id}"`);
  });

  it("section 2: an internal comment's event is for managers and analysts of the unit it was written in", async () => {
    const [issue] = await makeIssues(test, [
      {
        unit: "APP",
        author: "design.dev1",
        comments: [
          { body: "For all" },
          { body: "Ours", internal: true },
          { body: "Of old", internal: true, unit: "DESIGN" },
        ],
      },
    ]);
    const bodies = async (login: string) =>
      (await log(login, { issue: issue.id })).nodes
        .filter((node) => node.kind === "COMMENT_ADDED")
        .map((node) => node.changes[0]?.after);
    expect(await bodies("boss")).toEqual(["Of old", "Ours", "For all"]);
    expect(await bodies("analyst")).toEqual(["Of old", "Ours", "For all"]);
    expect(await bodies("app.head")).toEqual(["Ours", "For all"]);
    expect(await bodies("dev.head")).toEqual(["Ours", "For all"]);
    expect(await bodies("dev.dev2")).toEqual(["For all"]);
    expect(await bodies("design.dev1")).toEqual(["For all"]);
    expect(await bodies("outsider")).toEqual([]);
  });
});

describe("pages of the log", () => {
  it("FIL-02: newest first, each event once, as many as are counted", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV", heldBefore: ["outsider"] }]);
    await inChange(test.server.access, actingAs(test, "dev.head"), ({ change }) => {
      for (let n = 0; n < 30; n++) {
        // Of one instant; the outsider reads every third.
        const field = n % 3 === 0 ? "title" : "estimate";
        const changes = [edited(field, n, n + 1)];
        change.record({
          kind: "ISSUE_EDITED",
          entity: "issue",
          entityId: issue.id,
          issueId: issue.id,
          changes,
        });
      }
      return Promise.resolve();
    });
    for (const [login, expected] of [
      ["dev.dev1", 31],
      ["outsider", 11],
    ] as const) {
      const ids: string[] = [];
      let after: string | null = null;
      do {
        const page: Page["events"] = await log(login, { issue: issue.id, first: 4, after });
        expect(page.totalCount).toBe(expected);
        expect(page.nodes.length).toBeLessThanOrEqual(4);
        ids.push(...page.nodes.map((node) => node.id));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
      expect(ids).toHaveLength(expected);
      expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => Number(b) - Number(a)));
    }
  });

  it("refuses a page that cannot be, and a cursor of another list", async () => {
    const cursors = [
      "",
      "abc",
      "bm9wZQ",
      Buffer.from('["events","x"]').toString("base64url"),
      Buffer.from('["issues","1"]').toString("base64url"),
      Buffer.from('["events",1]').toString("base64url"),
      Buffer.from('["events","1\\u0000"]').toString("base64url"),
    ];
    for (const after of cursors) {
      const answer = await test.as("boss")(EVENTS, { after });
      expect(answer.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "after" });
    }
    for (const first of [0, -1, 501]) {
      const answer = await test.as("boss")(EVENTS, { first });
      expect(answer.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "first" });
    }
  });

  it("a stranger reads no log", async () => {
    const answer = await test.as(null)(EVENTS);
    expect(answer.errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
  });
});

describe("the log of persons and units", () => {
  it("tells what one person did, as far as the viewer reads it, with actor and issue", async () => {
    const [issue, other] = await makeIssues(test, [{ unit: "DESIGN" }, { unit: "SALES" }], "design.head");
    const actor = test.company.people["design.head"];
    const seen = await log("design.dev1", { actor });
    expect(seen.nodes).toMatchObject([
      { entityId: issue.id, actor: { name: "design.head" }, issue: { key: issue.key } },
    ]);
    expect((await log("boss", { actor })).nodes.map((node) => node.entityId)).toEqual([other.id, issue.id]);
    expect(await log("boss", { actor: "nobody" })).toMatchObject({ totalCount: 0, nodes: [] });
    expect(await log("boss", { actor, issue: issue.id })).toMatchObject({ totalCount: 1 });
  });

  it("R10: a unit's events are for its managers, a person's for themselves, all for admins and bosses", async () => {
    const { units, people } = test.company;
    const events: NewEvent[] = [
      {
        kind: "UNIT_CREATED",
        entity: "unit",
        entityId: units["APP"] ?? "",
        changes: [edited("name", null, "App")],
      },
      { kind: "MEMBER_ADDED", entity: "membership", entityId: "1", unitId: units["DEV"] ?? "", changes: [] },
      { kind: "USER_CREATED", entity: "user", entityId: people["dev.rep1"] ?? "", changes: [] },
      { kind: "TOKEN_CREATED", entity: "api_token", entityId: "7", changes: [] },
    ];
    await inChange(test.server.access, actingAs(test, "sales.dev1"), ({ change }) => {
      for (const event of events) change.record(event);
      return Promise.resolve();
    });
    const kinds = async (login: string) =>
      (await log(login, { actor: people["sales.dev1"] })).nodes.map((node) => node.kind).toReversed();
    const all = events.map((event) => event.kind);
    expect(await kinds("boss")).toEqual(all);
    expect(await kinds("admin")).toEqual(all);
    expect(await kinds("dev.head")).toEqual(["UNIT_CREATED", "MEMBER_ADDED"]);
    expect(await kinds("app.head")).toEqual(["UNIT_CREATED"]);
    expect(await kinds("dev.rep1")).toEqual(["USER_CREATED"]);
    expect(await kinds("sales.dev1")).toEqual(["USER_CREATED", "TOKEN_CREATED"]);
    expect(await kinds("analyst")).toEqual([]);
    expect(await kinds("outsider")).toEqual([]);
  });
});
