import { makeIssues, type TestIssue } from "./test-issues.js";
import { dataOf, startTestServer, type GraphqlAnswer, type TestServer } from "./test-server.js";

interface List {
  readonly issues: {
    readonly nodes: readonly { readonly id: string; readonly title: string }[];
    readonly totalCount: number;
  };
}

const LIST = `query($filter: IssueFilter, $orderBy: [IssueOrder!], $first: Int, $after: String) {
  issues(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount
    nodes { id title }
  }
}`;

const SPECS = [
  { unit: "DEV", title: "plain" },
  {
    unit: "DEV",
    title: "held",
    assignee: "dev.rep1",
    estimate: 3,
    value: 1,
    priority: "HIGH",
    labels: ["red"],
  },
  {
    unit: "DEV",
    title: "urgent",
    author: "dev.dev1",
    estimate: 5,
    priority: "URGENT",
    type: "BUG",
    labels: ["red", "blue"],
    dueDate: "2026-12-01",
  },
  { unit: "DEV", title: "done", status: "Closed", priority: "LOW", dueDate: "2026-11-01" },
  { unit: "DEV", title: "put away", status: "Closed", archived: true },
  { unit: "APP", title: "mobile", status: "In progress", estimate: 0.1, labels: ["red"] },
  {
    unit: "SALES",
    title: "sale",
    author: "outsider",
    assignee: "sales.rep1",
    estimate: 8,
    description: "Cold call",
  },
  { unit: "SALES", title: "once mine", heldBefore: ["dev.dev1"], estimate: 13, priority: "URGENT" },
] as const;

/** A server with a few issues of several departments, told apart by their titles. */
export class ListedIssues {
  readonly test: TestServer;
  private readonly made: ReadonlyMap<string, TestIssue>;

  private constructor(test: TestServer, made: ReadonlyMap<string, TestIssue>) {
    this.test = test;
    this.made = made;
  }

  static async start(): Promise<ListedIssues> {
    const test = await startTestServer();
    const issues = await makeIssues(test, SPECS);
    const made = new Map<string, TestIssue>();
    for (const [index, issue] of issues.entries()) made.set(SPECS[index]?.title ?? "", issue);
    const [child, orphan] = await makeIssues(test, [
      { unit: "DEV", title: "child", parent: made.get("plain")?.id ?? null },
      { unit: "DEV", title: "half orphan", parent: made.get("sale")?.id ?? null },
    ]);
    return new ListedIssues(test, made.set("child", child).set("half orphan", orphan));
  }

  ask(login: string | null, variables: Record<string, unknown> = {}): Promise<GraphqlAnswer<List>> {
    return this.test.as(login)<List>(LIST, variables);
  }

  /** Titles in the order of creation. @throws Error when the count is another */
  async find(login: string, filter: object): Promise<string[]> {
    const answer = await this.ask(login, { filter, orderBy: [{ by: "CREATED_AT" }], first: 500 });
    const { nodes, totalCount } = dataOf(answer).issues;
    if (totalCount !== nodes.length)
      throw new Error(`counted ${String(totalCount)}, not ${String(nodes.length)}`);
    return nodes.map((node) => node.title);
  }

  issue(title: string): TestIssue {
    const issue = this.made.get(title);
    if (!issue) throw new Error(`there is no issue ${title}`);
    return issue;
  }
}
