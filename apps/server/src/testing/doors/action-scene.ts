import type { TestServer } from "../test-server.js";
import { dataOf, startTestServer } from "../test-server.js";
import { HandoffCalls } from "../handoff-calls.js";
import { runSql } from "../sql.js";
import { DEMO_SPEC } from "../test-company.js";
import { makeIssues, type IssueSpec, type TestIssue } from "../test-issues.js";
import type { Target, World } from "./action-doors.js";

export const STATES = ["In progress", "Resolved", "Closed", "archived", "in transit"] as const;
export type State = (typeof STATES)[number];

function specOf(state: State): IssueSpec {
  const people = { author: "author", assignee: "dev.rep1", heldBefore: ["follower"] };
  const values = { description: "Asked", estimate: 3, value: 5, labels: ["bug"] };
  const status = { archived: "Closed", "in transit": "In progress" }[state as string] ?? state;
  const comments = [{ body: "Said", author: "dev.dev1" }];
  return {
    unit: "DEV",
    status,
    ...people,
    ...values,
    comments,
    ...(state === "archived" && { archived: true }),
  };
}

const AT_ONCE = 8;
const REQUEST = `insert into issue_request (issue_id, unit_id, asked_by, asked_at, kind, act, revision, last_event)
  select id, unit_id, $2, now(), 'EDIT', '{"kind": "EDIT", "edit": {"title": "Wished"}}', revision, last_event
  from issue where id = $1 returning id::text`;

const RELATION = `insert into relation (from_id, to_id, kind, created_at) values ($1, $2, 'RELATES', now())
  returning id::text`;

/** Issues on which anything may be tried: whatever is done to one, there is another just like it. */
export class ActionScene {
  readonly test: TestServer;
  readonly world: World;
  private readonly pools = new Map<State, Target[]>();

  private constructor(test: TestServer) {
    const { units, people, statuses } = test.company;
    this.test = test;
    this.world = {
      unit: units["DEV"] ?? "",
      otherUnit: units["DESIGN"] ?? "",
      assignee: people["dev.dev2"] ?? "",
      status: (status) => statuses[`DEV/${status}`] ?? "",
    };
  }

  static async open(): Promise<ActionScene> {
    const test = await startTestServer({
      ...DEMO_SPEC,
      roles: {
        TESTER: { read: ["estimate", "description", "comments"], actions: ["comment", "move", "take"] },
      },
      people: { ...DEMO_SPEC.people, deputy: [], custom: ["TESTER of DEV"], author: [], follower: [] },
    });
    const [from = "", to = ""] = [-1, 1].map((days) =>
      new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10),
    );
    const name = `nameDeputy(user: "${test.company.people["deputy"] ?? ""}", from: "${from}", to: "${to}")`;
    dataOf(await test.as("boss")(`mutation { ${name} { id } }`));
    return new ActionScene(test);
  }

  private async sql(text: string, values: readonly unknown[]): Promise<string> {
    const [row] = await runSql(this.test.database.connection, text, values);
    return String(row?.["id"]);
  }

  private async targetOf(issue: TestIssue, state: State, partner: string): Promise<Target> {
    const calls = new HandoffCalls(this.test);
    const handoff = state === "in transit" ? await calls.start("dev.head", issue.id, "SALES") : null;
    return {
      id: issue.id,
      revision: handoff?.issue.revision ?? 1,
      partner,
      comment: issue.comments[0] ?? "",
      relation: await this.sql(RELATION, [issue.id, partner]),
      request: await this.sql(REQUEST, [issue.id, this.test.company.people["dev.dev1"]]),
      handoff: handoff?.id ?? "999999",
      event: await this.rewordedIn(issue.comments[0] ?? ""),
      step: handoff?.steps.find(({ current }) => current)?.id ?? "999999",
    };
  }

  private async rewordedIn(comment: string): Promise<string> {
    const reword = `mutation { updateComment(id: "${comment}", body: "Said again") { issue { lastEvent } } }`;
    interface Reworded {
      readonly updateComment: { readonly issue: { readonly lastEvent: string } };
    }
    return dataOf(await this.test.as("dev.dev1")<Reworded>(reword)).updateComment.issue.lastEvent;
  }

  /** An issue in this state, the same one until it is used. */
  async target(state: State): Promise<Target> {
    const pool = this.pools.get(state) ?? [];
    this.pools.set(state, pool);
    if (pool.length === 0) {
      const specs = Array.from({ length: AT_ONCE }, () => specOf(state));
      const [first, ...others]: readonly TestIssue[] = await makeIssues(this.test, specs);
      if (!first) throw new Error("no issue was made");
      if (state === "in transit") await new HandoffCalls(this.test).start("dev.head", first.id, "SALES");
      for (const issue of others) pool.push(await this.targetOf(issue, state, first.id));
    }
    const target = pool.at(-1);
    if (!target) throw new Error(`no issue is ${state}`);
    return target;
  }

  /** Something was done to it. */
  use(state: State): void {
    this.pools.get(state)?.pop();
  }
}
