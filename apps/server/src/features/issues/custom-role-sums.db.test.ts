import { afterAll, beforeAll, expect, it } from "vitest";
import { makeIssues } from "../../testing/test-issues.js";
import { DEMO_SPEC, type CompanySpec } from "../../testing/test-company.js";
import { dataOf, startTestServer, type TestServer } from "../../testing/test-server.js";

/** R9: two roles that open the sum: one of them alone, one with what is summed. */
const WITH_COUNTERS = {
  ...DEMO_SPEC,
  roles: {
    SUMMER: { reach: "UNIT", read: ["totalEstimate"] },
    READER: { reach: "UNIT", read: ["totalEstimate", "estimate"] },
  },
  people: { ...DEMO_SPEC.people, summer: ["SUMMER of DEV"], reader: ["READER of DEV"] },
} as const satisfies CompanySpec;

let test: TestServer;
beforeAll(async () => {
  test = await startTestServer(WITH_COUNTERS);
});
afterAll(() => test.stop());

it("R10: a sum runs over what is readable: an issue's own estimate that is hidden is not told by its total", async () => {
  const [above] = await makeIssues(test, [{ unit: "DEV", estimate: 5 }]);
  await makeIssues(test, [{ unit: "DEV", estimate: 3, parent: above.id }]);
  const ask = "query ($id: ID!) { issue(id: $id) { totalEstimate } }";
  const total = async (login: string) => dataOf(await test.as(login)(ask, { id: above.id }));
  expect(await total("dev.dev1")).toEqual({ issue: { totalEstimate: 8 } });
  expect(await total("reader")).toEqual({ issue: { totalEstimate: 8 } });
  expect(await total("summer")).toEqual({ issue: { totalEstimate: null } });
});
