import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { IssueCalls } from "../../../testing/issue-calls.js";
import { makeIssues, type TestIssue } from "../../../testing/test-issues.js";
import { DEMO_SPEC } from "../../../testing/test-company.js";
import { dataOf, startTestServer, type TestServer } from "../../../testing/test-server.js";
import { ISSUE_DIMENSIONS, type IssueDimension } from "./issue-stats.types.js";

let test: TestServer;
let issues: readonly TestIssue[];
const VIEWERS = [
  "boss",
  "dev.head",
  "sales.dev1",
  "dev.rep1",
  "analyst",
  "outsider",
  "app.head",
  "estimator",
];

/** Issues of several units with and without each field, of which the viewers see and read different parts. */
beforeAll(async () => {
  test = await startTestServer({
    ...DEMO_SPEC,
    roles: { ESTIMATOR: { read: ["estimate", "priority"], actions: [] } },
    people: { ...DEMO_SPEC.people, estimator: ["ESTIMATOR of SALES"] },
  });
  const secrets = { estimate: 3, value: 7, priority: "URGENT", type: "BUG", labels: ["x", "y"] } as const;
  issues = await makeIssues(test, [
    { unit: "SALES", title: "plain", createdAt: "2026-03-28T23:30:00Z" },
    { unit: "SALES", title: "full", ...secrets, status: "Resolved", createdAt: "2026-03-29T22:30:00Z" },
    { unit: "DEV", title: "wrote", author: "sales.dev1", ...secrets },
    { unit: "DEV", title: "held", heldBefore: ["sales.dev1"], ...secrets, estimate: 0.1 },
    { unit: "DEV", title: "left", assignee: "sales.dev1", ...secrets, labels: ["z"] },
    { unit: "DEV", title: "rep", assignee: "dev.rep1", estimate: 0.2, value: 1, author: "outsider" },
    { unit: "APP", title: "below", estimate: 5, priority: "LOW", createdAt: "2026-04-05T22:30:00Z" },
    { unit: "DEV", title: "old", archived: true, status: "Closed", estimate: 100 },
  ]);
});
afterAll(() => test.stop());

const ROW = `unit { key } status { id } category assignee { id } author { id } type priority label { id } period`;
const FIGURES = "count estimateSum valueSum ageDaysAvg cycleDaysAvg";
type Row = Readonly<Record<string, unknown>> & { readonly count: number };
interface Stats {
  readonly issueStats: readonly Row[];
}

async function stats(
  login: string,
  groupBy: readonly IssueDimension[],
  filter: object | null = null,
  fields = `${ROW} ${FIGURES}`,
): Promise<{ rows: readonly Row[]; redacted: readonly string[] }> {
  const query = `query($by: [IssueDimension!]!, $filter: IssueFilter) { issueStats(groupBy: $by, filter: $filter) { ${fields} } }`;
  const answer = await test.as(login)<Stats>(query, { by: groupBy, filter });
  return { rows: dataOf(answer).issueStats, redacted: answer.extensions?.redacted ?? [] };
}

interface Listed {
  readonly unit: { readonly key: string };
  readonly status: { readonly id: string; readonly category: string };
  readonly assignee: { readonly id: string } | null;
  readonly author: { readonly id: string } | null;
  readonly type: string | null;
  readonly priority: string | null;
  readonly labels: readonly { readonly id: string }[] | null;
  readonly estimate: number | null;
  readonly value: number | null;
  readonly createdAt: string;
  readonly closedAt: string | null;
}

async function listed(login: string): Promise<readonly Listed[]> {
  const { issues: found } = dataOf(
    await test.as(login)<{ issues: { nodes: readonly Listed[] } }>(
      `{ issues(first: 500) { nodes { unit { key } status { id category } assignee { id } author { id } type priority
         labels { id } estimate value createdAt closedAt } } }`,
    ),
  );
  return found.nodes;
}

/** The test company's. */
const ZONE = "Europe/Budapest";

/** The company's day of an instant, or the first day of its week (from Monday) or month. */
function periodOf(instant: string | null, unit: string): string | null {
  if (instant === null) return null;
  const day = new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE, dateStyle: "short" }).format(
    new Date(instant),
  );
  const date = new Date(`${day}T00:00:00Z`);
  if (unit === "MONTH") date.setUTCDate(1);
  if (unit === "WEEK") date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

