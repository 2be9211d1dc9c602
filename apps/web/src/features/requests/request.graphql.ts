import { graphql } from "../../gql/gql";

/** H6: what somebody asked an issue's heads for. */
export const REQUEST_FIELDS = graphql(`
  fragment RequestFields on IssueRequest {
    id
    kind
    state
    changes {
      field
      before
      after
    }
    status {
      id
      name
    }
    assignee {
      id
      name
    }
    toUnit {
      id
      key
      name
    }
    askedBy {
      id
      name
      avatarUrl
    }
    askedAt
    comment
    decidedBy {
      id
      name
    }
    decidedAt
    reason
    canDecide
    canWithdraw
  }
`);

/** What was asked about an issue, with the issue itself. */
export const ISSUE_REQUESTS = graphql(`
  fragment IssueRequests on Issue {
    requests {
      ...RequestFields
    }
  }
`);

/** An issue after something was asked or decided: whole, so that nothing that is shown of it is older than its revision. */
export const ASKED_ISSUE = graphql(`
  fragment AskedIssue on Issue {
    ...IssueFields
    ...IssueRequests
  }
`);

/** What waits for the viewer as a head, the longest waiting first. */
export const REQUEST_INBOX = graphql(`
  query RequestInbox {
    requestInbox {
      ...RequestFields
      issue {
        id
        key
        title
        unit {
          id
          name
          labels {
            id
            name
          }
        }
      }
    }
  }
`);

export const REQUEST_ACT = graphql(`
  mutation RequestAct($issue: ID!, $act: IssueAct!, $comment: String, $mutationKey: String) {
    requestAct(issue: $issue, act: $act, comment: $comment, clientMutationId: $mutationKey) {
      ...RequestFields
      issue {
        ...AskedIssue
      }
    }
  }
`);

export const ACCEPT_REQUEST = graphql(`
  mutation AcceptRequest($request: ID!, $mutationKey: String) {
    acceptRequest(request: $request, clientMutationId: $mutationKey) {
      ...RequestFields
      issue {
        ...AskedIssue
      }
    }
  }
`);

export const REFUSE_REQUEST = graphql(`
  mutation RefuseRequest($request: ID!, $reason: String!, $mutationKey: String) {
    refuseRequest(request: $request, reason: $reason, clientMutationId: $mutationKey) {
      ...RequestFields
      issue {
        ...AskedIssue
      }
    }
  }
`);

export const WITHDRAW_REQUEST = graphql(`
  mutation WithdrawRequest($request: ID!, $mutationKey: String) {
    withdrawRequest(request: $request, clientMutationId: $mutationKey) {
      ...RequestFields
      issue {
        ...AskedIssue
      }
    }
  }
`);
