import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { LiveScene } from "../../testing/live-scene.js";
import { makeIssues } from "../../testing/test-issues.js";
import { DEMO_SPEC, type CompanySpec } from "../../testing/test-company.js";
import { dataOf, startTestServer, type TestServer } from "../../testing/test-server.js";

/** R9: one who reads the unit and all below it, of an issue's conditions the parent alone. */
const WITH_AUDITOR = {
  ...DEMO_SPEC,
  roles: { AUDITOR: { reach: "TREE", read: ["parent"] } },
  people: { ...DEMO_SPEC.people, auditor: ["AUDITOR of DEV"], "app.dev1": ["DEVELOPER of APP"] },
} as const satisfies CompanySpec;

let test: TestServer;
let scene: LiveScene;
beforeAll(async () => {
  test = await startTestServer(WITH_AUDITOR);
  scene = new LiveScene(test);
});
afterAll(() => test.stop());
afterEach(() => {
  scene.clear();
});

async function overWithoutAWord(login: string, unit: string, since: string): Promise<void> {
  const watch = await scene.board(login, unit, { since });
  await watch.untilOver();
  expect([watch.isComplete, watch.codes, watch.kinds]).toEqual([true, [], []]);
}

it("R2: a stream begun from before its board went out of the viewer's tree is over at once", async () => {
  const since = await scene.lastEvent();
  const move = "mutation ($id: ID!, $parent: ID!) { moveUnit(id: $id, parent: $parent) { id } }";
  const parentOf = (parent: string) => ({ id: scene.unit("APP"), parent: scene.unit(parent) });
  dataOf(await test.as("boss")(move, parentOf("PROD")));
  await overWithoutAWord("dev.head", "APP", since);
  const stays = await scene.board("app.head", "APP", { since });
  await scene.settle(stays, "app.head", "APP");
  dataOf(await test.as("boss")(move, parentOf("DEV")));
});

it("R2, R9: and one whose role has ceased to reach the board", async () => {
  const since = await scene.lastEvent();
  const edit = `mutation ($id: ID!, $revision: Int!, $reach: RoleReach!) {
    updateRole(id: $id, revision: $revision, input: { reach: $reach }) { revision } }`;
  const id = test.company.customRoles["AUDITOR"];
  dataOf(await test.as("boss")(edit, { id, revision: 1, reach: "UNIT" }));
  await overWithoutAWord("auditor", "APP", since);
  dataOf(await test.as("boss")(edit, { id, revision: 2, reach: "TREE" }));
});

it("R11: what one message of a replay hides below its issue is not said to be hidden in the next", async () => {
  const [above] = await makeIssues(test, [{ unit: "DEV" }]);
  const since = await scene.lastEvent();
  await makeIssues(test, [
    { unit: "APP", author: "app.dev1", parent: above.id },
    { unit: "APP", author: "app.dev1" },
  ]);
  const query = `subscription ($unit: ID!, $since: ID) { boardChanged(unit: $unit, since: $since) {
    issueId event { kind } issue { estimate parent { rank } } } }`;
  const watch = await scene.watch("auditor", query, { unit: scene.unit("APP") }, { since });
  await watch.until(() => watch.events.length === 2);
  const redacted = watch.client.of(watch.id, "next").map(({ payload }) => {
    const { extensions } = payload as { extensions?: { redacted?: readonly string[] } };
    return extensions?.redacted;
  });
  expect(redacted).toEqual([["Issue.estimate", "Issue.rank"], ["Issue.estimate"]]);
});
