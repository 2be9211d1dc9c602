/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  fragment CardFields on Issue {\n    id\n    key\n    title\n    type\n    priority\n    dueDate\n    estimate\n    subIssueCount\n    commentCount\n    inTransit\n    resolution\n    blocked\n    status {\n      id\n      name\n      category\n    }\n    assignee {\n      id\n      name\n      avatarUrl\n    }\n  }\n": typeof types.CardFieldsFragmentDoc,
    "\n  fragment CardPlace on Issue {\n    id\n    rank\n    estimate\n    revision\n    archived\n    lastEvent\n    status {\n      id\n      category\n    }\n    unit {\n      id\n    }\n  }\n": typeof types.CardPlaceFragmentDoc,
    "\n  query Board($unit: ID!, $under: Boolean!, $closedDays: Int!, $first: Int!) {\n    board(unit: $unit, under: $under, closedDays: $closedDays) {\n      lastEvent\n      columns {\n        name\n        category\n        wipLimit\n        count\n        estimateSum\n        olderCount\n        issueIds\n        status {\n          id\n        }\n        statuses {\n          id\n        }\n        issues(first: $first) {\n          nodes {\n            ...CardFields\n            ...CardPlace\n          }\n        }\n      }\n    }\n  }\n": typeof types.BoardDocument,
    "\n  query BoardOrder($unit: ID!, $under: Boolean!, $closedDays: Int!) {\n    board(unit: $unit, under: $under, closedDays: $closedDays) {\n      lastEvent\n      columns {\n        name\n        category\n        wipLimit\n        count\n        estimateSum\n        olderCount\n        issueIds\n        status {\n          id\n        }\n        statuses {\n          id\n        }\n      }\n    }\n  }\n": typeof types.BoardOrderDocument,
    "\n  query Cards($ids: [ID!]!, $first: Int!) {\n    issues(filter: { id: { in: $ids } }, first: $first) {\n      nodes {\n        ...CardFields\n        ...CardPlace\n      }\n    }\n  }\n": typeof types.CardsDocument,
    "\n  query CardRights($id: ID!) {\n    issue(id: $id) {\n      id\n      blocked\n      can {\n        assign\n        take\n        moveTo {\n          id\n        }\n      }\n    }\n  }\n": typeof types.CardRightsDocument,
    "\n  subscription BoardChanged($unit: ID!, $under: Boolean!, $since: ID) {\n    boardChanged(unit: $unit, under: $under, since: $since) {\n      issueId\n      event {\n        id\n        kind\n        clientMutationId\n        actor {\n          id\n          name\n          avatarUrl\n        }\n        changes {\n          field\n          before\n        }\n      }\n      issue {\n        ...CardFields\n        ...CardPlace\n      }\n    }\n  }\n": typeof types.BoardChangedDocument,
    "\n  mutation MoveIssue($id: ID!, $status: ID, $after: ID, $before: ID, $revision: Int, $key: String) {\n    moveIssue(\n      id: $id\n      status: $status\n      after: $after\n      before: $before\n      revision: $revision\n      clientMutationId: $key\n    ) {\n      ...CardFields\n      ...CardPlace\n    }\n  }\n": typeof types.MoveIssueDocument,
    "\n  mutation CreateCard($input: CreateIssueInput!) {\n    createIssue(input: $input) {\n      ...CardFields\n      ...CardPlace\n    }\n  }\n": typeof types.CreateCardDocument,
    "\n  mutation TakeCard($id: ID!, $key: String) {\n    takeIssue(id: $id, clientMutationId: $key) {\n      ...CardFields\n      ...CardPlace\n      can {\n        assign\n        take\n      }\n    }\n  }\n": typeof types.TakeCardDocument,
    "\n  mutation AssignCard($id: ID!, $assignee: ID, $key: String) {\n    assignIssue(id: $id, assignee: $assignee, clientMutationId: $key) {\n      ...CardFields\n      ...CardPlace\n      can {\n        assign\n        take\n      }\n    }\n  }\n": typeof types.AssignCardDocument,
    "\n  query CardTrail($id: ID!) {\n    issue(id: $id) {\n      id\n      handoffs {\n        id\n        state\n        to {\n          id\n          key\n        }\n        steps {\n          id\n          state\n          current\n          waitedMinutes\n          unit {\n            id\n            key\n          }\n        }\n      }\n    }\n  }\n": typeof types.CardTrailDocument,
    "\n  fragment CardRevision on Issue {\n    id\n    revision\n  }\n": typeof types.CardRevisionFragmentDoc,
    "\n  fragment StepFields on HandoffStep {\n    id\n    state\n    current\n    unit {\n      id\n      key\n      name\n      heads {\n        id\n        name\n      }\n    }\n    actedBy {\n      id\n      name\n      avatarUrl\n    }\n    actedAt\n    reason\n    comment\n    waitedMinutes\n    canAct\n  }\n": typeof types.StepFieldsFragmentDoc,
    "\n  fragment HandoffFields on Handoff {\n    id\n    state\n    from {\n      id\n      key\n      name\n    }\n    to {\n      id\n      key\n      name\n    }\n    startedBy {\n      id\n      name\n      avatarUrl\n    }\n    startedAt\n    endedAt\n    comment\n    withSubIssues\n    canWithdraw\n    steps {\n      ...StepFields\n    }\n  }\n": typeof types.HandoffFieldsFragmentDoc,
    "\n  query HandoffInboxCount {\n    handoffInbox {\n      id\n    }\n    requestInbox {\n      id\n    }\n  }\n": typeof types.HandoffInboxCountDocument,
    "\n  query HandoffInbox {\n    handoffInbox {\n      ...StepFields\n      handoff {\n        ...HandoffFields\n        issue {\n          id\n          key\n          title\n        }\n      }\n    }\n  }\n": typeof types.HandoffInboxDocument,
    "\n  fragment HandedIssue on Issue {\n    ...IssueFields\n    handoffs {\n      ...HandoffFields\n    }\n  }\n": typeof types.HandedIssueFragmentDoc,
    "\n  query HandoffRoute($issue: ID!, $toUnit: ID!) {\n    handoffRoute(issue: $issue, toUnit: $toUnit) {\n      yours\n      unit {\n        id\n        key\n        name\n      }\n      heads {\n        id\n        name\n        avatarUrl\n      }\n    }\n  }\n": typeof types.HandoffRouteDocument,
    "\n  mutation StartHandoff(\n    $issue: ID!\n    $toUnit: ID!\n    $comment: String\n    $withSubIssues: Boolean!\n    $mutationKey: String\n  ) {\n    startHandoff(\n      issue: $issue\n      toUnit: $toUnit\n      comment: $comment\n      withSubIssues: $withSubIssues\n      clientMutationId: $mutationKey\n    ) {\n      id\n      state\n      issue {\n        ...HandedIssue\n      }\n    }\n  }\n": typeof types.StartHandoffDocument,
    "\n  mutation AcceptHandoff($step: ID!, $assignee: ID, $mutationKey: String) {\n    acceptHandoff(step: $step, assignee: $assignee, clientMutationId: $mutationKey) {\n      id\n      state\n      issue {\n        ...HandedIssue\n      }\n    }\n  }\n": typeof types.AcceptHandoffDocument,
    "\n  mutation RefuseHandoff($step: ID!, $reason: String!, $mutationKey: String) {\n    refuseHandoff(step: $step, reason: $reason, clientMutationId: $mutationKey) {\n      id\n      state\n      issue {\n        ...HandedIssue\n      }\n    }\n  }\n": typeof types.RefuseHandoffDocument,
    "\n  mutation WithdrawHandoff($handoff: ID!, $mutationKey: String) {\n    withdrawHandoff(handoff: $handoff, clientMutationId: $mutationKey) {\n      id\n      state\n      issue {\n        ...HandedIssue\n      }\n    }\n  }\n": typeof types.WithdrawHandoffDocument,
    "\n  query Account {\n    sessions {\n      ...SessionRow\n    }\n    apiTokens {\n      ...ApiTokenRow\n    }\n  }\n": typeof types.AccountDocument,
    "\n  fragment SessionRow on Session {\n    id\n    device\n    address\n    createdAt\n    lastSeenAt\n    current\n  }\n": typeof types.SessionRowFragmentDoc,
    "\n  fragment ApiTokenRow on ApiToken {\n    id\n    name\n    scopes\n    createdAt\n    expiresAt\n    lastUsedAt\n  }\n": typeof types.ApiTokenRowFragmentDoc,
    "\n  mutation ChangePassword($current: String!, $new: String!, $clientMutationId: String) {\n    changePassword(current: $current, new: $new, clientMutationId: $clientMutationId) {\n      user {\n        id\n      }\n    }\n  }\n": typeof types.ChangePasswordDocument,
    "\n  mutation EndSession($id: ID!, $clientMutationId: String) {\n    endSession(id: $id, clientMutationId: $clientMutationId)\n  }\n": typeof types.EndSessionDocument,
    "\n  mutation SignOutEverywhere($clientMutationId: String) {\n    signOutEverywhere(clientMutationId: $clientMutationId)\n  }\n": typeof types.SignOutEverywhereDocument,
    "\n  mutation CreateApiToken(\n    $name: String!\n    $scopes: [TokenScope!]\n    $expiresAt: DateTime\n    $clientMutationId: String\n  ) {\n    createApiToken(name: $name, scopes: $scopes, expiresAt: $expiresAt, clientMutationId: $clientMutationId) {\n      id\n      token\n    }\n  }\n": typeof types.CreateApiTokenDocument,
    "\n  mutation RevokeApiToken($id: ID!, $clientMutationId: String) {\n    revokeApiToken(id: $id, clientMutationId: $clientMutationId)\n  }\n": typeof types.RevokeApiTokenDocument,
    "\n  mutation Login($email: String!, $password: String!) {\n    login(email: $email, password: $password) {\n      user {\n        id\n        name\n      }\n    }\n  }\n": typeof types.LoginDocument,
    "\n  mutation Logout {\n    logout\n  }\n": typeof types.LogoutDocument,
    "\n  mutation SetUp($input: SetUpInput!) {\n    setUp(input: $input) {\n      user {\n        id\n      }\n    }\n  }\n": typeof types.SetUpDocument,
    "\n  mutation AcceptInvitation($token: String!, $password: String!) {\n    acceptInvitation(token: $token, password: $password) {\n      user {\n        id\n      }\n    }\n  }\n": typeof types.AcceptInvitationDocument,
    "\n  query Viewer {\n    me {\n      isAdmin\n      isBoss\n      locale\n      timeZone\n      user {\n        ...Person\n      }\n      memberships {\n        id\n        role {\n          id\n          base\n          builtIn\n          name\n          reach\n          readFields\n          writeFields\n          actions\n          archived\n          revision\n        }\n        unit {\n          id\n          key\n          name\n          kind\n        }\n      }\n    }\n  }\n": typeof types.ViewerDocument,
    "\n  fragment Person on User {\n    id\n    name\n    email\n    active\n    avatarUrl\n  }\n": typeof types.PersonFragmentDoc,
    "\n  query AwaitingCount {\n    awaitingClosure(first: 1) {\n      totalCount\n    }\n  }\n": typeof types.AwaitingCountDocument,
    "\n  fragment ClosureRow on Issue {\n    id\n    key\n    title\n    type\n    resolution\n    updatedAt\n    status {\n      id\n      name\n      category\n    }\n    unit {\n      id\n      name\n    }\n    assignee {\n      id\n      name\n      avatarUrl\n    }\n    can {\n      close\n      return\n    }\n  }\n": typeof types.ClosureRowFragmentDoc,
    "\n  query AwaitingClosure($filter: IssueFilter, $first: Int!, $after: String) {\n    awaitingClosure(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...ClosureRow\n      }\n    }\n  }\n": typeof types.AwaitingClosureDocument,
    "\n  mutation CloseIssues($ids: [ID!]!, $comment: String, $mutationKey: String) {\n    closeIssues(ids: $ids, comment: $comment, clientMutationId: $mutationKey) {\n      ...ClosureRow\n      closedAt\n      revision\n    }\n  }\n": typeof types.CloseIssuesDocument,
    "\n  mutation ReturnIssues($ids: [ID!]!, $reason: String!, $mutationKey: String) {\n    returnIssues(ids: $ids, reason: $reason, clientMutationId: $mutationKey) {\n      ...ClosureRow\n      closedAt\n      revision\n    }\n  }\n": typeof types.ReturnIssuesDocument,
    "\n  mutation CloseIssue($id: ID!, $mutationKey: String) {\n    closeIssues(ids: [$id], clientMutationId: $mutationKey) {\n      ...IssueFields\n    }\n  }\n": typeof types.CloseIssueDocument,
    "\n  mutation ReturnIssue($id: ID!, $reason: String!, $mutationKey: String) {\n    returnIssues(ids: [$id], reason: $reason, clientMutationId: $mutationKey) {\n      ...IssueFields\n    }\n  }\n": typeof types.ReturnIssueDocument,
    "\n  mutation ReopenIssue($id: ID!, $reason: String!, $mutationKey: String) {\n    reopenIssue(id: $id, reason: $reason, clientMutationId: $mutationKey) {\n      ...IssueFields\n    }\n  }\n": typeof types.ReopenIssueDocument,
    "\n  mutation CancelIssue($id: ID!, $reason: String!, $mutationKey: String) {\n    cancelIssue(id: $id, reason: $reason, clientMutationId: $mutationKey) {\n      ...IssueFields\n    }\n  }\n": typeof types.CancelIssueDocument,
    "\n  mutation MergeIssues($from: ID!, $into: ID!, $mutationKey: String) {\n    mergeIssues(from: $from, into: $into, clientMutationId: $mutationKey) {\n      ...IssueFields\n      ...IssueRelations\n    }\n  }\n": typeof types.MergeIssuesDocument,
    "\n  mutation ArchiveIssue($id: ID!, $mutationKey: String) {\n    archiveIssue(id: $id, clientMutationId: $mutationKey) {\n      ...IssueFields\n    }\n  }\n": typeof types.ArchiveIssueDocument,
    "\n  fragment CommentFields on Comment {\n    id\n    body\n    internal\n    createdAt\n    editedAt\n    author {\n      id\n      name\n      avatarUrl\n    }\n  }\n": typeof types.CommentFieldsFragmentDoc,
    "\n  mutation AddComment($issue: ID!, $body: String!, $internal: Boolean!, $mutationKey: String) {\n    addComment(issue: $issue, body: $body, internal: $internal, clientMutationId: $mutationKey) {\n      ...CommentFields\n    }\n  }\n": typeof types.AddCommentDocument,
    "\n  mutation UpdateComment($id: ID!, $body: String!, $mutationKey: String) {\n    updateComment(id: $id, body: $body, clientMutationId: $mutationKey) {\n      ...CommentFields\n    }\n  }\n": typeof types.UpdateCommentDocument,
    "\n  fragment IssueTitle on Issue {\n    id\n    title\n  }\n": typeof types.IssueTitleFragmentDoc,
    "\n  query IssueUnit($id: ID!) {\n    unit(id: $id) {\n      id\n      key\n      name\n      statuses {\n        id\n        name\n        category\n        position\n      }\n      labels {\n        id\n        name\n        color\n      }\n      members {\n        id\n        role {\n          id\n          name\n          base\n        }\n        user {\n          id\n          name\n          active\n          avatarUrl\n        }\n      }\n      heads {\n        id\n        name\n      }\n      can {\n        createIssue\n        manage\n      }\n    }\n  }\n": typeof types.IssueUnitDocument,
    "\n  fragment IssueFields on Issue {\n    id\n    key\n    title\n    description\n    type\n    priority\n    startDate\n    dueDate\n    estimate\n    value\n    totalEstimate\n    progress\n    resolution\n    archived\n    inTransit\n    blocked\n    revision\n    lastEvent\n    createdAt\n    updatedAt\n    closedAt\n    subIssueCount\n    commentCount\n    rank\n    status {\n      id\n      name\n      category\n    }\n    unit {\n      id\n      key\n      name\n    }\n    assignee {\n      id\n      name\n      avatarUrl\n    }\n    author {\n      id\n      name\n      avatarUrl\n    }\n    labels {\n      id\n      name\n      color\n    }\n    parent {\n      id\n      key\n      title\n    }\n    can {\n      edit\n      comment\n      assign\n      take\n      handOff\n      close\n      reopen\n      return\n      cancel\n      merge\n      archive\n      relate\n      moveTo {\n        id\n        name\n        category\n      }\n    }\n  }\n": typeof types.IssueFieldsFragmentDoc,
    "\n  query Issue($key: String!) {\n    issue(key: $key) {\n      ...IssueFields\n      handoffs {\n        ...HandoffFields\n      }\n      ...IssueRelations\n      ...IssueRequests\n      subIssues(first: 100) {\n        totalCount\n        nodes {\n          id\n          key\n          title\n          status {\n            id\n            name\n            category\n          }\n          assignee {\n            id\n            name\n            avatarUrl\n          }\n        }\n      }\n      comments(first: 100) {\n        totalCount\n        nodes {\n          ...CommentFields\n        }\n      }\n    }\n  }\n": typeof types.IssueDocument,
    "\n  query IssueHistory($issue: ID!, $first: Int!, $after: String) {\n    events(issue: $issue, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        at\n        kind\n        actor {\n          id\n          name\n          avatarUrl\n        }\n        onBehalfOf {\n          id\n          name\n        }\n        changes {\n          field\n          before\n          after\n        }\n      }\n    }\n  }\n": typeof types.IssueHistoryDocument,
    "\n  subscription IssueChanged($id: ID!, $since: ID) {\n    issueChanged(id: $id, since: $since) {\n      issueId\n      event {\n        id\n        kind\n      }\n      issue {\n        id\n        revision\n      }\n    }\n  }\n": typeof types.IssueChangedDocument,
    "\n  mutation UpdateIssue($id: ID!, $revision: Int!, $input: UpdateIssueInput!, $mutationKey: String) {\n    updateIssue(id: $id, revision: $revision, input: $input, clientMutationId: $mutationKey) {\n      ...IssueFields\n    }\n  }\n": typeof types.UpdateIssueDocument,
    "\n  mutation SetStatus($id: ID!, $status: ID!, $revision: Int!, $mutationKey: String) {\n    moveIssue(id: $id, status: $status, revision: $revision, clientMutationId: $mutationKey) {\n      ...IssueFields\n    }\n  }\n": typeof types.SetStatusDocument,
    "\n  mutation AssignIssue($id: ID!, $assignee: ID, $mutationKey: String) {\n    assignIssue(id: $id, assignee: $assignee, clientMutationId: $mutationKey) {\n      ...IssueFields\n    }\n  }\n": typeof types.AssignIssueDocument,
    "\n  mutation TakeIssue($id: ID!, $mutationKey: String) {\n    takeIssue(id: $id, clientMutationId: $mutationKey) {\n      ...IssueFields\n    }\n  }\n": typeof types.TakeIssueDocument,
    "\n  mutation CreateSubIssue($input: CreateIssueInput!) {\n    createIssue(input: $input) {\n      id\n      key\n      title\n      status {\n        id\n        name\n        category\n      }\n      assignee {\n        id\n        name\n        avatarUrl\n      }\n    }\n  }\n": typeof types.CreateSubIssueDocument,
    "\n  query FindIssues($filter: IssueFilter!) {\n    issues(filter: $filter, first: 8, orderBy: [{ by: UPDATED_AT, direction: DESC }]) {\n      nodes {\n        id\n        key\n        title\n      }\n    }\n  }\n": typeof types.FindIssuesDocument,
    "\n  query IssueKeys($ids: [ID!]!, $first: Int!) {\n    issues(filter: { id: { in: $ids } }, first: $first) {\n      nodes {\n        id\n        key\n      }\n    }\n  }\n": typeof types.IssueKeysDocument,
    "\n  query PeopleNames {\n    users(first: 500) {\n      id\n      name\n      avatarUrl\n    }\n  }\n": typeof types.PeopleNamesDocument,
    "\n  fragment WorkRow on Issue {\n    id\n    key\n    title\n    priority\n    dueDate\n    inTransit\n    revision\n    updatedAt\n    status {\n      id\n      name\n      category\n    }\n    unit {\n      id\n      key\n      name\n    }\n    assignee {\n      id\n      name\n      avatarUrl\n    }\n    can {\n      comment\n      moveTo {\n        id\n        name\n        category\n      }\n    }\n  }\n": typeof types.WorkRowFragmentDoc,
    "\n  query MyWork($filter: IssueFilter!, $orderBy: [IssueOrder!]) {\n    issues(first: 100, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      nodes {\n        ...WorkRow\n      }\n    }\n  }\n": typeof types.MyWorkDocument,
    "\n  query MyWaiting($filter: IssueFilter!, $orderBy: [IssueOrder!]) {\n    issues(first: 100, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      nodes {\n        ...WorkRow\n        handoffs {\n          id\n          state\n          startedAt\n          endedAt\n          to {\n            id\n            name\n          }\n          steps {\n            id\n            current\n            waitedMinutes\n            unit {\n              id\n              name\n              heads {\n                id\n                name\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.MyWaitingDocument,
    "\n  fragment IssueRelations on Issue {\n    id\n    relations {\n      id\n      type\n      delayDays\n      issue {\n        id\n        key\n        title\n        status {\n          id\n          name\n          category\n        }\n      }\n    }\n  }\n": typeof types.IssueRelationsFragmentDoc,
    "\n  mutation RelateIssues($from: ID!, $to: ID!, $type: RelationType!, $delayDays: Int, $mutationKey: String) {\n    relateIssues(from: $from, to: $to, type: $type, delayDays: $delayDays, clientMutationId: $mutationKey) {\n      ...IssueFields\n      ...IssueRelations\n    }\n  }\n": typeof types.RelateIssuesDocument,
    "\n  mutation UnrelateIssues($relation: ID!, $mutationKey: String) {\n    unrelateIssues(relation: $relation, clientMutationId: $mutationKey) {\n      ...IssueFields\n      ...IssueRelations\n    }\n  }\n": typeof types.UnrelateIssuesDocument,
    "\n  fragment NoticeFields on Notice {\n    id\n    at\n    text\n    message\n    read\n    event {\n      id\n      kind\n      actor {\n        id\n        name\n        avatarUrl\n      }\n    }\n    issue {\n      id\n      key\n      title\n    }\n  }\n": typeof types.NoticeFieldsFragmentDoc,
    "\n  query UnreadNotices {\n    unreadNotices\n  }\n": typeof types.UnreadNoticesDocument,
    "\n  query Notices($first: Int!, $after: ID) {\n    notices(first: $first, after: $after) {\n      ...NoticeFields\n    }\n    unreadNotices\n  }\n": typeof types.NoticesDocument,
    "\n  mutation MarkNoticesRead($ids: [ID!]!) {\n    markNoticesRead(ids: $ids)\n  }\n": typeof types.MarkNoticesReadDocument,
    "\n  mutation MarkAllNoticesRead($upTo: ID!) {\n    markAllNoticesRead(upTo: $upTo)\n  }\n": typeof types.MarkAllNoticesReadDocument,
    "\n  subscription InboxChanged {\n    inboxChanged {\n      unread\n      notice {\n        ...NoticeFields\n      }\n    }\n  }\n": typeof types.InboxChangedDocument,
    "\n  query Company {\n    units {\n      ...UnitNode\n      sprintLengthDays\n      heads {\n        ...Person\n      }\n      members {\n        ...Member\n      }\n    }\n    roles {\n      id\n      base\n      builtIn\n      name\n      archived\n    }\n  }\n": typeof types.CompanyDocument,
    "\n  fragment Member on Membership {\n    id\n    role {\n      id\n      base\n      builtIn\n      name\n    }\n    unit {\n      id\n    }\n    user {\n      ...Person\n    }\n  }\n": typeof types.MemberFragmentDoc,
    "\n  mutation AddMember($unit: ID!, $user: ID!, $role: ID!, $clientMutationId: String) {\n    addMember(unit: $unit, user: $user, role: $role, clientMutationId: $clientMutationId) {\n      ...Member\n      unit {\n        id\n        heads {\n          ...Person\n        }\n        members {\n          ...Member\n        }\n      }\n    }\n  }\n": typeof types.AddMemberDocument,
    "\n  mutation RemoveMember($membership: ID!, $clientMutationId: String) {\n    removeMember(membership: $membership, clientMutationId: $clientMutationId) {\n      id\n      heads {\n        ...Person\n      }\n      members {\n        ...Member\n      }\n    }\n  }\n": typeof types.RemoveMemberDocument,
    "\n  mutation CreateUnit(\n    $parent: ID!\n    $kind: UnitKind!\n    $key: String!\n    $name: String!\n    $clientMutationId: String\n  ) {\n    createUnit(parent: $parent, kind: $kind, key: $key, name: $name, clientMutationId: $clientMutationId) {\n      ...UnitNode\n    }\n  }\n": typeof types.CreateUnitDocument,
    "\n  mutation MoveUnit($id: ID!, $parent: ID!, $clientMutationId: String) {\n    moveUnit(id: $id, parent: $parent, clientMutationId: $clientMutationId) {\n      ...UnitNode\n    }\n  }\n": typeof types.MoveUnitDocument,
    "\n  mutation ArchiveUnit($id: ID!, $clientMutationId: String) {\n    archiveUnit(id: $id, clientMutationId: $clientMutationId) {\n      ...UnitNode\n    }\n  }\n": typeof types.ArchiveUnitDocument,
    "\n  query UnitRemains($unit: ID!) {\n    unfinished: issues(first: 1, filter: { unit: { eq: $unit }, category: [BACKLOG, TODO, IN_PROGRESS] }) {\n      totalCount\n    }\n    inTransit: issues(first: 1, filter: { unit: { eq: $unit }, inTransit: true }) {\n      totalCount\n    }\n  }\n": typeof types.UnitRemainsDocument,
    "\n  query Users($text: String, $first: Int) {\n    users(text: $text, first: $first) {\n      ...Person\n    }\n  }\n": typeof types.UsersDocument,
    "\n  fragment DeputyRow on Deputy {\n    id\n    from\n    to\n    active\n    endedAt\n    user {\n      ...Person\n    }\n    boss {\n      ...Person\n    }\n  }\n": typeof types.DeputyRowFragmentDoc,
    "\n  query Deputies {\n    deputies {\n      ...DeputyRow\n    }\n  }\n": typeof types.DeputiesDocument,
    "\n  query PastDeputies {\n    deputies(past: true) {\n      ...DeputyRow\n    }\n  }\n": typeof types.PastDeputiesDocument,
    "\n  mutation NameDeputy($user: ID!, $from: Date!, $to: Date!, $clientMutationId: String) {\n    nameDeputy(user: $user, from: $from, to: $to, clientMutationId: $clientMutationId) {\n      id\n    }\n  }\n": typeof types.NameDeputyDocument,
    "\n  mutation EndDeputy($deputy: ID!, $clientMutationId: String) {\n    endDeputy(deputy: $deputy, clientMutationId: $clientMutationId) {\n      id\n    }\n  }\n": typeof types.EndDeputyDocument,
    "\n  mutation CreateUser($name: String!, $email: String!, $clientMutationId: String) {\n    createUser(name: $name, email: $email, clientMutationId: $clientMutationId) {\n      ...Person\n    }\n  }\n": typeof types.CreateUserDocument,
    "\n  mutation InviteUser($user: ID!, $clientMutationId: String) {\n    inviteUser(user: $user, clientMutationId: $clientMutationId) {\n      url\n      mailed\n      expiresAt\n      user {\n        id\n      }\n    }\n  }\n": typeof types.InviteUserDocument,
    "\n  mutation DeactivateUser($id: ID!, $clientMutationId: String) {\n    deactivateUser(id: $id, clientMutationId: $clientMutationId) {\n      id\n      active\n    }\n  }\n": typeof types.DeactivateUserDocument,
    "\n  query Units {\n    units {\n      ...UnitNode\n    }\n  }\n": typeof types.UnitsDocument,
    "\n  fragment UnitNode on Unit {\n    id\n    key\n    name\n    kind\n    archived\n    parent {\n      id\n    }\n    can {\n      createIssue\n      manage\n      plan\n      seeAll\n    }\n    statuses {\n      id\n      name\n      category\n      position\n    }\n  }\n": typeof types.UnitNodeFragmentDoc,
    "\n  fragment RequestFields on IssueRequest {\n    id\n    kind\n    state\n    changes {\n      field\n      before\n      after\n    }\n    status {\n      id\n      name\n    }\n    assignee {\n      id\n      name\n    }\n    toUnit {\n      id\n      key\n      name\n    }\n    askedBy {\n      id\n      name\n      avatarUrl\n    }\n    askedAt\n    comment\n    decidedBy {\n      id\n      name\n    }\n    decidedAt\n    reason\n    canDecide\n    canWithdraw\n  }\n": typeof types.RequestFieldsFragmentDoc,
    "\n  fragment IssueRequests on Issue {\n    requests {\n      ...RequestFields\n    }\n  }\n": typeof types.IssueRequestsFragmentDoc,
    "\n  fragment AskedIssue on Issue {\n    ...IssueFields\n    ...IssueRequests\n  }\n": typeof types.AskedIssueFragmentDoc,
    "\n  query RequestInbox {\n    requestInbox {\n      ...RequestFields\n      issue {\n        id\n        key\n        title\n        unit {\n          id\n          name\n          labels {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n": typeof types.RequestInboxDocument,
    "\n  mutation RequestAct($issue: ID!, $act: IssueAct!, $comment: String, $mutationKey: String) {\n    requestAct(issue: $issue, act: $act, comment: $comment, clientMutationId: $mutationKey) {\n      ...RequestFields\n      issue {\n        ...AskedIssue\n      }\n    }\n  }\n": typeof types.RequestActDocument,
    "\n  mutation AcceptRequest($request: ID!, $mutationKey: String) {\n    acceptRequest(request: $request, clientMutationId: $mutationKey) {\n      ...RequestFields\n      issue {\n        ...AskedIssue\n      }\n    }\n  }\n": typeof types.AcceptRequestDocument,
    "\n  mutation RefuseRequest($request: ID!, $reason: String!, $mutationKey: String) {\n    refuseRequest(request: $request, reason: $reason, clientMutationId: $mutationKey) {\n      ...RequestFields\n      issue {\n        ...AskedIssue\n      }\n    }\n  }\n": typeof types.RefuseRequestDocument,
    "\n  mutation WithdrawRequest($request: ID!, $mutationKey: String) {\n    withdrawRequest(request: $request, clientMutationId: $mutationKey) {\n      ...RequestFields\n      issue {\n        ...AskedIssue\n      }\n    }\n  }\n": typeof types.WithdrawRequestDocument,
    "\n  fragment Verdict on AccessVerdict {\n    allowed\n    rule\n    by\n    message\n    params\n  }\n": typeof types.VerdictFragmentDoc,
    "\n  query ExplainAccess($user: ID!, $issue: ID, $described: DescribedIssueInput) {\n    explainAccess(user: $user, issue: $issue, described: $described) {\n      hats\n      fields {\n        field\n        read {\n          ...Verdict\n        }\n        write {\n          ...Verdict\n        }\n      }\n      actions {\n        action\n        verdict {\n          ...Verdict\n        }\n      }\n    }\n  }\n": typeof types.ExplainAccessDocument,
    "\n  query UnitStatuses($id: ID!) {\n    unit(id: $id) {\n      id\n      statuses {\n        id\n        name\n        category\n        position\n      }\n    }\n  }\n": typeof types.UnitStatusesDocument,
    "\n  query IssueByKey($key: String!) {\n    issue(key: $key) {\n      id\n      key\n    }\n  }\n": typeof types.IssueByKeyDocument,
    "\n  fragment RoleDetails on Role {\n    id\n    base\n    builtIn\n    name\n    reach\n    readFields\n    writeFields\n    actions\n    archived\n    revision\n  }\n": typeof types.RoleDetailsFragmentDoc,
    "\n  query Roles {\n    roles {\n      ...RoleDetails\n    }\n  }\n": typeof types.RolesDocument,
    "\n  mutation CreateRole($copyOf: ID!, $name: String!, $clientMutationId: String) {\n    createRole(copyOf: $copyOf, name: $name, clientMutationId: $clientMutationId) {\n      ...RoleDetails\n    }\n  }\n": typeof types.CreateRoleDocument,
    "\n  mutation UpdateRole($id: ID!, $revision: Int!, $input: UpdateRoleInput!, $clientMutationId: String) {\n    updateRole(id: $id, revision: $revision, input: $input, clientMutationId: $clientMutationId) {\n      ...RoleDetails\n    }\n  }\n": typeof types.UpdateRoleDocument,
    "\n  mutation ArchiveRole($id: ID!, $clientMutationId: String) {\n    archiveRole(id: $id, clientMutationId: $clientMutationId) {\n      ...RoleDetails\n    }\n  }\n": typeof types.ArchiveRoleDocument,
};
const documents: Documents = {
    "\n  fragment CardFields on Issue {\n    id\n    key\n    title\n    type\n    priority\n    dueDate\n    estimate\n    subIssueCount\n    commentCount\n    inTransit\n    resolution\n    blocked\n    status {\n      id\n      name\n      category\n    }\n    assignee {\n      id\n      name\n      avatarUrl\n    }\n  }\n": types.CardFieldsFragmentDoc,
    "\n  fragment CardPlace on Issue {\n    id\n    rank\n    estimate\n    revision\n    archived\n    lastEvent\n    status {\n      id\n      category\n    }\n    unit {\n      id\n    }\n  }\n": types.CardPlaceFragmentDoc,
    "\n  query Board($unit: ID!, $under: Boolean!, $closedDays: Int!, $first: Int!) {\n    board(unit: $unit, under: $under, closedDays: $closedDays) {\n      lastEvent\n      columns {\n        name\n        category\n        wipLimit\n        count\n        estimateSum\n        olderCount\n        issueIds\n        status {\n          id\n        }\n        statuses {\n          id\n        }\n        issues(first: $first) {\n          nodes {\n            ...CardFields\n            ...CardPlace\n          }\n        }\n      }\n    }\n  }\n": types.BoardDocument,
    "\n  query BoardOrder($unit: ID!, $under: Boolean!, $closedDays: Int!) {\n    board(unit: $unit, under: $under, closedDays: $closedDays) {\n      lastEvent\n      columns {\n        name\n        category\n        wipLimit\n        count\n        estimateSum\n        olderCount\n        issueIds\n        status {\n          id\n        }\n        statuses {\n          id\n        }\n      }\n    }\n  }\n": types.BoardOrderDocument,
    "\n  query Cards($ids: [ID!]!, $first: Int!) {\n    issues(filter: { id: { in: $ids } }, first: $first) {\n      nodes {\n        ...CardFields\n        ...CardPlace\n      }\n    }\n  }\n": types.CardsDocument,
    "\n  query CardRights($id: ID!) {\n    issue(id: $id) {\n      id\n      blocked\n      can {\n        assign\n        take\n        moveTo {\n          id\n        }\n      }\n    }\n  }\n": types.CardRightsDocument,
    "\n  subscription BoardChanged($unit: ID!, $under: Boolean!, $since: ID) {\n    boardChanged(unit: $unit, under: $under, since: $since) {\n      issueId\n      event {\n        id\n        kind\n        clientMutationId\n        actor {\n          id\n          name\n          avatarUrl\n        }\n        changes {\n          field\n          before\n        }\n      }\n      issue {\n        ...CardFields\n        ...CardPlace\n      }\n    }\n  }\n": types.BoardChangedDocument,
    "\n  mutation MoveIssue($id: ID!, $status: ID, $after: ID, $before: ID, $revision: Int, $key: String) {\n    moveIssue(\n      id: $id\n      status: $status\n      after: $after\n      before: $before\n      revision: $revision\n      clientMutationId: $key\n    ) {\n      ...CardFields\n      ...CardPlace\n    }\n  }\n": types.MoveIssueDocument,
    "\n  mutation CreateCard($input: CreateIssueInput!) {\n    createIssue(input: $input) {\n      ...CardFields\n      ...CardPlace\n    }\n  }\n": types.CreateCardDocument,
    "\n  mutation TakeCard($id: ID!, $key: String) {\n    takeIssue(id: $id, clientMutationId: $key) {\n      ...CardFields\n      ...CardPlace\n      can {\n        assign\n        take\n      }\n    }\n  }\n": types.TakeCardDocument,
    "\n  mutation AssignCard($id: ID!, $assignee: ID, $key: String) {\n    assignIssue(id: $id, assignee: $assignee, clientMutationId: $key) {\n      ...CardFields\n      ...CardPlace\n      can {\n        assign\n        take\n      }\n    }\n  }\n": types.AssignCardDocument,
    "\n  query CardTrail($id: ID!) {\n    issue(id: $id) {\n      id\n      handoffs {\n        id\n        state\n        to {\n          id\n          key\n        }\n        steps {\n          id\n          state\n          current\n          waitedMinutes\n          unit {\n            id\n            key\n          }\n        }\n      }\n    }\n  }\n": types.CardTrailDocument,
    "\n  fragment CardRevision on Issue {\n    id\n    revision\n  }\n": types.CardRevisionFragmentDoc,
    "\n  fragment StepFields on HandoffStep {\n    id\n    state\n    current\n    unit {\n      id\n      key\n      name\n      heads {\n        id\n        name\n      }\n    }\n    actedBy {\n      id\n      name\n      avatarUrl\n    }\n    actedAt\n    reason\n    comment\n    waitedMinutes\n    canAct\n  }\n": types.StepFieldsFragmentDoc,
    "\n  fragment HandoffFields on Handoff {\n    id\n    state\n    from {\n      id\n      key\n      name\n    }\n    to {\n      id\n      key\n      name\n    }\n    startedBy {\n      id\n      name\n      avatarUrl\n    }\n    startedAt\n    endedAt\n    comment\n    withSubIssues\n    canWithdraw\n    steps {\n      ...StepFields\n    }\n  }\n": types.HandoffFieldsFragmentDoc,
    "\n  query HandoffInboxCount {\n    handoffInbox {\n      id\n    }\n    requestInbox {\n      id\n    }\n  }\n": types.HandoffInboxCountDocument,
    "\n  query HandoffInbox {\n    handoffInbox {\n      ...StepFields\n      handoff {\n        ...HandoffFields\n        issue {\n          id\n          key\n          title\n        }\n      }\n    }\n  }\n": types.HandoffInboxDocument,
    "\n  fragment HandedIssue on Issue {\n    ...IssueFields\n    handoffs {\n      ...HandoffFields\n    }\n  }\n": types.HandedIssueFragmentDoc,
    "\n  query HandoffRoute($issue: ID!, $toUnit: ID!) {\n    handoffRoute(issue: $issue, toUnit: $toUnit) {\n      yours\n      unit {\n        id\n        key\n        name\n      }\n      heads {\n        id\n        name\n        avatarUrl\n      }\n    }\n  }\n": types.HandoffRouteDocument,
    "\n  mutation StartHandoff(\n    $issue: ID!\n    $toUnit: ID!\n    $comment: String\n    $withSubIssues: Boolean!\n    $mutationKey: String\n  ) {\n    startHandoff(\n      issue: $issue\n      toUnit: $toUnit\n      comment: $comment\n      withSubIssues: $withSubIssues\n      clientMutationId: $mutationKey\n    ) {\n      id\n      state\n      issue {\n        ...HandedIssue\n      }\n    }\n  }\n": types.StartHandoffDocument,
    "\n  mutation AcceptHandoff($step: ID!, $assignee: ID, $mutationKey: String) {\n    acceptHandoff(step: $step, assignee: $assignee, clientMutationId: $mutationKey) {\n      id\n      state\n      issue {\n        ...HandedIssue\n      }\n    }\n  }\n": types.AcceptHandoffDocument,
    "\n  mutation RefuseHandoff($step: ID!, $reason: String!, $mutationKey: String) {\n    refuseHandoff(step: $step, reason: $reason, clientMutationId: $mutationKey) {\n      id\n      state\n      issue {\n        ...HandedIssue\n      }\n    }\n  }\n": types.RefuseHandoffDocument,
    "\n  mutation WithdrawHandoff($handoff: ID!, $mutationKey: String) {\n    withdrawHandoff(handoff: $handoff, clientMutationId: $mutationKey) {\n      id\n      state\n      issue {\n        ...HandedIssue\n      }\n    }\n  }\n": types.WithdrawHandoffDocument,
    "\n  query Account {\n    sessions {\n      ...SessionRow\n    }\n    apiTokens {\n      ...ApiTokenRow\n    }\n  }\n": types.AccountDocument,
    "\n  fragment SessionRow on Session {\n    id\n    device\n    address\n    createdAt\n    lastSeenAt\n    current\n  }\n": types.SessionRowFragmentDoc,
    "\n  fragment ApiTokenRow on ApiToken {\n    id\n    name\n    scopes\n    createdAt\n    expiresAt\n    lastUsedAt\n  }\n": types.ApiTokenRowFragmentDoc,
    "\n  mutation ChangePassword($current: String!, $new: String!, $clientMutationId: String) {\n    changePassword(current: $current, new: $new, clientMutationId: $clientMutationId) {\n      user {\n        id\n      }\n    }\n  }\n": types.ChangePasswordDocument,
    "\n  mutation EndSession($id: ID!, $clientMutationId: String) {\n    endSession(id: $id, clientMutationId: $clientMutationId)\n  }\n": types.EndSessionDocument,
    "\n  mutation SignOutEverywhere($clientMutationId: String) {\n    signOutEverywhere(clientMutationId: $clientMutationId)\n  }\n": types.SignOutEverywhereDocument,
    "\n  mutation CreateApiToken(\n    $name: String!\n    $scopes: [TokenScope!]\n    $expiresAt: DateTime\n    $clientMutationId: String\n  ) {\n    createApiToken(name: $name, scopes: $scopes, expiresAt: $expiresAt, clientMutationId: $clientMutationId) {\n      id\n      token\n    }\n  }\n": types.CreateApiTokenDocument,
    "\n  mutation RevokeApiToken($id: ID!, $clientMutationId: String) {\n    revokeApiToken(id: $id, clientMutationId: $clientMutationId)\n  }\n": types.RevokeApiTokenDocument,
    "\n  mutation Login($email: String!, $password: String!) {\n    login(email: $email, password: $password) {\n      user {\n        id\n        name\n      }\n    }\n  }\n": types.LoginDocument,
    "\n  mutation Logout {\n    logout\n  }\n": types.LogoutDocument,
    "\n  mutation SetUp($input: SetUpInput!) {\n    setUp(input: $input) {\n      user {\n        id\n      }\n    }\n  }\n": types.SetUpDocument,
    "\n  mutation AcceptInvitation($token: String!, $password: String!) {\n    acceptInvitation(token: $token, password: $password) {\n      user {\n        id\n      }\n    }\n  }\n": types.AcceptInvitationDocument,
    "\n  query Viewer {\n    me {\n      isAdmin\n      isBoss\n      locale\n      timeZone\n      user {\n        ...Person\n      }\n      memberships {\n        id\n        role {\n          id\n          base\n          builtIn\n          name\n          reach\n          readFields\n          writeFields\n          actions\n          archived\n          revision\n        }\n        unit {\n          id\n          key\n          name\n          kind\n        }\n      }\n    }\n  }\n": types.ViewerDocument,
    "\n  fragment Person on User {\n    id\n    name\n    email\n    active\n    avatarUrl\n  }\n": types.PersonFragmentDoc,
    "\n  query AwaitingCount {\n    awaitingClosure(first: 1) {\n      totalCount\n    }\n  }\n": types.AwaitingCountDocument,
    "\n  fragment ClosureRow on Issue {\n    id\n    key\n    title\n    type\n    resolution\n    updatedAt\n    status {\n      id\n      name\n      category\n    }\n    unit {\n      id\n      name\n    }\n    assignee {\n      id\n      name\n      avatarUrl\n    }\n    can {\n      close\n      return\n    }\n  }\n": types.ClosureRowFragmentDoc,
    "\n  query AwaitingClosure($filter: IssueFilter, $first: Int!, $after: String) {\n    awaitingClosure(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...ClosureRow\n      }\n    }\n  }\n": types.AwaitingClosureDocument,
    "\n  mutation CloseIssues($ids: [ID!]!, $comment: String, $mutationKey: String) {\n    closeIssues(ids: $ids, comment: $comment, clientMutationId: $mutationKey) {\n      ...ClosureRow\n      closedAt\n      revision\n    }\n  }\n": types.CloseIssuesDocument,
    "\n  mutation ReturnIssues($ids: [ID!]!, $reason: String!, $mutationKey: String) {\n    returnIssues(ids: $ids, reason: $reason, clientMutationId: $mutationKey) {\n      ...ClosureRow\n      closedAt\n      revision\n    }\n  }\n": types.ReturnIssuesDocument,
    "\n  mutation CloseIssue($id: ID!, $mutationKey: String) {\n    closeIssues(ids: [$id], clientMutationId: $mutationKey) {\n      ...IssueFields\n    }\n  }\n": types.CloseIssueDocument,
    "\n  mutation ReturnIssue($id: ID!, $reason: String!, $mutationKey: String) {\n    returnIssues(ids: [$id], reason: $reason, clientMutationId: $mutationKey) {\n      ...IssueFields\n    }\n  }\n": types.ReturnIssueDocument,
    "\n  mutation ReopenIssue($id: ID!, $reason: String!, $mutationKey: String) {\n    reopenIssue(id: $id, reason: $reason, clientMutationId: $mutationKey) {\n      ...IssueFields\n    }\n  }\n": types.ReopenIssueDocument,
    "\n  mutation CancelIssue($id: ID!, $reason: String!, $mutationKey: String) {\n    cancelIssue(id: $id, reason: $reason, clientMutationId: $mutationKey) {\n      ...IssueFields\n    }\n  }\n": types.CancelIssueDocument,
    "\n  mutation MergeIssues($from: ID!, $into: ID!, $mutationKey: String) {\n    mergeIssues(from: $from, into: $into, clientMutationId: $mutationKey) {\n      ...IssueFields\n      ...IssueRelations\n    }\n  }\n": types.MergeIssuesDocument,
    "\n  mutation ArchiveIssue($id: ID!, $mutationKey: String) {\n    archiveIssue(id: $id, clientMutationId: $mutationKey) {\n      ...IssueFields\n    }\n  }\n": types.ArchiveIssueDocument,
    "\n  fragment CommentFields on Comment {\n    id\n    body\n    internal\n    createdAt\n    editedAt\n    author {\n      id\n      name\n      avatarUrl\n    }\n  }\n": types.CommentFieldsFragmentDoc,
    "\n  mutation AddComment($issue: ID!, $body: String!, $internal: Boolean!, $mutationKey: String) {\n    addComment(issue: $issue, body: $body, internal: $internal, clientMutationId: $mutationKey) {\n      ...CommentFields\n    }\n  }\n": types.AddCommentDocument,
    "\n  mutation UpdateComment($id: ID!, $body: String!, $mutationKey: String) {\n    updateComment(id: $id, body: $body, clientMutationId: $mutationKey) {\n      ...CommentFields\n    }\n  }\n": types.UpdateCommentDocument,
    "\n  fragment IssueTitle on Issue {\n    id\n    title\n  }\n": types.IssueTitleFragmentDoc,
    "\n  query IssueUnit($id: ID!) {\n    unit(id: $id) {\n      id\n      key\n      name\n      statuses {\n        id\n        name\n        category\n        position\n      }\n      labels {\n        id\n        name\n        color\n      }\n      members {\n        id\n        role {\n          id\n          name\n          base\n        }\n        user {\n          id\n          name\n          active\n          avatarUrl\n        }\n      }\n      heads {\n        id\n        name\n      }\n      can {\n        createIssue\n        manage\n      }\n    }\n  }\n": types.IssueUnitDocument,
    "\n  fragment IssueFields on Issue {\n    id\n    key\n    title\n    description\n    type\n    priority\n    startDate\n    dueDate\n    estimate\n    value\n    totalEstimate\n    progress\n    resolution\n    archived\n    inTransit\n    blocked\n    revision\n    lastEvent\n    createdAt\n    updatedAt\n    closedAt\n    subIssueCount\n    commentCount\n    rank\n    status {\n      id\n      name\n      category\n    }\n    unit {\n      id\n      key\n      name\n    }\n    assignee {\n      id\n      name\n      avatarUrl\n    }\n    author {\n      id\n      name\n      avatarUrl\n    }\n    labels {\n      id\n      name\n      color\n    }\n    parent {\n      id\n      key\n      title\n    }\n    can {\n      edit\n      comment\n      assign\n      take\n      handOff\n      close\n      reopen\n      return\n      cancel\n      merge\n      archive\n      relate\n      moveTo {\n        id\n        name\n        category\n      }\n    }\n  }\n": types.IssueFieldsFragmentDoc,
    "\n  query Issue($key: String!) {\n    issue(key: $key) {\n      ...IssueFields\n      handoffs {\n        ...HandoffFields\n      }\n      ...IssueRelations\n      ...IssueRequests\n      subIssues(first: 100) {\n        totalCount\n        nodes {\n          id\n          key\n          title\n          status {\n            id\n            name\n            category\n          }\n          assignee {\n            id\n            name\n            avatarUrl\n          }\n        }\n      }\n      comments(first: 100) {\n        totalCount\n        nodes {\n          ...CommentFields\n        }\n      }\n    }\n  }\n": types.IssueDocument,
    "\n  query IssueHistory($issue: ID!, $first: Int!, $after: String) {\n    events(issue: $issue, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        at\n        kind\n        actor {\n          id\n          name\n          avatarUrl\n        }\n        onBehalfOf {\n          id\n          name\n        }\n        changes {\n          field\n          before\n          after\n        }\n      }\n    }\n  }\n": types.IssueHistoryDocument,
    "\n  subscription IssueChanged($id: ID!, $since: ID) {\n    issueChanged(id: $id, since: $since) {\n      issueId\n      event {\n        id\n        kind\n      }\n      issue {\n        id\n        revision\n      }\n    }\n  }\n": types.IssueChangedDocument,
    "\n  mutation UpdateIssue($id: ID!, $revision: Int!, $input: UpdateIssueInput!, $mutationKey: String) {\n    updateIssue(id: $id, revision: $revision, input: $input, clientMutationId: $mutationKey) {\n      ...IssueFields\n    }\n  }\n": types.UpdateIssueDocument,
    "\n  mutation SetStatus($id: ID!, $status: ID!, $revision: Int!, $mutationKey: String) {\n    moveIssue(id: $id, status: $status, revision: $revision, clientMutationId: $mutationKey) {\n      ...IssueFields\n    }\n  }\n": types.SetStatusDocument,
    "\n  mutation AssignIssue($id: ID!, $assignee: ID, $mutationKey: String) {\n    assignIssue(id: $id, assignee: $assignee, clientMutationId: $mutationKey) {\n      ...IssueFields\n    }\n  }\n": types.AssignIssueDocument,
    "\n  mutation TakeIssue($id: ID!, $mutationKey: String) {\n    takeIssue(id: $id, clientMutationId: $mutationKey) {\n      ...IssueFields\n    }\n  }\n": types.TakeIssueDocument,
    "\n  mutation CreateSubIssue($input: CreateIssueInput!) {\n    createIssue(input: $input) {\n      id\n      key\n      title\n      status {\n        id\n        name\n        category\n      }\n      assignee {\n        id\n        name\n        avatarUrl\n      }\n    }\n  }\n": types.CreateSubIssueDocument,
    "\n  query FindIssues($filter: IssueFilter!) {\n    issues(filter: $filter, first: 8, orderBy: [{ by: UPDATED_AT, direction: DESC }]) {\n      nodes {\n        id\n        key\n        title\n      }\n    }\n  }\n": types.FindIssuesDocument,
    "\n  query IssueKeys($ids: [ID!]!, $first: Int!) {\n    issues(filter: { id: { in: $ids } }, first: $first) {\n      nodes {\n        id\n        key\n      }\n    }\n  }\n": types.IssueKeysDocument,
    "\n  query PeopleNames {\n    users(first: 500) {\n      id\n      name\n      avatarUrl\n    }\n  }\n": types.PeopleNamesDocument,
    "\n  fragment WorkRow on Issue {\n    id\n    key\n    title\n    priority\n    dueDate\n    inTransit\n    revision\n    updatedAt\n    status {\n      id\n      name\n      category\n    }\n    unit {\n      id\n      key\n      name\n    }\n    assignee {\n      id\n      name\n      avatarUrl\n    }\n    can {\n      comment\n      moveTo {\n        id\n        name\n        category\n      }\n    }\n  }\n": types.WorkRowFragmentDoc,
    "\n  query MyWork($filter: IssueFilter!, $orderBy: [IssueOrder!]) {\n    issues(first: 100, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      nodes {\n        ...WorkRow\n      }\n    }\n  }\n": types.MyWorkDocument,
    "\n  query MyWaiting($filter: IssueFilter!, $orderBy: [IssueOrder!]) {\n    issues(first: 100, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      nodes {\n        ...WorkRow\n        handoffs {\n          id\n          state\n          startedAt\n          endedAt\n          to {\n            id\n            name\n          }\n          steps {\n            id\n            current\n            waitedMinutes\n            unit {\n              id\n              name\n              heads {\n                id\n                name\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": types.MyWaitingDocument,
    "\n  fragment IssueRelations on Issue {\n    id\n    relations {\n      id\n      type\n      delayDays\n      issue {\n        id\n        key\n        title\n        status {\n          id\n          name\n          category\n        }\n      }\n    }\n  }\n": types.IssueRelationsFragmentDoc,
    "\n  mutation RelateIssues($from: ID!, $to: ID!, $type: RelationType!, $delayDays: Int, $mutationKey: String) {\n    relateIssues(from: $from, to: $to, type: $type, delayDays: $delayDays, clientMutationId: $mutationKey) {\n      ...IssueFields\n      ...IssueRelations\n    }\n  }\n": types.RelateIssuesDocument,
    "\n  mutation UnrelateIssues($relation: ID!, $mutationKey: String) {\n    unrelateIssues(relation: $relation, clientMutationId: $mutationKey) {\n      ...IssueFields\n      ...IssueRelations\n    }\n  }\n": types.UnrelateIssuesDocument,
    "\n  fragment NoticeFields on Notice {\n    id\n    at\n    text\n    message\n    read\n    event {\n      id\n      kind\n      actor {\n        id\n        name\n        avatarUrl\n      }\n    }\n    issue {\n      id\n      key\n      title\n    }\n  }\n": types.NoticeFieldsFragmentDoc,
    "\n  query UnreadNotices {\n    unreadNotices\n  }\n": types.UnreadNoticesDocument,
    "\n  query Notices($first: Int!, $after: ID) {\n    notices(first: $first, after: $after) {\n      ...NoticeFields\n    }\n    unreadNotices\n  }\n": types.NoticesDocument,
    "\n  mutation MarkNoticesRead($ids: [ID!]!) {\n    markNoticesRead(ids: $ids)\n  }\n": types.MarkNoticesReadDocument,
    "\n  mutation MarkAllNoticesRead($upTo: ID!) {\n    markAllNoticesRead(upTo: $upTo)\n  }\n": types.MarkAllNoticesReadDocument,
    "\n  subscription InboxChanged {\n    inboxChanged {\n      unread\n      notice {\n        ...NoticeFields\n      }\n    }\n  }\n": types.InboxChangedDocument,
    "\n  query Company {\n    units {\n      ...UnitNode\n      sprintLengthDays\n      heads {\n        ...Person\n      }\n      members {\n        ...Member\n      }\n    }\n    roles {\n      id\n      base\n      builtIn\n      name\n      archived\n    }\n  }\n": types.CompanyDocument,
    "\n  fragment Member on Membership {\n    id\n    role {\n      id\n      base\n      builtIn\n      name\n    }\n    unit {\n      id\n    }\n    user {\n      ...Person\n    }\n  }\n": types.MemberFragmentDoc,
    "\n  mutation AddMember($unit: ID!, $user: ID!, $role: ID!, $clientMutationId: String) {\n    addMember(unit: $unit, user: $user, role: $role, clientMutationId: $clientMutationId) {\n      ...Member\n      unit {\n        id\n        heads {\n          ...Person\n        }\n        members {\n          ...Member\n        }\n      }\n    }\n  }\n": types.AddMemberDocument,
    "\n  mutation RemoveMember($membership: ID!, $clientMutationId: String) {\n    removeMember(membership: $membership, clientMutationId: $clientMutationId) {\n      id\n      heads {\n        ...Person\n      }\n      members {\n        ...Member\n      }\n    }\n  }\n": types.RemoveMemberDocument,
    "\n  mutation CreateUnit(\n    $parent: ID!\n    $kind: UnitKind!\n    $key: String!\n    $name: String!\n    $clientMutationId: String\n  ) {\n    createUnit(parent: $parent, kind: $kind, key: $key, name: $name, clientMutationId: $clientMutationId) {\n      ...UnitNode\n    }\n  }\n": types.CreateUnitDocument,
    "\n  mutation MoveUnit($id: ID!, $parent: ID!, $clientMutationId: String) {\n    moveUnit(id: $id, parent: $parent, clientMutationId: $clientMutationId) {\n      ...UnitNode\n    }\n  }\n": types.MoveUnitDocument,
    "\n  mutation ArchiveUnit($id: ID!, $clientMutationId: String) {\n    archiveUnit(id: $id, clientMutationId: $clientMutationId) {\n      ...UnitNode\n    }\n  }\n": types.ArchiveUnitDocument,
    "\n  query UnitRemains($unit: ID!) {\n    unfinished: issues(first: 1, filter: { unit: { eq: $unit }, category: [BACKLOG, TODO, IN_PROGRESS] }) {\n      totalCount\n    }\n    inTransit: issues(first: 1, filter: { unit: { eq: $unit }, inTransit: true }) {\n      totalCount\n    }\n  }\n": types.UnitRemainsDocument,
    "\n  query Users($text: String, $first: Int) {\n    users(text: $text, first: $first) {\n      ...Person\n    }\n  }\n": types.UsersDocument,
    "\n  fragment DeputyRow on Deputy {\n    id\n    from\n    to\n    active\n    endedAt\n    user {\n      ...Person\n    }\n    boss {\n      ...Person\n    }\n  }\n": types.DeputyRowFragmentDoc,
    "\n  query Deputies {\n    deputies {\n      ...DeputyRow\n    }\n  }\n": types.DeputiesDocument,
    "\n  query PastDeputies {\n    deputies(past: true) {\n      ...DeputyRow\n    }\n  }\n": types.PastDeputiesDocument,
    "\n  mutation NameDeputy($user: ID!, $from: Date!, $to: Date!, $clientMutationId: String) {\n    nameDeputy(user: $user, from: $from, to: $to, clientMutationId: $clientMutationId) {\n      id\n    }\n  }\n": types.NameDeputyDocument,
    "\n  mutation EndDeputy($deputy: ID!, $clientMutationId: String) {\n    endDeputy(deputy: $deputy, clientMutationId: $clientMutationId) {\n      id\n    }\n  }\n": types.EndDeputyDocument,
    "\n  mutation CreateUser($name: String!, $email: String!, $clientMutationId: String) {\n    createUser(name: $name, email: $email, clientMutationId: $clientMutationId) {\n      ...Person\n    }\n  }\n": types.CreateUserDocument,
    "\n  mutation InviteUser($user: ID!, $clientMutationId: String) {\n    inviteUser(user: $user, clientMutationId: $clientMutationId) {\n      url\n      mailed\n      expiresAt\n      user {\n        id\n      }\n    }\n  }\n": types.InviteUserDocument,
    "\n  mutation DeactivateUser($id: ID!, $clientMutationId: String) {\n    deactivateUser(id: $id, clientMutationId: $clientMutationId) {\n      id\n      active\n    }\n  }\n": types.DeactivateUserDocument,
    "\n  query Units {\n    units {\n      ...UnitNode\n    }\n  }\n": types.UnitsDocument,
    "\n  fragment UnitNode on Unit {\n    id\n    key\n    name\n    kind\n    archived\n    parent {\n      id\n    }\n    can {\n      createIssue\n      manage\n      plan\n      seeAll\n    }\n    statuses {\n      id\n      name\n      category\n      position\n    }\n  }\n": types.UnitNodeFragmentDoc,
    "\n  fragment RequestFields on IssueRequest {\n    id\n    kind\n    state\n    changes {\n      field\n      before\n      after\n    }\n    status {\n      id\n      name\n    }\n    assignee {\n      id\n      name\n    }\n    toUnit {\n      id\n      key\n      name\n    }\n    askedBy {\n      id\n      name\n      avatarUrl\n    }\n    askedAt\n    comment\n    decidedBy {\n      id\n      name\n    }\n    decidedAt\n    reason\n    canDecide\n    canWithdraw\n  }\n": types.RequestFieldsFragmentDoc,
    "\n  fragment IssueRequests on Issue {\n    requests {\n      ...RequestFields\n    }\n  }\n": types.IssueRequestsFragmentDoc,
    "\n  fragment AskedIssue on Issue {\n    ...IssueFields\n    ...IssueRequests\n  }\n": types.AskedIssueFragmentDoc,
    "\n  query RequestInbox {\n    requestInbox {\n      ...RequestFields\n      issue {\n        id\n        key\n        title\n        unit {\n          id\n          name\n          labels {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n": types.RequestInboxDocument,
    "\n  mutation RequestAct($issue: ID!, $act: IssueAct!, $comment: String, $mutationKey: String) {\n    requestAct(issue: $issue, act: $act, comment: $comment, clientMutationId: $mutationKey) {\n      ...RequestFields\n      issue {\n        ...AskedIssue\n      }\n    }\n  }\n": types.RequestActDocument,
    "\n  mutation AcceptRequest($request: ID!, $mutationKey: String) {\n    acceptRequest(request: $request, clientMutationId: $mutationKey) {\n      ...RequestFields\n      issue {\n        ...AskedIssue\n      }\n    }\n  }\n": types.AcceptRequestDocument,
    "\n  mutation RefuseRequest($request: ID!, $reason: String!, $mutationKey: String) {\n    refuseRequest(request: $request, reason: $reason, clientMutationId: $mutationKey) {\n      ...RequestFields\n      issue {\n        ...AskedIssue\n      }\n    }\n  }\n": types.RefuseRequestDocument,
    "\n  mutation WithdrawRequest($request: ID!, $mutationKey: String) {\n    withdrawRequest(request: $request, clientMutationId: $mutationKey) {\n      ...RequestFields\n      issue {\n        ...AskedIssue\n      }\n    }\n  }\n": types.WithdrawRequestDocument,
    "\n  fragment Verdict on AccessVerdict {\n    allowed\n    rule\n    by\n    message\n    params\n  }\n": types.VerdictFragmentDoc,
    "\n  query ExplainAccess($user: ID!, $issue: ID, $described: DescribedIssueInput) {\n    explainAccess(user: $user, issue: $issue, described: $described) {\n      hats\n      fields {\n        field\n        read {\n          ...Verdict\n        }\n        write {\n          ...Verdict\n        }\n      }\n      actions {\n        action\n        verdict {\n          ...Verdict\n        }\n      }\n    }\n  }\n": types.ExplainAccessDocument,
    "\n  query UnitStatuses($id: ID!) {\n    unit(id: $id) {\n      id\n      statuses {\n        id\n        name\n        category\n        position\n      }\n    }\n  }\n": types.UnitStatusesDocument,
    "\n  query IssueByKey($key: String!) {\n    issue(key: $key) {\n      id\n      key\n    }\n  }\n": types.IssueByKeyDocument,
    "\n  fragment RoleDetails on Role {\n    id\n    base\n    builtIn\n    name\n    reach\n    readFields\n    writeFields\n    actions\n    archived\n    revision\n  }\n": types.RoleDetailsFragmentDoc,
    "\n  query Roles {\n    roles {\n      ...RoleDetails\n    }\n  }\n": types.RolesDocument,
    "\n  mutation CreateRole($copyOf: ID!, $name: String!, $clientMutationId: String) {\n    createRole(copyOf: $copyOf, name: $name, clientMutationId: $clientMutationId) {\n      ...RoleDetails\n    }\n  }\n": types.CreateRoleDocument,
    "\n  mutation UpdateRole($id: ID!, $revision: Int!, $input: UpdateRoleInput!, $clientMutationId: String) {\n    updateRole(id: $id, revision: $revision, input: $input, clientMutationId: $clientMutationId) {\n      ...RoleDetails\n    }\n  }\n": types.UpdateRoleDocument,
    "\n  mutation ArchiveRole($id: ID!, $clientMutationId: String) {\n    archiveRole(id: $id, clientMutationId: $clientMutationId) {\n      ...RoleDetails\n    }\n  }\n": types.ArchiveRoleDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CardFields on Issue {\n    id\n    key\n    title\n    type\n    priority\n    dueDate\n    estimate\n    subIssueCount\n    commentCount\n    inTransit\n    resolution\n    blocked\n    status {\n      id\n      name\n      category\n    }\n    assignee {\n      id\n      name\n      avatarUrl\n    }\n  }\n"): (typeof documents)["\n  fragment CardFields on Issue {\n    id\n    key\n    title\n    type\n    priority\n    dueDate\n    estimate\n    subIssueCount\n    commentCount\n    inTransit\n    resolution\n    blocked\n    status {\n      id\n      name\n      category\n    }\n    assignee {\n      id\n      name\n      avatarUrl\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CardPlace on Issue {\n    id\n    rank\n    estimate\n    revision\n    archived\n    lastEvent\n    status {\n      id\n      category\n    }\n    unit {\n      id\n    }\n  }\n"): (typeof documents)["\n  fragment CardPlace on Issue {\n    id\n    rank\n    estimate\n    revision\n    archived\n    lastEvent\n    status {\n      id\n      category\n    }\n    unit {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Board($unit: ID!, $under: Boolean!, $closedDays: Int!, $first: Int!) {\n    board(unit: $unit, under: $under, closedDays: $closedDays) {\n      lastEvent\n      columns {\n        name\n        category\n        wipLimit\n        count\n        estimateSum\n        olderCount\n        issueIds\n        status {\n          id\n        }\n        statuses {\n          id\n        }\n        issues(first: $first) {\n          nodes {\n            ...CardFields\n            ...CardPlace\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Board($unit: ID!, $under: Boolean!, $closedDays: Int!, $first: Int!) {\n    board(unit: $unit, under: $under, closedDays: $closedDays) {\n      lastEvent\n      columns {\n        name\n        category\n        wipLimit\n        count\n        estimateSum\n        olderCount\n        issueIds\n        status {\n          id\n        }\n        statuses {\n          id\n        }\n        issues(first: $first) {\n          nodes {\n            ...CardFields\n            ...CardPlace\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BoardOrder($unit: ID!, $under: Boolean!, $closedDays: Int!) {\n    board(unit: $unit, under: $under, closedDays: $closedDays) {\n      lastEvent\n      columns {\n        name\n        category\n        wipLimit\n        count\n        estimateSum\n        olderCount\n        issueIds\n        status {\n          id\n        }\n        statuses {\n          id\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query BoardOrder($unit: ID!, $under: Boolean!, $closedDays: Int!) {\n    board(unit: $unit, under: $under, closedDays: $closedDays) {\n      lastEvent\n      columns {\n        name\n        category\n        wipLimit\n        count\n        estimateSum\n        olderCount\n        issueIds\n        status {\n          id\n        }\n        statuses {\n          id\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Cards($ids: [ID!]!, $first: Int!) {\n    issues(filter: { id: { in: $ids } }, first: $first) {\n      nodes {\n        ...CardFields\n        ...CardPlace\n      }\n    }\n  }\n"): (typeof documents)["\n  query Cards($ids: [ID!]!, $first: Int!) {\n    issues(filter: { id: { in: $ids } }, first: $first) {\n      nodes {\n        ...CardFields\n        ...CardPlace\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CardRights($id: ID!) {\n    issue(id: $id) {\n      id\n      blocked\n      can {\n        assign\n        take\n        moveTo {\n          id\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query CardRights($id: ID!) {\n    issue(id: $id) {\n      id\n      blocked\n      can {\n        assign\n        take\n        moveTo {\n          id\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription BoardChanged($unit: ID!, $under: Boolean!, $since: ID) {\n    boardChanged(unit: $unit, under: $under, since: $since) {\n      issueId\n      event {\n        id\n        kind\n        clientMutationId\n        actor {\n          id\n          name\n          avatarUrl\n        }\n        changes {\n          field\n          before\n        }\n      }\n      issue {\n        ...CardFields\n        ...CardPlace\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription BoardChanged($unit: ID!, $under: Boolean!, $since: ID) {\n    boardChanged(unit: $unit, under: $under, since: $since) {\n      issueId\n      event {\n        id\n        kind\n        clientMutationId\n        actor {\n          id\n          name\n          avatarUrl\n        }\n        changes {\n          field\n          before\n        }\n      }\n      issue {\n        ...CardFields\n        ...CardPlace\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MoveIssue($id: ID!, $status: ID, $after: ID, $before: ID, $revision: Int, $key: String) {\n    moveIssue(\n      id: $id\n      status: $status\n      after: $after\n      before: $before\n      revision: $revision\n      clientMutationId: $key\n    ) {\n      ...CardFields\n      ...CardPlace\n    }\n  }\n"): (typeof documents)["\n  mutation MoveIssue($id: ID!, $status: ID, $after: ID, $before: ID, $revision: Int, $key: String) {\n    moveIssue(\n      id: $id\n      status: $status\n      after: $after\n      before: $before\n      revision: $revision\n      clientMutationId: $key\n    ) {\n      ...CardFields\n      ...CardPlace\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateCard($input: CreateIssueInput!) {\n    createIssue(input: $input) {\n      ...CardFields\n      ...CardPlace\n    }\n  }\n"): (typeof documents)["\n  mutation CreateCard($input: CreateIssueInput!) {\n    createIssue(input: $input) {\n      ...CardFields\n      ...CardPlace\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TakeCard($id: ID!, $key: String) {\n    takeIssue(id: $id, clientMutationId: $key) {\n      ...CardFields\n      ...CardPlace\n      can {\n        assign\n        take\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation TakeCard($id: ID!, $key: String) {\n    takeIssue(id: $id, clientMutationId: $key) {\n      ...CardFields\n      ...CardPlace\n      can {\n        assign\n        take\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AssignCard($id: ID!, $assignee: ID, $key: String) {\n    assignIssue(id: $id, assignee: $assignee, clientMutationId: $key) {\n      ...CardFields\n      ...CardPlace\n      can {\n        assign\n        take\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AssignCard($id: ID!, $assignee: ID, $key: String) {\n    assignIssue(id: $id, assignee: $assignee, clientMutationId: $key) {\n      ...CardFields\n      ...CardPlace\n      can {\n        assign\n        take\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CardTrail($id: ID!) {\n    issue(id: $id) {\n      id\n      handoffs {\n        id\n        state\n        to {\n          id\n          key\n        }\n        steps {\n          id\n          state\n          current\n          waitedMinutes\n          unit {\n            id\n            key\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query CardTrail($id: ID!) {\n    issue(id: $id) {\n      id\n      handoffs {\n        id\n        state\n        to {\n          id\n          key\n        }\n        steps {\n          id\n          state\n          current\n          waitedMinutes\n          unit {\n            id\n            key\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CardRevision on Issue {\n    id\n    revision\n  }\n"): (typeof documents)["\n  fragment CardRevision on Issue {\n    id\n    revision\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment StepFields on HandoffStep {\n    id\n    state\n    current\n    unit {\n      id\n      key\n      name\n      heads {\n        id\n        name\n      }\n    }\n    actedBy {\n      id\n      name\n      avatarUrl\n    }\n    actedAt\n    reason\n    comment\n    waitedMinutes\n    canAct\n  }\n"): (typeof documents)["\n  fragment StepFields on HandoffStep {\n    id\n    state\n    current\n    unit {\n      id\n      key\n      name\n      heads {\n        id\n        name\n      }\n    }\n    actedBy {\n      id\n      name\n      avatarUrl\n    }\n    actedAt\n    reason\n    comment\n    waitedMinutes\n    canAct\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment HandoffFields on Handoff {\n    id\n    state\n    from {\n      id\n      key\n      name\n    }\n    to {\n      id\n      key\n      name\n    }\n    startedBy {\n      id\n      name\n      avatarUrl\n    }\n    startedAt\n    endedAt\n    comment\n    withSubIssues\n    canWithdraw\n    steps {\n      ...StepFields\n    }\n  }\n"): (typeof documents)["\n  fragment HandoffFields on Handoff {\n    id\n    state\n    from {\n      id\n      key\n      name\n    }\n    to {\n      id\n      key\n      name\n    }\n    startedBy {\n      id\n      name\n      avatarUrl\n    }\n    startedAt\n    endedAt\n    comment\n    withSubIssues\n    canWithdraw\n    steps {\n      ...StepFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query HandoffInboxCount {\n    handoffInbox {\n      id\n    }\n    requestInbox {\n      id\n    }\n  }\n"): (typeof documents)["\n  query HandoffInboxCount {\n    handoffInbox {\n      id\n    }\n    requestInbox {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query HandoffInbox {\n    handoffInbox {\n      ...StepFields\n      handoff {\n        ...HandoffFields\n        issue {\n          id\n          key\n          title\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query HandoffInbox {\n    handoffInbox {\n      ...StepFields\n      handoff {\n        ...HandoffFields\n        issue {\n          id\n          key\n          title\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment HandedIssue on Issue {\n    ...IssueFields\n    handoffs {\n      ...HandoffFields\n    }\n  }\n"): (typeof documents)["\n  fragment HandedIssue on Issue {\n    ...IssueFields\n    handoffs {\n      ...HandoffFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query HandoffRoute($issue: ID!, $toUnit: ID!) {\n    handoffRoute(issue: $issue, toUnit: $toUnit) {\n      yours\n      unit {\n        id\n        key\n        name\n      }\n      heads {\n        id\n        name\n        avatarUrl\n      }\n    }\n  }\n"): (typeof documents)["\n  query HandoffRoute($issue: ID!, $toUnit: ID!) {\n    handoffRoute(issue: $issue, toUnit: $toUnit) {\n      yours\n      unit {\n        id\n        key\n        name\n      }\n      heads {\n        id\n        name\n        avatarUrl\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartHandoff(\n    $issue: ID!\n    $toUnit: ID!\n    $comment: String\n    $withSubIssues: Boolean!\n    $mutationKey: String\n  ) {\n    startHandoff(\n      issue: $issue\n      toUnit: $toUnit\n      comment: $comment\n      withSubIssues: $withSubIssues\n      clientMutationId: $mutationKey\n    ) {\n      id\n      state\n      issue {\n        ...HandedIssue\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation StartHandoff(\n    $issue: ID!\n    $toUnit: ID!\n    $comment: String\n    $withSubIssues: Boolean!\n    $mutationKey: String\n  ) {\n    startHandoff(\n      issue: $issue\n      toUnit: $toUnit\n      comment: $comment\n      withSubIssues: $withSubIssues\n      clientMutationId: $mutationKey\n    ) {\n      id\n      state\n      issue {\n        ...HandedIssue\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AcceptHandoff($step: ID!, $assignee: ID, $mutationKey: String) {\n    acceptHandoff(step: $step, assignee: $assignee, clientMutationId: $mutationKey) {\n      id\n      state\n      issue {\n        ...HandedIssue\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AcceptHandoff($step: ID!, $assignee: ID, $mutationKey: String) {\n    acceptHandoff(step: $step, assignee: $assignee, clientMutationId: $mutationKey) {\n      id\n      state\n      issue {\n        ...HandedIssue\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RefuseHandoff($step: ID!, $reason: String!, $mutationKey: String) {\n    refuseHandoff(step: $step, reason: $reason, clientMutationId: $mutationKey) {\n      id\n      state\n      issue {\n        ...HandedIssue\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RefuseHandoff($step: ID!, $reason: String!, $mutationKey: String) {\n    refuseHandoff(step: $step, reason: $reason, clientMutationId: $mutationKey) {\n      id\n      state\n      issue {\n        ...HandedIssue\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WithdrawHandoff($handoff: ID!, $mutationKey: String) {\n    withdrawHandoff(handoff: $handoff, clientMutationId: $mutationKey) {\n      id\n      state\n      issue {\n        ...HandedIssue\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation WithdrawHandoff($handoff: ID!, $mutationKey: String) {\n    withdrawHandoff(handoff: $handoff, clientMutationId: $mutationKey) {\n      id\n      state\n      issue {\n        ...HandedIssue\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Account {\n    sessions {\n      ...SessionRow\n    }\n    apiTokens {\n      ...ApiTokenRow\n    }\n  }\n"): (typeof documents)["\n  query Account {\n    sessions {\n      ...SessionRow\n    }\n    apiTokens {\n      ...ApiTokenRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SessionRow on Session {\n    id\n    device\n    address\n    createdAt\n    lastSeenAt\n    current\n  }\n"): (typeof documents)["\n  fragment SessionRow on Session {\n    id\n    device\n    address\n    createdAt\n    lastSeenAt\n    current\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ApiTokenRow on ApiToken {\n    id\n    name\n    scopes\n    createdAt\n    expiresAt\n    lastUsedAt\n  }\n"): (typeof documents)["\n  fragment ApiTokenRow on ApiToken {\n    id\n    name\n    scopes\n    createdAt\n    expiresAt\n    lastUsedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangePassword($current: String!, $new: String!, $clientMutationId: String) {\n    changePassword(current: $current, new: $new, clientMutationId: $clientMutationId) {\n      user {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ChangePassword($current: String!, $new: String!, $clientMutationId: String) {\n    changePassword(current: $current, new: $new, clientMutationId: $clientMutationId) {\n      user {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndSession($id: ID!, $clientMutationId: String) {\n    endSession(id: $id, clientMutationId: $clientMutationId)\n  }\n"): (typeof documents)["\n  mutation EndSession($id: ID!, $clientMutationId: String) {\n    endSession(id: $id, clientMutationId: $clientMutationId)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOutEverywhere($clientMutationId: String) {\n    signOutEverywhere(clientMutationId: $clientMutationId)\n  }\n"): (typeof documents)["\n  mutation SignOutEverywhere($clientMutationId: String) {\n    signOutEverywhere(clientMutationId: $clientMutationId)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateApiToken(\n    $name: String!\n    $scopes: [TokenScope!]\n    $expiresAt: DateTime\n    $clientMutationId: String\n  ) {\n    createApiToken(name: $name, scopes: $scopes, expiresAt: $expiresAt, clientMutationId: $clientMutationId) {\n      id\n      token\n    }\n  }\n"): (typeof documents)["\n  mutation CreateApiToken(\n    $name: String!\n    $scopes: [TokenScope!]\n    $expiresAt: DateTime\n    $clientMutationId: String\n  ) {\n    createApiToken(name: $name, scopes: $scopes, expiresAt: $expiresAt, clientMutationId: $clientMutationId) {\n      id\n      token\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeApiToken($id: ID!, $clientMutationId: String) {\n    revokeApiToken(id: $id, clientMutationId: $clientMutationId)\n  }\n"): (typeof documents)["\n  mutation RevokeApiToken($id: ID!, $clientMutationId: String) {\n    revokeApiToken(id: $id, clientMutationId: $clientMutationId)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Login($email: String!, $password: String!) {\n    login(email: $email, password: $password) {\n      user {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation Login($email: String!, $password: String!) {\n    login(email: $email, password: $password) {\n      user {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Logout {\n    logout\n  }\n"): (typeof documents)["\n  mutation Logout {\n    logout\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetUp($input: SetUpInput!) {\n    setUp(input: $input) {\n      user {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetUp($input: SetUpInput!) {\n    setUp(input: $input) {\n      user {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AcceptInvitation($token: String!, $password: String!) {\n    acceptInvitation(token: $token, password: $password) {\n      user {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AcceptInvitation($token: String!, $password: String!) {\n    acceptInvitation(token: $token, password: $password) {\n      user {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    me {\n      isAdmin\n      isBoss\n      locale\n      timeZone\n      user {\n        ...Person\n      }\n      memberships {\n        id\n        role {\n          id\n          base\n          builtIn\n          name\n          reach\n          readFields\n          writeFields\n          actions\n          archived\n          revision\n        }\n        unit {\n          id\n          key\n          name\n          kind\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Viewer {\n    me {\n      isAdmin\n      isBoss\n      locale\n      timeZone\n      user {\n        ...Person\n      }\n      memberships {\n        id\n        role {\n          id\n          base\n          builtIn\n          name\n          reach\n          readFields\n          writeFields\n          actions\n          archived\n          revision\n        }\n        unit {\n          id\n          key\n          name\n          kind\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Person on User {\n    id\n    name\n    email\n    active\n    avatarUrl\n  }\n"): (typeof documents)["\n  fragment Person on User {\n    id\n    name\n    email\n    active\n    avatarUrl\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AwaitingCount {\n    awaitingClosure(first: 1) {\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query AwaitingCount {\n    awaitingClosure(first: 1) {\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ClosureRow on Issue {\n    id\n    key\n    title\n    type\n    resolution\n    updatedAt\n    status {\n      id\n      name\n      category\n    }\n    unit {\n      id\n      name\n    }\n    assignee {\n      id\n      name\n      avatarUrl\n    }\n    can {\n      close\n      return\n    }\n  }\n"): (typeof documents)["\n  fragment ClosureRow on Issue {\n    id\n    key\n    title\n    type\n    resolution\n    updatedAt\n    status {\n      id\n      name\n      category\n    }\n    unit {\n      id\n      name\n    }\n    assignee {\n      id\n      name\n      avatarUrl\n    }\n    can {\n      close\n      return\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AwaitingClosure($filter: IssueFilter, $first: Int!, $after: String) {\n    awaitingClosure(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...ClosureRow\n      }\n    }\n  }\n"): (typeof documents)["\n  query AwaitingClosure($filter: IssueFilter, $first: Int!, $after: String) {\n    awaitingClosure(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...ClosureRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CloseIssues($ids: [ID!]!, $comment: String, $mutationKey: String) {\n    closeIssues(ids: $ids, comment: $comment, clientMutationId: $mutationKey) {\n      ...ClosureRow\n      closedAt\n      revision\n    }\n  }\n"): (typeof documents)["\n  mutation CloseIssues($ids: [ID!]!, $comment: String, $mutationKey: String) {\n    closeIssues(ids: $ids, comment: $comment, clientMutationId: $mutationKey) {\n      ...ClosureRow\n      closedAt\n      revision\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReturnIssues($ids: [ID!]!, $reason: String!, $mutationKey: String) {\n    returnIssues(ids: $ids, reason: $reason, clientMutationId: $mutationKey) {\n      ...ClosureRow\n      closedAt\n      revision\n    }\n  }\n"): (typeof documents)["\n  mutation ReturnIssues($ids: [ID!]!, $reason: String!, $mutationKey: String) {\n    returnIssues(ids: $ids, reason: $reason, clientMutationId: $mutationKey) {\n      ...ClosureRow\n      closedAt\n      revision\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CloseIssue($id: ID!, $mutationKey: String) {\n    closeIssues(ids: [$id], clientMutationId: $mutationKey) {\n      ...IssueFields\n    }\n  }\n"): (typeof documents)["\n  mutation CloseIssue($id: ID!, $mutationKey: String) {\n    closeIssues(ids: [$id], clientMutationId: $mutationKey) {\n      ...IssueFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReturnIssue($id: ID!, $reason: String!, $mutationKey: String) {\n    returnIssues(ids: [$id], reason: $reason, clientMutationId: $mutationKey) {\n      ...IssueFields\n    }\n  }\n"): (typeof documents)["\n  mutation ReturnIssue($id: ID!, $reason: String!, $mutationKey: String) {\n    returnIssues(ids: [$id], reason: $reason, clientMutationId: $mutationKey) {\n      ...IssueFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReopenIssue($id: ID!, $reason: String!, $mutationKey: String) {\n    reopenIssue(id: $id, reason: $reason, clientMutationId: $mutationKey) {\n      ...IssueFields\n    }\n  }\n"): (typeof documents)["\n  mutation ReopenIssue($id: ID!, $reason: String!, $mutationKey: String) {\n    reopenIssue(id: $id, reason: $reason, clientMutationId: $mutationKey) {\n      ...IssueFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelIssue($id: ID!, $reason: String!, $mutationKey: String) {\n    cancelIssue(id: $id, reason: $reason, clientMutationId: $mutationKey) {\n      ...IssueFields\n    }\n  }\n"): (typeof documents)["\n  mutation CancelIssue($id: ID!, $reason: String!, $mutationKey: String) {\n    cancelIssue(id: $id, reason: $reason, clientMutationId: $mutationKey) {\n      ...IssueFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MergeIssues($from: ID!, $into: ID!, $mutationKey: String) {\n    mergeIssues(from: $from, into: $into, clientMutationId: $mutationKey) {\n      ...IssueFields\n      ...IssueRelations\n    }\n  }\n"): (typeof documents)["\n  mutation MergeIssues($from: ID!, $into: ID!, $mutationKey: String) {\n    mergeIssues(from: $from, into: $into, clientMutationId: $mutationKey) {\n      ...IssueFields\n      ...IssueRelations\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ArchiveIssue($id: ID!, $mutationKey: String) {\n    archiveIssue(id: $id, clientMutationId: $mutationKey) {\n      ...IssueFields\n    }\n  }\n"): (typeof documents)["\n  mutation ArchiveIssue($id: ID!, $mutationKey: String) {\n    archiveIssue(id: $id, clientMutationId: $mutationKey) {\n      ...IssueFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CommentFields on Comment {\n    id\n    body\n    internal\n    createdAt\n    editedAt\n    author {\n      id\n      name\n      avatarUrl\n    }\n  }\n"): (typeof documents)["\n  fragment CommentFields on Comment {\n    id\n    body\n    internal\n    createdAt\n    editedAt\n    author {\n      id\n      name\n      avatarUrl\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddComment($issue: ID!, $body: String!, $internal: Boolean!, $mutationKey: String) {\n    addComment(issue: $issue, body: $body, internal: $internal, clientMutationId: $mutationKey) {\n      ...CommentFields\n    }\n  }\n"): (typeof documents)["\n  mutation AddComment($issue: ID!, $body: String!, $internal: Boolean!, $mutationKey: String) {\n    addComment(issue: $issue, body: $body, internal: $internal, clientMutationId: $mutationKey) {\n      ...CommentFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateComment($id: ID!, $body: String!, $mutationKey: String) {\n    updateComment(id: $id, body: $body, clientMutationId: $mutationKey) {\n      ...CommentFields\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateComment($id: ID!, $body: String!, $mutationKey: String) {\n    updateComment(id: $id, body: $body, clientMutationId: $mutationKey) {\n      ...CommentFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment IssueTitle on Issue {\n    id\n    title\n  }\n"): (typeof documents)["\n  fragment IssueTitle on Issue {\n    id\n    title\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query IssueUnit($id: ID!) {\n    unit(id: $id) {\n      id\n      key\n      name\n      statuses {\n        id\n        name\n        category\n        position\n      }\n      labels {\n        id\n        name\n        color\n      }\n      members {\n        id\n        role {\n          id\n          name\n          base\n        }\n        user {\n          id\n          name\n          active\n          avatarUrl\n        }\n      }\n      heads {\n        id\n        name\n      }\n      can {\n        createIssue\n        manage\n      }\n    }\n  }\n"): (typeof documents)["\n  query IssueUnit($id: ID!) {\n    unit(id: $id) {\n      id\n      key\n      name\n      statuses {\n        id\n        name\n        category\n        position\n      }\n      labels {\n        id\n        name\n        color\n      }\n      members {\n        id\n        role {\n          id\n          name\n          base\n        }\n        user {\n          id\n          name\n          active\n          avatarUrl\n        }\n      }\n      heads {\n        id\n        name\n      }\n      can {\n        createIssue\n        manage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment IssueFields on Issue {\n    id\n    key\n    title\n    description\n    type\n    priority\n    startDate\n    dueDate\n    estimate\n    value\n    totalEstimate\n    progress\n    resolution\n    archived\n    inTransit\n    blocked\n    revision\n    lastEvent\n    createdAt\n    updatedAt\n    closedAt\n    subIssueCount\n    commentCount\n    rank\n    status {\n      id\n      name\n      category\n    }\n    unit {\n      id\n      key\n      name\n    }\n    assignee {\n      id\n      name\n      avatarUrl\n    }\n    author {\n      id\n      name\n      avatarUrl\n    }\n    labels {\n      id\n      name\n      color\n    }\n    parent {\n      id\n      key\n      title\n    }\n    can {\n      edit\n      comment\n      assign\n      take\n      handOff\n      close\n      reopen\n      return\n      cancel\n      merge\n      archive\n      relate\n      moveTo {\n        id\n        name\n        category\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment IssueFields on Issue {\n    id\n    key\n    title\n    description\n    type\n    priority\n    startDate\n    dueDate\n    estimate\n    value\n    totalEstimate\n    progress\n    resolution\n    archived\n    inTransit\n    blocked\n    revision\n    lastEvent\n    createdAt\n    updatedAt\n    closedAt\n    subIssueCount\n    commentCount\n    rank\n    status {\n      id\n      name\n      category\n    }\n    unit {\n      id\n      key\n      name\n    }\n    assignee {\n      id\n      name\n      avatarUrl\n    }\n    author {\n      id\n      name\n      avatarUrl\n    }\n    labels {\n      id\n      name\n      color\n    }\n    parent {\n      id\n      key\n      title\n    }\n    can {\n      edit\n      comment\n      assign\n      take\n      handOff\n      close\n      reopen\n      return\n      cancel\n      merge\n      archive\n      relate\n      moveTo {\n        id\n        name\n        category\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Issue($key: String!) {\n    issue(key: $key) {\n      ...IssueFields\n      handoffs {\n        ...HandoffFields\n      }\n      ...IssueRelations\n      ...IssueRequests\n      subIssues(first: 100) {\n        totalCount\n        nodes {\n          id\n          key\n          title\n          status {\n            id\n            name\n            category\n          }\n          assignee {\n            id\n            name\n            avatarUrl\n          }\n        }\n      }\n      comments(first: 100) {\n        totalCount\n        nodes {\n          ...CommentFields\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Issue($key: String!) {\n    issue(key: $key) {\n      ...IssueFields\n      handoffs {\n        ...HandoffFields\n      }\n      ...IssueRelations\n      ...IssueRequests\n      subIssues(first: 100) {\n        totalCount\n        nodes {\n          id\n          key\n          title\n          status {\n            id\n            name\n            category\n          }\n          assignee {\n            id\n            name\n            avatarUrl\n          }\n        }\n      }\n      comments(first: 100) {\n        totalCount\n        nodes {\n          ...CommentFields\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query IssueHistory($issue: ID!, $first: Int!, $after: String) {\n    events(issue: $issue, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        at\n        kind\n        actor {\n          id\n          name\n          avatarUrl\n        }\n        onBehalfOf {\n          id\n          name\n        }\n        changes {\n          field\n          before\n          after\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query IssueHistory($issue: ID!, $first: Int!, $after: String) {\n    events(issue: $issue, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        at\n        kind\n        actor {\n          id\n          name\n          avatarUrl\n        }\n        onBehalfOf {\n          id\n          name\n        }\n        changes {\n          field\n          before\n          after\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription IssueChanged($id: ID!, $since: ID) {\n    issueChanged(id: $id, since: $since) {\n      issueId\n      event {\n        id\n        kind\n      }\n      issue {\n        id\n        revision\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription IssueChanged($id: ID!, $since: ID) {\n    issueChanged(id: $id, since: $since) {\n      issueId\n      event {\n        id\n        kind\n      }\n      issue {\n        id\n        revision\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateIssue($id: ID!, $revision: Int!, $input: UpdateIssueInput!, $mutationKey: String) {\n    updateIssue(id: $id, revision: $revision, input: $input, clientMutationId: $mutationKey) {\n      ...IssueFields\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateIssue($id: ID!, $revision: Int!, $input: UpdateIssueInput!, $mutationKey: String) {\n    updateIssue(id: $id, revision: $revision, input: $input, clientMutationId: $mutationKey) {\n      ...IssueFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetStatus($id: ID!, $status: ID!, $revision: Int!, $mutationKey: String) {\n    moveIssue(id: $id, status: $status, revision: $revision, clientMutationId: $mutationKey) {\n      ...IssueFields\n    }\n  }\n"): (typeof documents)["\n  mutation SetStatus($id: ID!, $status: ID!, $revision: Int!, $mutationKey: String) {\n    moveIssue(id: $id, status: $status, revision: $revision, clientMutationId: $mutationKey) {\n      ...IssueFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AssignIssue($id: ID!, $assignee: ID, $mutationKey: String) {\n    assignIssue(id: $id, assignee: $assignee, clientMutationId: $mutationKey) {\n      ...IssueFields\n    }\n  }\n"): (typeof documents)["\n  mutation AssignIssue($id: ID!, $assignee: ID, $mutationKey: String) {\n    assignIssue(id: $id, assignee: $assignee, clientMutationId: $mutationKey) {\n      ...IssueFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TakeIssue($id: ID!, $mutationKey: String) {\n    takeIssue(id: $id, clientMutationId: $mutationKey) {\n      ...IssueFields\n    }\n  }\n"): (typeof documents)["\n  mutation TakeIssue($id: ID!, $mutationKey: String) {\n    takeIssue(id: $id, clientMutationId: $mutationKey) {\n      ...IssueFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateSubIssue($input: CreateIssueInput!) {\n    createIssue(input: $input) {\n      id\n      key\n      title\n      status {\n        id\n        name\n        category\n      }\n      assignee {\n        id\n        name\n        avatarUrl\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateSubIssue($input: CreateIssueInput!) {\n    createIssue(input: $input) {\n      id\n      key\n      title\n      status {\n        id\n        name\n        category\n      }\n      assignee {\n        id\n        name\n        avatarUrl\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindIssues($filter: IssueFilter!) {\n    issues(filter: $filter, first: 8, orderBy: [{ by: UPDATED_AT, direction: DESC }]) {\n      nodes {\n        id\n        key\n        title\n      }\n    }\n  }\n"): (typeof documents)["\n  query FindIssues($filter: IssueFilter!) {\n    issues(filter: $filter, first: 8, orderBy: [{ by: UPDATED_AT, direction: DESC }]) {\n      nodes {\n        id\n        key\n        title\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query IssueKeys($ids: [ID!]!, $first: Int!) {\n    issues(filter: { id: { in: $ids } }, first: $first) {\n      nodes {\n        id\n        key\n      }\n    }\n  }\n"): (typeof documents)["\n  query IssueKeys($ids: [ID!]!, $first: Int!) {\n    issues(filter: { id: { in: $ids } }, first: $first) {\n      nodes {\n        id\n        key\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PeopleNames {\n    users(first: 500) {\n      id\n      name\n      avatarUrl\n    }\n  }\n"): (typeof documents)["\n  query PeopleNames {\n    users(first: 500) {\n      id\n      name\n      avatarUrl\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment WorkRow on Issue {\n    id\n    key\n    title\n    priority\n    dueDate\n    inTransit\n    revision\n    updatedAt\n    status {\n      id\n      name\n      category\n    }\n    unit {\n      id\n      key\n      name\n    }\n    assignee {\n      id\n      name\n      avatarUrl\n    }\n    can {\n      comment\n      moveTo {\n        id\n        name\n        category\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment WorkRow on Issue {\n    id\n    key\n    title\n    priority\n    dueDate\n    inTransit\n    revision\n    updatedAt\n    status {\n      id\n      name\n      category\n    }\n    unit {\n      id\n      key\n      name\n    }\n    assignee {\n      id\n      name\n      avatarUrl\n    }\n    can {\n      comment\n      moveTo {\n        id\n        name\n        category\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyWork($filter: IssueFilter!, $orderBy: [IssueOrder!]) {\n    issues(first: 100, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      nodes {\n        ...WorkRow\n      }\n    }\n  }\n"): (typeof documents)["\n  query MyWork($filter: IssueFilter!, $orderBy: [IssueOrder!]) {\n    issues(first: 100, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      nodes {\n        ...WorkRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyWaiting($filter: IssueFilter!, $orderBy: [IssueOrder!]) {\n    issues(first: 100, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      nodes {\n        ...WorkRow\n        handoffs {\n          id\n          state\n          startedAt\n          endedAt\n          to {\n            id\n            name\n          }\n          steps {\n            id\n            current\n            waitedMinutes\n            unit {\n              id\n              name\n              heads {\n                id\n                name\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query MyWaiting($filter: IssueFilter!, $orderBy: [IssueOrder!]) {\n    issues(first: 100, filter: $filter, orderBy: $orderBy) {\n      totalCount\n      nodes {\n        ...WorkRow\n        handoffs {\n          id\n          state\n          startedAt\n          endedAt\n          to {\n            id\n            name\n          }\n          steps {\n            id\n            current\n            waitedMinutes\n            unit {\n              id\n              name\n              heads {\n                id\n                name\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment IssueRelations on Issue {\n    id\n    relations {\n      id\n      type\n      delayDays\n      issue {\n        id\n        key\n        title\n        status {\n          id\n          name\n          category\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment IssueRelations on Issue {\n    id\n    relations {\n      id\n      type\n      delayDays\n      issue {\n        id\n        key\n        title\n        status {\n          id\n          name\n          category\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RelateIssues($from: ID!, $to: ID!, $type: RelationType!, $delayDays: Int, $mutationKey: String) {\n    relateIssues(from: $from, to: $to, type: $type, delayDays: $delayDays, clientMutationId: $mutationKey) {\n      ...IssueFields\n      ...IssueRelations\n    }\n  }\n"): (typeof documents)["\n  mutation RelateIssues($from: ID!, $to: ID!, $type: RelationType!, $delayDays: Int, $mutationKey: String) {\n    relateIssues(from: $from, to: $to, type: $type, delayDays: $delayDays, clientMutationId: $mutationKey) {\n      ...IssueFields\n      ...IssueRelations\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UnrelateIssues($relation: ID!, $mutationKey: String) {\n    unrelateIssues(relation: $relation, clientMutationId: $mutationKey) {\n      ...IssueFields\n      ...IssueRelations\n    }\n  }\n"): (typeof documents)["\n  mutation UnrelateIssues($relation: ID!, $mutationKey: String) {\n    unrelateIssues(relation: $relation, clientMutationId: $mutationKey) {\n      ...IssueFields\n      ...IssueRelations\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment NoticeFields on Notice {\n    id\n    at\n    text\n    message\n    read\n    event {\n      id\n      kind\n      actor {\n        id\n        name\n        avatarUrl\n      }\n    }\n    issue {\n      id\n      key\n      title\n    }\n  }\n"): (typeof documents)["\n  fragment NoticeFields on Notice {\n    id\n    at\n    text\n    message\n    read\n    event {\n      id\n      kind\n      actor {\n        id\n        name\n        avatarUrl\n      }\n    }\n    issue {\n      id\n      key\n      title\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UnreadNotices {\n    unreadNotices\n  }\n"): (typeof documents)["\n  query UnreadNotices {\n    unreadNotices\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Notices($first: Int!, $after: ID) {\n    notices(first: $first, after: $after) {\n      ...NoticeFields\n    }\n    unreadNotices\n  }\n"): (typeof documents)["\n  query Notices($first: Int!, $after: ID) {\n    notices(first: $first, after: $after) {\n      ...NoticeFields\n    }\n    unreadNotices\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MarkNoticesRead($ids: [ID!]!) {\n    markNoticesRead(ids: $ids)\n  }\n"): (typeof documents)["\n  mutation MarkNoticesRead($ids: [ID!]!) {\n    markNoticesRead(ids: $ids)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MarkAllNoticesRead($upTo: ID!) {\n    markAllNoticesRead(upTo: $upTo)\n  }\n"): (typeof documents)["\n  mutation MarkAllNoticesRead($upTo: ID!) {\n    markAllNoticesRead(upTo: $upTo)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription InboxChanged {\n    inboxChanged {\n      unread\n      notice {\n        ...NoticeFields\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription InboxChanged {\n    inboxChanged {\n      unread\n      notice {\n        ...NoticeFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Company {\n    units {\n      ...UnitNode\n      sprintLengthDays\n      heads {\n        ...Person\n      }\n      members {\n        ...Member\n      }\n    }\n    roles {\n      id\n      base\n      builtIn\n      name\n      archived\n    }\n  }\n"): (typeof documents)["\n  query Company {\n    units {\n      ...UnitNode\n      sprintLengthDays\n      heads {\n        ...Person\n      }\n      members {\n        ...Member\n      }\n    }\n    roles {\n      id\n      base\n      builtIn\n      name\n      archived\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Member on Membership {\n    id\n    role {\n      id\n      base\n      builtIn\n      name\n    }\n    unit {\n      id\n    }\n    user {\n      ...Person\n    }\n  }\n"): (typeof documents)["\n  fragment Member on Membership {\n    id\n    role {\n      id\n      base\n      builtIn\n      name\n    }\n    unit {\n      id\n    }\n    user {\n      ...Person\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddMember($unit: ID!, $user: ID!, $role: ID!, $clientMutationId: String) {\n    addMember(unit: $unit, user: $user, role: $role, clientMutationId: $clientMutationId) {\n      ...Member\n      unit {\n        id\n        heads {\n          ...Person\n        }\n        members {\n          ...Member\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AddMember($unit: ID!, $user: ID!, $role: ID!, $clientMutationId: String) {\n    addMember(unit: $unit, user: $user, role: $role, clientMutationId: $clientMutationId) {\n      ...Member\n      unit {\n        id\n        heads {\n          ...Person\n        }\n        members {\n          ...Member\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveMember($membership: ID!, $clientMutationId: String) {\n    removeMember(membership: $membership, clientMutationId: $clientMutationId) {\n      id\n      heads {\n        ...Person\n      }\n      members {\n        ...Member\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RemoveMember($membership: ID!, $clientMutationId: String) {\n    removeMember(membership: $membership, clientMutationId: $clientMutationId) {\n      id\n      heads {\n        ...Person\n      }\n      members {\n        ...Member\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateUnit(\n    $parent: ID!\n    $kind: UnitKind!\n    $key: String!\n    $name: String!\n    $clientMutationId: String\n  ) {\n    createUnit(parent: $parent, kind: $kind, key: $key, name: $name, clientMutationId: $clientMutationId) {\n      ...UnitNode\n    }\n  }\n"): (typeof documents)["\n  mutation CreateUnit(\n    $parent: ID!\n    $kind: UnitKind!\n    $key: String!\n    $name: String!\n    $clientMutationId: String\n  ) {\n    createUnit(parent: $parent, kind: $kind, key: $key, name: $name, clientMutationId: $clientMutationId) {\n      ...UnitNode\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MoveUnit($id: ID!, $parent: ID!, $clientMutationId: String) {\n    moveUnit(id: $id, parent: $parent, clientMutationId: $clientMutationId) {\n      ...UnitNode\n    }\n  }\n"): (typeof documents)["\n  mutation MoveUnit($id: ID!, $parent: ID!, $clientMutationId: String) {\n    moveUnit(id: $id, parent: $parent, clientMutationId: $clientMutationId) {\n      ...UnitNode\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ArchiveUnit($id: ID!, $clientMutationId: String) {\n    archiveUnit(id: $id, clientMutationId: $clientMutationId) {\n      ...UnitNode\n    }\n  }\n"): (typeof documents)["\n  mutation ArchiveUnit($id: ID!, $clientMutationId: String) {\n    archiveUnit(id: $id, clientMutationId: $clientMutationId) {\n      ...UnitNode\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UnitRemains($unit: ID!) {\n    unfinished: issues(first: 1, filter: { unit: { eq: $unit }, category: [BACKLOG, TODO, IN_PROGRESS] }) {\n      totalCount\n    }\n    inTransit: issues(first: 1, filter: { unit: { eq: $unit }, inTransit: true }) {\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query UnitRemains($unit: ID!) {\n    unfinished: issues(first: 1, filter: { unit: { eq: $unit }, category: [BACKLOG, TODO, IN_PROGRESS] }) {\n      totalCount\n    }\n    inTransit: issues(first: 1, filter: { unit: { eq: $unit }, inTransit: true }) {\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Users($text: String, $first: Int) {\n    users(text: $text, first: $first) {\n      ...Person\n    }\n  }\n"): (typeof documents)["\n  query Users($text: String, $first: Int) {\n    users(text: $text, first: $first) {\n      ...Person\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DeputyRow on Deputy {\n    id\n    from\n    to\n    active\n    endedAt\n    user {\n      ...Person\n    }\n    boss {\n      ...Person\n    }\n  }\n"): (typeof documents)["\n  fragment DeputyRow on Deputy {\n    id\n    from\n    to\n    active\n    endedAt\n    user {\n      ...Person\n    }\n    boss {\n      ...Person\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Deputies {\n    deputies {\n      ...DeputyRow\n    }\n  }\n"): (typeof documents)["\n  query Deputies {\n    deputies {\n      ...DeputyRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PastDeputies {\n    deputies(past: true) {\n      ...DeputyRow\n    }\n  }\n"): (typeof documents)["\n  query PastDeputies {\n    deputies(past: true) {\n      ...DeputyRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation NameDeputy($user: ID!, $from: Date!, $to: Date!, $clientMutationId: String) {\n    nameDeputy(user: $user, from: $from, to: $to, clientMutationId: $clientMutationId) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation NameDeputy($user: ID!, $from: Date!, $to: Date!, $clientMutationId: String) {\n    nameDeputy(user: $user, from: $from, to: $to, clientMutationId: $clientMutationId) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndDeputy($deputy: ID!, $clientMutationId: String) {\n    endDeputy(deputy: $deputy, clientMutationId: $clientMutationId) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation EndDeputy($deputy: ID!, $clientMutationId: String) {\n    endDeputy(deputy: $deputy, clientMutationId: $clientMutationId) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateUser($name: String!, $email: String!, $clientMutationId: String) {\n    createUser(name: $name, email: $email, clientMutationId: $clientMutationId) {\n      ...Person\n    }\n  }\n"): (typeof documents)["\n  mutation CreateUser($name: String!, $email: String!, $clientMutationId: String) {\n    createUser(name: $name, email: $email, clientMutationId: $clientMutationId) {\n      ...Person\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation InviteUser($user: ID!, $clientMutationId: String) {\n    inviteUser(user: $user, clientMutationId: $clientMutationId) {\n      url\n      mailed\n      expiresAt\n      user {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation InviteUser($user: ID!, $clientMutationId: String) {\n    inviteUser(user: $user, clientMutationId: $clientMutationId) {\n      url\n      mailed\n      expiresAt\n      user {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeactivateUser($id: ID!, $clientMutationId: String) {\n    deactivateUser(id: $id, clientMutationId: $clientMutationId) {\n      id\n      active\n    }\n  }\n"): (typeof documents)["\n  mutation DeactivateUser($id: ID!, $clientMutationId: String) {\n    deactivateUser(id: $id, clientMutationId: $clientMutationId) {\n      id\n      active\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Units {\n    units {\n      ...UnitNode\n    }\n  }\n"): (typeof documents)["\n  query Units {\n    units {\n      ...UnitNode\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment UnitNode on Unit {\n    id\n    key\n    name\n    kind\n    archived\n    parent {\n      id\n    }\n    can {\n      createIssue\n      manage\n      plan\n      seeAll\n    }\n    statuses {\n      id\n      name\n      category\n      position\n    }\n  }\n"): (typeof documents)["\n  fragment UnitNode on Unit {\n    id\n    key\n    name\n    kind\n    archived\n    parent {\n      id\n    }\n    can {\n      createIssue\n      manage\n      plan\n      seeAll\n    }\n    statuses {\n      id\n      name\n      category\n      position\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RequestFields on IssueRequest {\n    id\n    kind\n    state\n    changes {\n      field\n      before\n      after\n    }\n    status {\n      id\n      name\n    }\n    assignee {\n      id\n      name\n    }\n    toUnit {\n      id\n      key\n      name\n    }\n    askedBy {\n      id\n      name\n      avatarUrl\n    }\n    askedAt\n    comment\n    decidedBy {\n      id\n      name\n    }\n    decidedAt\n    reason\n    canDecide\n    canWithdraw\n  }\n"): (typeof documents)["\n  fragment RequestFields on IssueRequest {\n    id\n    kind\n    state\n    changes {\n      field\n      before\n      after\n    }\n    status {\n      id\n      name\n    }\n    assignee {\n      id\n      name\n    }\n    toUnit {\n      id\n      key\n      name\n    }\n    askedBy {\n      id\n      name\n      avatarUrl\n    }\n    askedAt\n    comment\n    decidedBy {\n      id\n      name\n    }\n    decidedAt\n    reason\n    canDecide\n    canWithdraw\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment IssueRequests on Issue {\n    requests {\n      ...RequestFields\n    }\n  }\n"): (typeof documents)["\n  fragment IssueRequests on Issue {\n    requests {\n      ...RequestFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AskedIssue on Issue {\n    ...IssueFields\n    ...IssueRequests\n  }\n"): (typeof documents)["\n  fragment AskedIssue on Issue {\n    ...IssueFields\n    ...IssueRequests\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RequestInbox {\n    requestInbox {\n      ...RequestFields\n      issue {\n        id\n        key\n        title\n        unit {\n          id\n          name\n          labels {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query RequestInbox {\n    requestInbox {\n      ...RequestFields\n      issue {\n        id\n        key\n        title\n        unit {\n          id\n          name\n          labels {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestAct($issue: ID!, $act: IssueAct!, $comment: String, $mutationKey: String) {\n    requestAct(issue: $issue, act: $act, comment: $comment, clientMutationId: $mutationKey) {\n      ...RequestFields\n      issue {\n        ...AskedIssue\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RequestAct($issue: ID!, $act: IssueAct!, $comment: String, $mutationKey: String) {\n    requestAct(issue: $issue, act: $act, comment: $comment, clientMutationId: $mutationKey) {\n      ...RequestFields\n      issue {\n        ...AskedIssue\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AcceptRequest($request: ID!, $mutationKey: String) {\n    acceptRequest(request: $request, clientMutationId: $mutationKey) {\n      ...RequestFields\n      issue {\n        ...AskedIssue\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AcceptRequest($request: ID!, $mutationKey: String) {\n    acceptRequest(request: $request, clientMutationId: $mutationKey) {\n      ...RequestFields\n      issue {\n        ...AskedIssue\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RefuseRequest($request: ID!, $reason: String!, $mutationKey: String) {\n    refuseRequest(request: $request, reason: $reason, clientMutationId: $mutationKey) {\n      ...RequestFields\n      issue {\n        ...AskedIssue\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RefuseRequest($request: ID!, $reason: String!, $mutationKey: String) {\n    refuseRequest(request: $request, reason: $reason, clientMutationId: $mutationKey) {\n      ...RequestFields\n      issue {\n        ...AskedIssue\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WithdrawRequest($request: ID!, $mutationKey: String) {\n    withdrawRequest(request: $request, clientMutationId: $mutationKey) {\n      ...RequestFields\n      issue {\n        ...AskedIssue\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation WithdrawRequest($request: ID!, $mutationKey: String) {\n    withdrawRequest(request: $request, clientMutationId: $mutationKey) {\n      ...RequestFields\n      issue {\n        ...AskedIssue\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Verdict on AccessVerdict {\n    allowed\n    rule\n    by\n    message\n    params\n  }\n"): (typeof documents)["\n  fragment Verdict on AccessVerdict {\n    allowed\n    rule\n    by\n    message\n    params\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ExplainAccess($user: ID!, $issue: ID, $described: DescribedIssueInput) {\n    explainAccess(user: $user, issue: $issue, described: $described) {\n      hats\n      fields {\n        field\n        read {\n          ...Verdict\n        }\n        write {\n          ...Verdict\n        }\n      }\n      actions {\n        action\n        verdict {\n          ...Verdict\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ExplainAccess($user: ID!, $issue: ID, $described: DescribedIssueInput) {\n    explainAccess(user: $user, issue: $issue, described: $described) {\n      hats\n      fields {\n        field\n        read {\n          ...Verdict\n        }\n        write {\n          ...Verdict\n        }\n      }\n      actions {\n        action\n        verdict {\n          ...Verdict\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UnitStatuses($id: ID!) {\n    unit(id: $id) {\n      id\n      statuses {\n        id\n        name\n        category\n        position\n      }\n    }\n  }\n"): (typeof documents)["\n  query UnitStatuses($id: ID!) {\n    unit(id: $id) {\n      id\n      statuses {\n        id\n        name\n        category\n        position\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query IssueByKey($key: String!) {\n    issue(key: $key) {\n      id\n      key\n    }\n  }\n"): (typeof documents)["\n  query IssueByKey($key: String!) {\n    issue(key: $key) {\n      id\n      key\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RoleDetails on Role {\n    id\n    base\n    builtIn\n    name\n    reach\n    readFields\n    writeFields\n    actions\n    archived\n    revision\n  }\n"): (typeof documents)["\n  fragment RoleDetails on Role {\n    id\n    base\n    builtIn\n    name\n    reach\n    readFields\n    writeFields\n    actions\n    archived\n    revision\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Roles {\n    roles {\n      ...RoleDetails\n    }\n  }\n"): (typeof documents)["\n  query Roles {\n    roles {\n      ...RoleDetails\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateRole($copyOf: ID!, $name: String!, $clientMutationId: String) {\n    createRole(copyOf: $copyOf, name: $name, clientMutationId: $clientMutationId) {\n      ...RoleDetails\n    }\n  }\n"): (typeof documents)["\n  mutation CreateRole($copyOf: ID!, $name: String!, $clientMutationId: String) {\n    createRole(copyOf: $copyOf, name: $name, clientMutationId: $clientMutationId) {\n      ...RoleDetails\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateRole($id: ID!, $revision: Int!, $input: UpdateRoleInput!, $clientMutationId: String) {\n    updateRole(id: $id, revision: $revision, input: $input, clientMutationId: $clientMutationId) {\n      ...RoleDetails\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateRole($id: ID!, $revision: Int!, $input: UpdateRoleInput!, $clientMutationId: String) {\n    updateRole(id: $id, revision: $revision, input: $input, clientMutationId: $clientMutationId) {\n      ...RoleDetails\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ArchiveRole($id: ID!, $clientMutationId: String) {\n    archiveRole(id: $id, clientMutationId: $clientMutationId) {\n      ...RoleDetails\n    }\n  }\n"): (typeof documents)["\n  mutation ArchiveRole($id: ID!, $clientMutationId: String) {\n    archiveRole(id: $id, clientMutationId: $clientMutationId) {\n      ...RoleDetails\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;