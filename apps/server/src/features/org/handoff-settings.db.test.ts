import { afterAll, beforeAll, expect, it } from "vitest";
import { eventsOf } from "../../testing/events.js";
import { IssueCalls, outcome } from "../../testing/issue-calls.js";
import { tableSums } from "../../testing/table-sums.js";
import { makeIssues } from "../../testing/test-issues.js";
import { dataOf, startTestServer, type TestServer } from "../../testing/test-server.js";

let test: TestServer;
let issues: IssueCalls;

beforeAll(async () => {
  test = await startTestServer();
  issues = new IssueCalls(test);
});
afterAll(() => test.stop());

const UNIT = `mutation($u: ID!, $p: HandoffPolicy, $d: Int) {
  setUnitHandoff(unit: $u, policy: $p, stepLimitDays: $d) { handoffPolicy stepLimitDays } }`;
const COMPANY = "mutation($p: HandoffPolicy!) { setHandoffPolicy(policy: $p) { key handoffPolicy } }";

async function refused(login: string, document: string, variables: Record<string, unknown>): Promise<string> {
  const before = await tableSums(test);
  const ended = outcome(await test.as(login)(document, variables));
  expect(await tableSums(test)).toEqual(before);
  return ended;
}

it("R3: a unit's settings are its managers', the company's an admin's or a boss's", async () => {
  const own = { u: issues.unit("DEV"), p: "VIA_COMMON_HEAD", d: 3 };
  for (const login of ["sales.head", "dev.dev1", "analyst", "admin"]) {
    expect([login, await refused(login, UNIT, own)]).toEqual([login, "FORBIDDEN R3"]);
  }
  for (const u of ["999999", "no id"])
    expect(await refused("dev.head", UNIT, { ...own, u })).toBe("NOT_FOUND");
  expect(await refused("dev.head", UNIT, { ...own, d: 0 })).toBe("BAD_USER_INPUT stepLimitDays");
  expect(await refused("dev.head", COMPANY, { p: "VIA_COMMON_HEAD" })).toBe("FORBIDDEN R2");
});

it("R2: who has just ceased to be a manager sets nothing", async () => {
  const variables = { u: issues.unit("APP"), d: 4 };
  await issues.whileMember("outsider", "MANAGER", "APP", () => test.as("outsider")(UNIT, variables));
  expect(await refused("outsider", UNIT, { ...variables, d: 5 })).toBe("FORBIDDEN R3");
});

it("H1, L4: the route follows them, and each change has its event; a repeat changes nothing", async () => {
  const [issue] = await makeIssues(test, [{ unit: "DESIGN" }]);
  const route = "query($i: ID!, $u: ID!) { handoffRoute(issue: $i, toUnit: $u) { unit { key } } }";
  interface Route {
    readonly handoffRoute: readonly { readonly unit: { readonly key: string } }[];
  }
  const keys = async () => {
    const asked = await test.as("design.head")<Route>(route, { i: issue.id, u: issues.unit("DEV") });
    return dataOf(asked).handoffRoute.map(({ unit }) => unit.key);
  };
  expect(await keys()).toEqual(["DESIGN", "DEV"]);
  const company = await eventsOf(test, () => test.as("admin")(COMPANY, { p: "VIA_COMMON_HEAD" }));
  expect(company.map(({ kind }) => kind)).toEqual(["COMPANY_HANDOFF_SET"]);
  expect(await keys()).toEqual(["DESIGN", "PROD", "DEV"]);
  const set = { u: issues.unit("DESIGN"), p: "HEADS", d: 3 };
  const unit = await eventsOf(test, () => test.as("design.head")(UNIT, set));
  expect(unit.map(({ kind, changes }) => [kind, changes.map(({ field }) => field)])).toEqual([
    ["UNIT_HANDOFF_SET", ["handoffPolicy", "stepLimitDays"]],
  ]);
  expect(await keys()).toEqual(["DESIGN", "DEV"]);
  expect(await eventsOf(test, () => test.as("design.head")(UNIT, set))).toEqual([]);
  const read = '{ unit(key: "DESIGN") { handoffPolicy stepLimitDays } }';
  expect(dataOf(await test.as("design.dev1")(read))).toEqual({
    unit: { handoffPolicy: "HEADS", stepLimitDays: 3 },
  });
  const hidden = await test.as("outsider")(read);
  expect(hidden.extensions?.redacted).toEqual(["Unit.handoffPolicy", "Unit.stepLimitDays"]);
});
