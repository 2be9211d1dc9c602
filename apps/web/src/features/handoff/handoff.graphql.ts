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

/** How many steps wait for the viewer as a head. The list itself writes the same field, so that both agree. */
export const INBOX_COUNT = graphql(`
  query HandoffInboxCount {
    handoffInbox {
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
