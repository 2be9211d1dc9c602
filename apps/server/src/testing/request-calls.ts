import { outcome } from "./issue-calls.js";
import { tableSums } from "./table-sums.js";
import { dataOf, type GraphqlAnswer, type TestServer } from "./test-server.js";

export interface AnsweredRequest {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly comment: string | null;
  readonly reason: string | null;
  readonly canDecide: boolean;
  readonly canWithdraw: boolean;
  readonly changes: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[];
  readonly status: { readonly name: string } | null;
  readonly assignee: { readonly name: string } | null;
  readonly toUnit: { readonly key: string } | null;
  readonly askedBy: { readonly name: string };
  readonly decidedBy: { readonly name: string } | null;
  readonly waitedMinutes: number;
  readonly issue: {
    readonly id: string;
    readonly title: string;
    readonly revision: number;
    readonly inTransit: boolean;
    readonly estimate: number | null;
    readonly resolution: string | null;
    readonly unit: { readonly key: string };
    readonly status: { readonly name: string };
    readonly assignee: { readonly name: string } | null;
  };
}

export const REQUEST = `id kind state comment reason canDecide canWithdraw changes { field before after } status { name }
  assignee { name } toUnit { key } askedBy { name } decidedBy { name } waitedMinutes
  issue { id title revision inTransit estimate resolution unit { key } status { name } assignee { name } }`;

const DOCUMENTS = {
  requestAct: `mutation($issue: ID!, $act: IssueAct!, $comment: String, $m: String) {
    requestAct(issue: $issue, act: $act, comment: $comment, clientMutationId: $m) { ${REQUEST} } }`,
  acceptRequest: `mutation($request: ID!, $m: String) { acceptRequest(request: $request, clientMutationId: $m) { ${REQUEST} } }`,
  refuseRequest: `mutation($request: ID!, $reason: String!, $m: String) {
    refuseRequest(request: $request, reason: $reason, clientMutationId: $m) { ${REQUEST} } }`,
  withdrawRequest: `mutation($request: ID!, $m: String) { withdrawRequest(request: $request, clientMutationId: $m) { ${REQUEST} } }`,
} as const;
export type RequestMutation = keyof typeof DOCUMENTS;

type Variables = Record<string, unknown>;

/** Words for what tests of requests do again and again. */
export class RequestCalls {
  readonly test: TestServer;

  constructor(test: TestServer) {
    this.test = test;
  }

  ask(login: string, mutation: RequestMutation, variables: Variables): Promise<GraphqlAnswer<Variables>> {
    return this.test.as(login)<Variables>(DOCUMENTS[mutation], variables);
  }

  async done(login: string, mutation: RequestMutation, variables: Variables): Promise<AnsweredRequest> {
    return dataOf(await this.ask(login, mutation, variables))[mutation] as AnsweredRequest;
  }

  request(login: string, issue: string, act: Variables, more: Variables = {}): Promise<AnsweredRequest> {
    return this.done(login, "requestAct", { issue, act, ...more });
  }

  accept(login: string, request: { readonly id: string }): Promise<AnsweredRequest> {
    return this.done(login, "acceptRequest", { request: request.id });
  }

  refuse(login: string, request: { readonly id: string }, reason = "Not now"): Promise<AnsweredRequest> {
    return this.done(login, "refuseRequest", { request: request.id, reason });
  }

  withdraw(login: string, request: { readonly id: string }): Promise<AnsweredRequest> {
    return this.done(login, "withdrawRequest", { request: request.id });
  }

  /** What one of the two lists holds. */
  async list(login: string, list: "requestInbox" | "myRequests"): Promise<readonly AnsweredRequest[]> {
    const answer = await this.test.as(login)<Record<string, AnsweredRequest[]>>(`{ ${list} { ${REQUEST} } }`);
    return dataOf(answer)[list] ?? [];
  }

  /** What stands on the issue; null: the issue is not seen. */
  async ofIssue(login: string, id: string): Promise<readonly AnsweredRequest[] | null> {
    const document = `query($id: ID!) { issue(id: $id) { requests { ${REQUEST} } } }`;
    interface Answer {
      readonly issue: { readonly requests: AnsweredRequest[] } | null;
    }
    return dataOf(await this.test.as(login)<Answer>(document, { id })).issue?.requests ?? null;
  }

  /** FLO-05: how it ends, when nothing was changed by it; else what has changed. */
  async refused(login: string, mutation: RequestMutation, variables: Variables): Promise<string> {
    const before = await tableSums(this.test);
    const answer = await this.ask(login, mutation, variables);
    const after = await tableSums(this.test);
    const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
    return changed.length === 0 ? outcome(answer) : `${outcome(answer)}, but changed ${changed.join(", ")}`;
  }
}
