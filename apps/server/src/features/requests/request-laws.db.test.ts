import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { IssueCalls } from "../../testing/issue-calls.js";
import { RequestCalls, type AnsweredRequest } from "../../testing/request-calls.js";
import { runSql } from "../../testing/sql.js";
import { tableSums } from "../../testing/table-sums.js";
import { makeIssues } from "../../testing/test-issues.js";
import { startTestServer, type TestServer } from "../../testing/test-server.js";

let test: TestServer;
let pending: AnsweredRequest;
let done: AnsweredRequest;
let issues: IssueCalls;

beforeAll(async () => {
  test = await startTestServer();
  issues = new IssueCalls(test);
  const calls = new RequestCalls(test);
  const [issue] = await makeIssues(test, [{ unit: "DEV" }]);
  pending = await calls.request("dev.dev1", issue.id, { edit: { title: "New" } });
  done = await calls.refuse("dev.head", await calls.request("dev.dev1", issue.id, { edit: { estimate: 3 } }));
});
afterAll(() => test.stop());

const answer = (state: string, id: string) =>
  `update issue_request set state = '${state}', decided_at = now(), decided_by = asked_by where id = ${id}`;
const copy = (columns: string, values: string) =>
  `insert into issue_request (issue_id, unit_id, asked_by, asked_at, kind, act, revision, last_event${columns})
   select issue_id, unit_id, asked_by, now(), kind, '{"kind": "EDIT"}', 1, last_event${values} from issue_request where id = ${pending.id}`;

const CRIMES: readonly (readonly [string, RegExp, () => string])[] = [
  ["what was decided stays", /H6/, () => answer("ACCEPTED", done.id)],
  ["it does not wait again", /H6/, () => `update issue_request set state = 'PENDING' where id = ${done.id}`],
  ["a reason is not rewritten", /H6/, () => `update issue_request set reason = 'x' where id = ${done.id}`],
  [
    "what was asked is not rewritten",
    /H6/,
    () => `update issue_request set act = '{"kind": "EDIT", "edit": {}}' where id = ${pending.id}`,
  ],
  ["nor by whom", /H6/, () => `update issue_request set asked_by = 1 where id = ${pending.id}`],
  ["L4: it is not decided without an event", /L4/, () => answer("ACCEPTED", pending.id)],
  [
    "L4: nor with the event of another",
    /L4/,
    () =>
      answer("WITHDRAWN", pending.id).replace(
        " where",
        `, last_event = (select last_event from issue_request where id = ${done.id}) where`,
      ),
  ],
  [
    "it does not end by itself while its issue goes on",
    /H6/,
    () => `update issue_request set state = 'OBSOLETE', decided_at = now() where id = ${pending.id}`,
  ],
  ["a refusal has a reason", /check/, () => answer("REFUSED", pending.id)],
  [
    "only who asked withdraws",
    /check/,
    () =>
      answer("WITHDRAWN", pending.id).replace(
        "decided_by = asked_by",
        `decided_by = ${issues.person("boss")}`,
      ),
  ],
  [
    "nothing begins decided",
    /H6/,
    () => copy(", state, decided_at, decided_by", ", 'ACCEPTED', now(), asked_by"),
  ],
  ["L4: nothing begins without its event", /L4/, () => copy("", "")],
  ["nobody takes one away", /permission denied/, () => `delete from issue_request where id = ${pending.id}`],
  ["nor all", /permission denied/, () => "truncate issue_request"],
];

describe("H6, L4: the database itself, towards the application's role", () => {
  it.each(CRIMES)("%s", async (_what, message, crime) => {
    const before = await tableSums(test);
    await expect(runSql(test.database.connection, crime(), [], "app")).rejects.toThrow(message);
    expect(await tableSums(test)).toEqual(before);
  });
});
