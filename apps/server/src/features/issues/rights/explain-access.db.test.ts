import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OrgCalls, shown } from "../../../testing/org-calls.js";
import { makeIssues, type TestIssue } from "../../../testing/test-issues.js";
import { DEMO_SPEC } from "../../../testing/test-company.js";
import { dataOf, startTestServer, type TestServer } from "../../../testing/test-server.js";

const VERDICT = "allowed rule by message params";
const EXPLAIN = `query($user: ID!, $issue: ID, $described: DescribedIssueInput) {
  explainAccess(user: $user, issue: $issue, described: $described) {
    hats fields { field read { ${VERDICT} } write { ${VERDICT} } } actions { action verdict { ${VERDICT} } } } }`;

interface Verdict {
  readonly allowed: boolean;
  readonly rule: string | null;
  readonly by: string | null;
}
interface Explained {
  readonly explainAccess: {
    readonly hats: readonly string[];
    readonly fields: readonly { field: string; read: Verdict; write: Verdict }[];
    readonly actions: readonly { action: string; verdict: Verdict }[];
  };
}

let test: TestServer;
let calls: OrgCalls;
let issue: TestIssue;
beforeAll(async () => {
  test = await startTestServer({
    ...DEMO_SPEC,
    roles: { TESTER: { read: ["estimate", "comments"], actions: ["comment"] } },
    people: { ...DEMO_SPEC.people, tester: ["TESTER of DEV"] },
  });
  calls = new OrgCalls(test);
  [issue] = await makeIssues(test, [
    { unit: "DEV", author: "dev.head", assignee: "dev.rep1", estimate: 3, heldBefore: ["sales.dev1"] },
  ]);
});
afterAll(() => test.stop());

async function asked(as: string, variables: Record<string, unknown>): Promise<string> {
  return shown(await test.as(as)(EXPLAIN, variables));
}

async function told(as: string, variables: Record<string, unknown>): Promise<Explained["explainAccess"]> {
  return dataOf(await test.as(as)<Explained>(EXPLAIN, variables)).explainAccess;
}

describe("R12: explainAccess", () => {
  it("PER-14: an issue that the asker does not see answers as one that does not exist", async () => {
    const variables = { user: calls.person("sales.head"), issue: issue.id };
    expect(await asked("sales.head", variables)).toBe("NOT_FOUND");
    expect(await asked("admin", variables)).toBe("NOT_FOUND");
    for (const id of ["999999", "x"]) {
      expect(await asked("boss", { user: calls.person("boss"), issue: id })).toBe("NOT_FOUND");
    }
    expect(await asked("boss", { user: "999999", issue: issue.id })).toBe("NOT_FOUND");
  });

  it("R2: ends for who has just ceased to manage the unit", async () => {
    const variables = { user: calls.person("dev.dev1"), issue: issue.id };
    await calls.whileManager("outsider", "DEV", async () => {
      expect(await asked("outsider", variables)).toBe("OK");
    });
    expect(await asked("outsider", variables)).toBe("NOT_FOUND");
  });

  it("is for oneself, for managers there, admins and bosses", async () => {
    const variables = { user: calls.person("dev.dev1"), issue: issue.id };
    expect(await asked("dev.dev1", variables)).toBe("OK");
    expect(await asked("prod.head", variables)).toBe("OK");
    expect(await asked("dev.dev2", variables)).toBe("FORBIDDEN R12");
    const described = {
      unit: calls.unit("DEV"),
      status: test.company.statuses["DEV/Backlog"],
      author: calls.person("boss"),
    };
    expect(await asked("admin", { user: calls.person("tester"), described })).toBe("OK");
    expect(await asked("outsider", { user: calls.person("tester"), described })).toBe("FORBIDDEN R12");
  });

  it("asks for an issue or a description of one that can be", async () => {
    const user = calls.person("boss");
    const described = {
      unit: calls.unit("DEV"),
      status: test.company.statuses["APP/Backlog"],
      author: user,
    };
    expect(await asked("boss", { user })).toBe("BAD_USER_INPUT issue");
    expect(await asked("boss", { user, issue: issue.id, described })).toBe("BAD_USER_INPUT issue");
    expect(await asked("boss", { user, described })).toBe("BAD_USER_INPUT status");
    expect(await asked("boss", { user, described: { ...described, unit: "999" } })).toBe("NOT_FOUND");
  });

  it.each([
    ["tester", ["CUSTOM"]],
    ["dev.rep1", ["REPORTER", "HOLDER", "FOLLOWER"]],
    ["sales.dev1", ["FOLLOWER"]],
    ["sales.head", []],
  ])("tells what the very fields and attempts of %s answer", async (login, hats) => {
    const explanation = await told("boss", { user: calls.person(login), issue: issue.id });
    expect(explanation.hats).toEqual(hats);
    const names = ["estimate", "value", "description", "rank", "priority"];
    const answer = await test.as(login)<{ issue: object | null }>(
      `query($id: ID!) { issue(id: $id) { ${names.join(" ")} } }`,
      { id: issue.id },
    );
    const sees = dataOf(answer).issue !== null;
    const hidden = answer.extensions?.redacted ?? [];
    for (const name of names) {
      const read = explanation.fields.find(({ field }) => field === name)?.read;
      expect([name, read?.allowed]).toEqual([name, sees && !hidden.includes(`Issue.${name}`)]);
    }
    const comment = await test.as(login)(
      'mutation($id: ID!) { addComment(issue: $id, body: "Said") { id } }',
      { id: issue.id },
    );
    const verdict = explanation.actions.find(({ action }) => action === "comment")?.verdict;
    expect(verdict?.allowed).toBe(shown(comment) === "OK");
  });
});