/** The naive reading: what one listed issue is grouped under; with labels, several times. */
function valuesOf(issue: Listed, dimension: IssueDimension): readonly (string | null)[] {
  const [what, unit = ""] = dimension.split("_");
  if (unit !== "") return [periodOf(what === "CREATED" ? issue.createdAt : issue.closedAt, unit)];
  if (dimension === "LABEL") {
    const ids = (issue.labels ?? []).map(({ id }) => id);
    return ids.length === 0 ? [null] : ids;
  }
  const plain = {
    UNIT: issue.unit.key,
    STATUS: issue.status.id,
    CATEGORY: issue.status.category,
    ASSIGNEE: issue.assignee?.id ?? null,
    AUTHOR: issue.author?.id ?? null,
    TYPE: issue.type,
    PRIORITY: issue.priority,
  };
  return [plain[dimension as keyof typeof plain]];
}

function shownOf(row: Row, dimension: IssueDimension): string | null {
  const field = dimension.includes("_") ? "period" : dimension.toLowerCase();
  const value = row[field] as string | Readonly<Record<string, string>> | null;
  if (value === null || typeof value === "string") return value;
  return value["key"] ?? value["id"] ?? null;
}

describe("R10: figures over issues pass through the gate of the issues", () => {
  it("another department's issues count nowhere, as if there were none", async () => {
    const { rows } = await stats("sales.head", ["UNIT"]);
    expect(rows.map((row) => shownOf(row, "UNIT"))).toEqual(["SALES"]);
    const unseen = { key: { eq: issues[6]?.key } };
    expect((await stats("sales.head", [], unseen)).rows).toMatchObject([{ count: 0, estimateSum: 0 }]);
    expect((await stats("sales.head", ["STATUS"], unseen)).rows).toEqual([]);
    expect((await stats("sales.head", ["STATUS"], { unit: { eq: "999999" } })).rows).toEqual([]);
  });

  it("R2: nor do they for whose membership has just ended", async () => {
    const add =
      "mutation($unit: ID!, $user: ID!, $role: ID!) { addMember(unit: $unit, user: $user, role: $role) { id } }";
    const calls = new IssueCalls(test);
    const { roles } = dataOf(
      await test.as("boss")<{ roles: { id: string; base: string }[] }>("{ roles { id base } }"),
    );
    const role = roles.find(({ base }) => base === "ANALYST")?.id;
    const variables = { unit: calls.unit("APP"), user: calls.person("sales.rep1"), role };
    const { addMember } = dataOf(await test.as("boss")<{ addMember: { id: string } }>(add, variables));
    expect((await stats("sales.rep1", [])).rows).toMatchObject([{ count: 1, estimateSum: 5 }]);
    await test.as("boss")("mutation($id: ID!) { removeMember(membership: $id) { id } }", {
      id: addMember.id,
    });
    expect((await stats("sales.rep1", [])).rows).toMatchObject([{ count: 0, estimateSum: 0 }]);
  });

  it.each(VIEWERS)("%s: by every dimension and pair, as a plain loop over their list says", async (login) => {
    const list = await listed(login);
    const pairs = ISSUE_DIMENSIONS.map((one, at): IssueDimension[] => {
      const other = ISSUE_DIMENSIONS[(at + 5) % ISSUE_DIMENSIONS.length] ?? "UNIT";
      return one.includes("_") && other.includes("_") ? [one, "UNIT"] : [one, other];
    });
    for (const groupBy of [...ISSUE_DIMENSIONS.map((one) => [one]), ...pairs, []]) {
      const groups = new Map<string, Listed[]>();
      if (groupBy.length === 0) groups.set("[]", []);
      for (const issue of list) {
        const keys = groupBy.reduce<(string | null)[][]>(
          (so, dimension) => so.flatMap((key) => valuesOf(issue, dimension).map((value) => [...key, value])),
          [[]],
        );
        for (const key of keys.map((one) => JSON.stringify(one)))
          groups.set(key, [...(groups.get(key) ?? []), issue]);
      }
      const sum = (of: readonly (number | null)[]) =>
        Math.round(of.reduce<number>((so, one) => so + (one ?? 0), 0) * 100) / 100;
      const wanted = [...groups].map(([key, of]) => [
        key,
        of.length,
        sum(of.map(({ estimate }) => estimate)),
      ]);
      const { rows } = await stats(login, groupBy);
      const got = rows.map((row) => {
        const key = JSON.stringify(groupBy.map((dimension) => shownOf(row, dimension)));
        return [key, row.count, (row["estimateSum"] as number | null) ?? 0];
      });
      expect([groupBy, got.toSorted()]).toEqual([groupBy, wanted.toSorted()]);
    }
  });

  it("R11: a sum of which nothing can be read is null and said to be hidden; else it runs over what is readable", async () => {
    const outsider = await stats("outsider", []);
    expect(outsider.rows).toMatchObject([{ count: 1, estimateSum: null, valueSum: null }]);
    expect(outsider.redacted).toEqual(["IssueStat.estimateSum", "IssueStat.valueSum"]);
    const { rows } = await stats("sales.dev1", ["UNIT"], null, "unit { key } count estimateSum");
    expect(rows).toHaveLength(2);
    expect(rows).toContainEqual({ unit: { key: "SALES" }, count: 2, estimateSum: 3 });
    expect(rows).toContainEqual({ unit: { key: "DEV" }, count: 3, estimateSum: null });
  });

  it("R11: what is grouped by and hidden on an issue counts as null there, and is named", async () => {
    const { rows, redacted } = await stats("sales.dev1", ["PRIORITY"], {
      unit: { eq: test.company.units["DEV"] },
    });
    expect(rows.map((row) => [row["priority"], row.count])).toEqual([
      ["URGENT", 1],
      [null, 2],
    ]);
    expect(redacted).toContain("IssueStat.priority");
  });

  it("a filter by what the viewer reads on no issue is refused; two periods and an unknown dimension too", async () => {
    const ask = (login: string, variables: object) =>
      test.as(login)(
        "query($by: [IssueDimension!]!, $f: IssueFilter) { issueStats(groupBy: $by, filter: $f) { count } }",
        { ...variables },
      );
    const code = async (login: string, variables: object) =>
      (await ask(login, variables)).errors?.at(0)?.extensions["code"];
    expect(await code("outsider", { by: [], f: { estimate: { gt: 1 } } })).toBe("FORBIDDEN");
    expect(await code("boss", { by: ["CREATED_DAY", "CLOSED_MONTH"] })).toBe("BAD_USER_INPUT");
    expect(await code("boss", { by: ["STATUS", "STATUS"] })).toBeUndefined();
    expect(await code("boss", { by: ["COLOUR"] })).toBeDefined();
  });

  it("leaves archived issues out unless asked for", async () => {
    expect((await stats("boss", [])).rows).toMatchObject([{ count: 7 }]);
    expect((await stats("boss", [], { archived: true })).rows).toMatchObject([
      { count: 1, estimateSum: 100 },
    ]);
  });
});

