import { graphql } from "../../gql/gql";

/** A step as its trail and the inbox show it. */
export const STEP_FIELDS = graphql(`
  fragment StepFields on HandoffStep {
    id
    state
    current
    unit {
      id
      key
      name
      heads {
        id
        name
      }
    }
    actedBy {
      id
      name
      avatarUrl
    }
    actedAt
    reason
    comment
    waitedMinutes
    canAct
  }
`);

/** H5: a passage from unit to unit. */
export const HANDOFF_FIELDS = graphql(`
  fragment HandoffFields on Handoff {
    id
    state
    from {
      id
      key
      name
    }
    to {
      id
      key
      name
    }
    startedBy {
      id
      name
      avatarUrl
    }
    startedAt
    endedAt
    comment
    withSubIssues
    canWithdraw
    steps {
      ...StepFields
    }
  }
`);

/** How many steps and requests wait for the viewer as a head. The lists write the same fields, so that all agree. */
export const INBOX_COUNT = graphql(`
  query HandoffInboxCount {
    handoffInbox {
      id
    }
    requestInbox {
      id
    }
  }
`);

/** H5: what waits for the viewer as a head, the longest waiting first. */
export const HANDOFF_INBOX = graphql(`
  query HandoffInbox {
    handoffInbox {
      ...StepFields
      handoff {
        ...HandoffFields
        issue {
          id
          key
          title
        }
      }
    }
  }
`);

/** An issue after a change of its hand-off: whole, so that nothing that is shown of it is older than its revision. */
export const HANDED_ISSUE = graphql(`
  fragment HandedIssue on Issue {
    ...IssueFields
    handoffs {
      ...HandoffFields
    }
  }
`);

/** H1: the way that a hand-off would take. */
export const HANDOFF_ROUTE = graphql(`
  query HandoffRoute($issue: ID!, $toUnit: ID!) {
    handoffRoute(issue: $issue, toUnit: $toUnit) {
      yours
      unit {
        id
        key
        name
      }
      heads {
        id
        name
        avatarUrl
      }
    }
  }
`);

export const START_HANDOFF = graphql(`
  mutation StartHandoff(
    $issue: ID!
    $toUnit: ID!
    $comment: String
    $withSubIssues: Boolean!
    $mutationKey: String
  ) {
    startHandoff(
      issue: $issue
      toUnit: $toUnit
      comment: $comment
      withSubIssues: $withSubIssues
      clientMutationId: $mutationKey
    ) {
      id
      state
      issue {
        ...HandedIssue
      }
    }
  }
`);

export const ACCEPT_HANDOFF = graphql(`
  mutation AcceptHandoff($step: ID!, $assignee: ID, $mutationKey: String) {
    acceptHandoff(step: $step, assignee: $assignee, clientMutationId: $mutationKey) {
      id
      state
      issue {
        ...HandedIssue
      }
    }
  }
`);

export const REFUSE_HANDOFF = graphql(`
  mutation RefuseHandoff($step: ID!, $reason: String!, $mutationKey: String) {
    refuseHandoff(step: $step, reason: $reason, clientMutationId: $mutationKey) {
      id
      state
      issue {
        ...HandedIssue
      }
    }
  }
`);

export const WITHDRAW_HANDOFF = graphql(`
  mutation WithdrawHandoff($handoff: ID!, $mutationKey: String) {
    withdrawHandoff(handoff: $handoff, clientMutationId: $mutationKey) {
      id
      state
      issue {
        ...HandedIssue
      }
    }
  }
`);
