import { afterAll, beforeAll, expect, it } from "vitest";
import { readableChanges, type FieldChange } from "@stafeta/domain/events/changes";
import { ISSUE_FIELDS } from "@stafeta/domain/issues/issue-fields";
import type { Hats } from "@stafeta/domain/rights/hats";
import { canSee, hatsOn, type HatFacts, type Viewer } from "@stafeta/domain/rights/viewer";
import type { UnitId, UserId } from "@stafeta/domain/shared/ids";
import { inChange } from "../../access/change.js";
import { actingAs, makeIssues, type IssueSpec, type TestIssue } from "../../testing/test-issues.js";
import { DEMO_SPEC, type CompanySpec } from "../../testing/test-company.js";
import { dataOf, startTestServer, type TestServer } from "../../testing/test-server.js";

const UNITS = ["DEMO", "PROD", "DEV", "APP", "SALES"];
const LOGINS = ["dev.dev1", "dev.rep1", "app.head", "sales.rep1", "outsider", "tester"];
/** R9: one who reads single fields of what others read together. */
const WITH_TESTER = {
  ...DEMO_SPEC,
  roles: { TESTER: { reach: "TREE", read: ["estimate", "labels", "parent"] } },
  people: { ...DEMO_SPEC.people, tester: ["TESTER of DEV"] },
} as const satisfies CompanySpec;
/** Fields of every policy, and one of none. */
const FIELDS = ["title", "assignee", "priority", "labels", "estimate", "rank", "totalEstimate", "mood"];

interface Happened {
  readonly issue: number;
  readonly changes: readonly FieldChange[];
}

let test: TestServer;
let specs: IssueSpec[];
let issues: readonly TestIssue[];
const log = new Map<string, Happened>();

/** By turns, so that units, hats and fields meet in every way. */
function pick<T>(items: readonly T[], turn: number): T {
  return items[turn % items.length] as T;
}

function makeSpecs(): IssueSpec[] {
  return Array.from({ length: 60 }, (_, n) => ({
    unit: pick(UNITS, n),
    author: pick(["boss", ...LOGINS], Math.floor(n / 5)),
    assignee: n % 4 === 0 ? null : pick(LOGINS, Math.floor(n / 7)),
    heldBefore: n % 3 === 0 ? [pick(LOGINS, Math.floor(n / 11))] : [],
  }));
}

function changesOf(n: number): FieldChange[] {
  const fields = FIELDS.filter((_, index) => ((n * 37) >> index) % 2 === 1);
  const links = [null, pick(issues, n * 7).id, pick(issues, n * 13).id];
  const parent = { field: "parent", before: pick(links, n), after: pick(links, n + 1) };
  return [...fields.map((field) => ({ field, before: n, after: n + 1 })), ...(n % 2 === 0 ? [parent] : [])];
}

beforeAll(async () => {
  test = await startTestServer(WITH_TESTER);
  specs = makeSpecs();
  issues = await makeIssues(test, specs);
  await inChange(test.server.access, actingAs(test, "admin"), ({ change }) => {
    for (let n = 0; n < 240; n++) {
      const issueId = pick(issues, n).id;
      const changes = changesOf(n);
      const event = { kind: "ISSUE_EDITED", entity: "issue", entityId: issueId, issueId, changes } as const;
      log.set(change.record(event), { issue: n % issues.length, changes });
    }
    return Promise.resolve();
  });
});
afterAll(() => test.stop());

async function viewerOf(login: string): Promise<Viewer> {
  const { companies, database } = test.server.access;
  const viewer = companies.viewer(
    await companies.get(database),
    test.company.people[login] as UserId,
    new Date(),
  );
  if (!viewer) throw new Error(`${login} is nobody`);
  return viewer;
}

function hatsTowards(viewer: Viewer, login: string, spec: IssueSpec): Hats {
  const { units, people } = test.company;
  const facts: HatFacts = {
    unitId: units[spec.unit] as UnitId,
    authorId: people[spec.author ?? "boss"] as UserId,
    assigneeId: spec.assignee == null ? null : (people[spec.assignee] as UserId),
    followed: spec.heldBefore?.includes(login) ?? false,
    stepUnitId: null,
  };
  return hatsOn(viewer, facts);
}

/** What the rules of the domain leave of the log, newest first. */
async function byTheRules(login: string): Promise<{ id: string; changes: FieldChange[] }[]> {
  const viewer = await viewerOf(login);
  const hats = specs.map((spec) => hatsTowards(viewer, login, spec));
  const seen = new Set(issues.flatMap(({ id }, index) => (canSee(hats[index] ?? 0) ? [id] : [])));
  const masked = (change: FieldChange): FieldChange => {
    const side = (value: FieldChange["before"]) => (seen.has(String(value)) ? value : null);
    return change.field === "parent"
      ? { ...change, before: side(change.before), after: side(change.after) }
      : change;
  };
  const ofSeen = [...log].filter(([, { issue }]) => canSee(hats[issue] ?? 0));
  const readable = ofSeen.map(([id, { issue, changes }]) => ({
    id,
    changes: readableChanges(changes, hats[issue] ?? 0, ISSUE_FIELDS)
      .map(masked)
      .filter(({ field, before, after }) => field !== "parent" || before !== null || after !== null),
  }));
  return readable.filter(({ changes }) => changes.length > 0).toReversed();
}

it("R10, PER-05: for every viewer the log tells what the rules of the domain let them read, and counts no more", async () => {
  const document = `query($actor: ID) { events(actor: $actor, first: 500) { totalCount nodes { id changes { field before after } } } }`;
  for (const login of Object.keys(test.company.people)) {
    const expected = await byTheRules(login);
    const answer = await test.as(login)<{
      events: { totalCount: number; nodes: { id: string; changes: FieldChange[] }[] };
    }>(document, { actor: test.company.people["admin"] });
    expect({ login, ...dataOf(answer).events }).toEqual({
      login,
      totalCount: expected.length,
      nodes: expected,
    });
  }
});

it("the cases above are worth something: most viewers read some, few read all", async () => {
  const counts = await Promise.all(
    Object.keys(test.company.people).map(async (login) => (await byTheRules(login)).length),
  );
  const total = Math.max(...counts);
  expect(counts.filter((count) => count === total).length).toBeLessThan(5);
  expect(counts.filter((count) => count > 0 && count < total).length).toBeGreaterThan(5);
});
