import { outcome } from "./issue-calls.js";
import { tableSums } from "./table-sums.js";
import { dataOf, type GraphqlAnswer, type TestServer } from "./test-server.js";

export interface AnsweredStep {
  readonly id: string;
  readonly current: boolean;
  readonly state: string;
  readonly unit: { readonly key: string };
  readonly actedBy: { readonly name: string } | null;
  readonly reason: string | null;
  readonly comment: string | null;
  readonly waitedMinutes: number | null;
  readonly canAct: boolean;
}

export interface AnsweredHandoff {
  readonly id: string;
  readonly state: string;
  readonly comment: string | null;
  readonly endedAt: string | null;
  readonly canWithdraw: boolean;
  readonly from: { readonly key: string };
  readonly to: { readonly key: string };
  readonly startedBy: { readonly name: string };
  readonly steps: readonly AnsweredStep[];
  readonly issue: {
    readonly id: string;
    readonly inTransit: boolean;
    readonly revision: number;
    readonly lastEvent: string;
    readonly unit: { readonly key: string };
    readonly status: { readonly name: string };
    readonly assignee: { readonly name: string } | null;
  };
}

export const HANDOFF = `id state comment endedAt canWithdraw from { key } to { key } startedBy { name }
  steps { id current state unit { key } actedBy { name } reason comment waitedMinutes canAct }
  issue { id inTransit revision lastEvent unit { key } status { name } assignee { name } }`;

const DOCUMENTS = {
  startHandoff: `mutation($issue: ID!, $toUnit: ID!, $comment: String, $withSubIssues: Boolean, $m: String) {
    startHandoff(issue: $issue, toUnit: $toUnit, comment: $comment, withSubIssues: $withSubIssues, clientMutationId: $m) { ${HANDOFF} } }`,
  acceptHandoff: `mutation($step: ID!, $comment: String, $assignee: ID, $m: String) {
    acceptHandoff(step: $step, comment: $comment, assignee: $assignee, clientMutationId: $m) { ${HANDOFF} } }`,
  refuseHandoff: `mutation($step: ID!, $reason: String!, $m: String) {
    refuseHandoff(step: $step, reason: $reason, clientMutationId: $m) { ${HANDOFF} } }`,
  withdrawHandoff: `mutation($handoff: ID!, $m: String) {
    withdrawHandoff(handoff: $handoff, clientMutationId: $m) { ${HANDOFF} } }`,
} as const;
export type HandoffMutation = keyof typeof DOCUMENTS;

type Variables = Record<string, unknown>;

/** Words for what tests of hand-offs do again and again. */
export class HandoffCalls {
  readonly test: TestServer;

  constructor(test: TestServer) {
    this.test = test;
  }

  ask(login: string, mutation: HandoffMutation, variables: Variables): Promise<GraphqlAnswer<Variables>> {
    return this.test.as(login)<Variables>(DOCUMENTS[mutation], variables);
  }

  private async done(
    login: string,
    mutation: HandoffMutation,
    variables: Variables,
  ): Promise<AnsweredHandoff> {
    return dataOf(await this.ask(login, mutation, variables))[mutation] as AnsweredHandoff;
  }

  /** @param to a unit's key */
  start(login: string, issue: string, to: string, more: Variables = {}): Promise<AnsweredHandoff> {
    return this.done(login, "startHandoff", { issue, toUnit: this.test.company.units[to], ...more });
  }

  accept(login: string, handoff: AnsweredHandoff, more: Variables = {}): Promise<AnsweredHandoff> {
    return this.done(login, "acceptHandoff", { step: turnOf(handoff).id, ...more });
  }

  refuse(login: string, handoff: AnsweredHandoff, reason = "Not ours"): Promise<AnsweredHandoff> {
    return this.done(login, "refuseHandoff", { step: turnOf(handoff).id, reason });
  }

  withdraw(login: string, handoff: AnsweredHandoff): Promise<AnsweredHandoff> {
    return this.done(login, "withdrawHandoff", { handoff: handoff.id });
  }

  /** FLO-05: how it ends, when nothing was changed by it; else what has changed. */
  async refused(login: string, mutation: HandoffMutation, variables: Variables): Promise<string> {
    const before = await tableSums(this.test);
    const answer = await this.ask(login, mutation, variables);
    const after = await tableSums(this.test);
    const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
    return changed.length === 0 ? outcome(answer) : `${outcome(answer)}, but changed ${changed.join(", ")}`;
  }
}

/** The step whose turn it is. @throws Error where there is none */
export function turnOf(handoff: AnsweredHandoff): AnsweredStep {
  const step = handoff.steps.find(({ current }) => current);
  if (!step) throw new Error(`it is nobody's turn in ${JSON.stringify(handoff)}`);
  return step;
}