describe("P5: cycle time, from the events", () => {
  it("runs from the first time in progress to the last time it became done", async () => {
    const calls = new IssueCalls(test);
    const id = issues[0]?.id ?? "";
    const move = (status: string) =>
      test.as("boss")("mutation($id: ID!, $status: ID!) { moveIssue(id: $id, status: $status) { id } }", {
        id,
        status: calls.status(`SALES/${status}`),
      });
    const cycle = async () => (await stats("boss", [], { id: { eq: id } })).rows.at(0)?.["cycleDaysAvg"];
    expect(await cycle()).toBeNull();
    for (const status of ["In progress", "Review", "Resolved", "In progress"]) await move(status);
    expect(await cycle()).toBeNull();
    for (const status of ["Resolved", "Closed"]) await move(status);
    const { events } = dataOf(
      await test.as("boss")<{
        events: { nodes: { at: string; changes: { field: string; after: unknown }[] }[] };
      }>("query($id: ID!) { events(issue: $id, first: 500) { nodes { at changes { field after } } } }", {
        id,
      }),
    );
    const entries = events.nodes
      .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))
      .flatMap(({ at, changes }) =>
        changes
          .filter(({ field }) => field === "status")
          .map(({ after }) => [after, Date.parse(at)] as const),
      );
    const began = entries.find(([status]) => status === calls.status("SALES/In progress"))?.[1] ?? 0;
    const ended = entries.findLast(([status]) => status === calls.status("SALES/Resolved"))?.[1] ?? 0;
    expect(await cycle()).toBeCloseTo((ended - began) / 86_400_000, 5);
  });
});
