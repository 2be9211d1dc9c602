const sales = { __typename: "Unit", id: "10", key: "SALES", name: "Sales" };
const dev = {
  __typename: "Unit",
  id: "11",
  key: "DEV",
  name: "Development",
  heads: [{ __typename: "User", id: "u2", name: "Béla" }],
};
const anna = { __typename: "User", id: "u1", name: "Anna Kovács", avatarUrl: null };

interface StepInput {
  readonly key: string;
  readonly title: string;
  /** Minutes. */
  readonly waited: number;
}

/** A step of a hand-off from Sales to Development whose turn it is, as the server answers. */
export function inboxStep(id: string, { key, title, waited }: StepInput): object {
  const step = {
    __typename: "HandoffStep",
    id,
    state: "PENDING",
    current: true,
    unit: dev,
    actedBy: null,
    actedAt: null,
    reason: null,
    comment: null,
    waitedMinutes: waited,
    canAct: true,
  };
  const handoff = {
    __typename: "Handoff",
    id: `9${id}`,
    state: "PENDING",
    from: sales,
    to: dev,
    startedBy: anna,
    startedAt: "2026-11-20T10:00:00Z",
    endedAt: null,
    comment: "Please",
    withSubIssues: false,
    canWithdraw: false,
    steps: [step],
    issue: { __typename: "Issue", id: `5${id}`, key, title },
  };
  return { ...step, handoff };
}
