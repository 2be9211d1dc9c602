import "reflect-metadata";
import { isAbstractType, isObjectType, type GraphQLSchema } from "graphql";
import { buildSchemaSync, type NonEmptyArray } from "type-graphql";
import { EVENT_FIELDS } from "@stafeta/domain/events/event-fields";
import { HANDOFF_FIELDS, HANDOFF_STEP_FIELDS } from "@stafeta/domain/handoff/handoff-fields";
import { REQUEST_FIELDS } from "@stafeta/domain/requests/request-fields";
import { COMMENT_FIELDS } from "@stafeta/domain/issues/comment-fields";
import { ISSUE_FIELDS } from "@stafeta/domain/issues/issue-fields";
import { ISSUE_STAT_FIELDS } from "@stafeta/domain/issues/issue-stat-fields";
import { UNIT_FIELDS, USER_FIELDS } from "@stafeta/domain/rights/org-fields";
import type { FieldPolicies } from "@stafeta/domain/rights/field-policy";
import { checkKnock, type RequestContext } from "./access/request-context.js";
import { BoardLiveResolver } from "./features/board/board-live.resolver.js";
import { BoardResolver } from "./features/board/board.resolver.js";
import { EventResolver } from "./features/events/event.resolver.js";
import { EventIssueResolver } from "./features/issues/history/event-issue.resolver.js";
import { registerHandoffs } from "./features/handoff/handoff.fetch.js";
import { HandoffMutationsResolver } from "./features/handoff/handoff-mutations.resolver.js";
import { HandoffResolver, IssueHandoffsResolver } from "./features/handoff/handoff.resolver.js";
import { registerRequests } from "./features/requests/request.fetch.js";
import { IssueRequestsResolver, RequestResolver } from "./features/requests/request.resolver.js";
import { registerUndo } from "./features/undo/undoable.js";
import { EventUndoResolver, UndoResolver } from "./features/undo/undo.resolver.js";
import { IssueListsResolver } from "./features/issues/issue-lists.resolver.js";
import { registerIssueLists } from "./features/issues/issue.below.js";
import { registerIssueEvents } from "./features/issues/history/issue-of-event.js";
import { CommentMutationsResolver } from "./features/issues/comments/comment-mutations.resolver.js";
import { IssueMutationsResolver } from "./features/issues/issue-mutations.resolver.js";
import { AccessResolver } from "./features/issues/rights/access.resolver.js";
import { IssueStatsResolver } from "./features/issues/stats/issue-stats.resolver.js";
import { IssueResolver } from "./features/issues/issue.resolver.js";
import { IssueLiveResolver } from "./features/issues/live/issue-live.resolver.js";
import { ClosingResolver } from "./features/issues/closing/closing.resolver.js";
import { registerIssueRelations } from "./features/issues/relations/relations-below.js";
import {
  IssueRelationsResolver,
  RelationMutationsResolver,
} from "./features/issues/relations/relations.resolver.js";
import { InboxLiveResolver } from "./features/notices/live/inbox-live.resolver.js";
import { NoticeResolver } from "./features/notices/notice.resolver.js";
import { ApiTokenResolver } from "./features/identity/api-token.resolver.js";
import { SessionResolver } from "./features/identity/session.resolver.js";
import { DeputiesResolver, MeDeputyResolver } from "./features/org/deputies.resolver.js";
import { OrgResolver } from "./features/org/org.resolver.js";
import {
  InvitationFieldsResolver,
  MeFieldsResolver,
  PeopleResolver,
} from "./features/org/people.resolver.js";
import { RolesResolver } from "./features/org/roles.resolver.js";
import { UnitsResolver } from "./features/org/units.resolver.js";
import { guardRootOperations } from "./platform/graphql/allowed.js";
import { answeredError } from "./platform/graphql/errors.js";
import { uncoveredFields } from "./platform/graphql/guarded.js";

const RESOLVERS: NonEmptyArray<new () => object> = [
  SessionResolver,
  ApiTokenResolver,
  OrgResolver,
  MeFieldsResolver,
  MeDeputyResolver,
  InvitationFieldsResolver,
  PeopleResolver,
  UnitsResolver,
  RolesResolver,
  DeputiesResolver,
  EventResolver,
  EventIssueResolver,
  IssueResolver,
  IssueStatsResolver,
  AccessResolver,
  IssueListsResolver,
  IssueMutationsResolver,
  CommentMutationsResolver,
  IssueHandoffsResolver,
  HandoffResolver,
  HandoffMutationsResolver,
  IssueRequestsResolver,
  RequestResolver,
  EventUndoResolver,
  UndoResolver,
  ClosingResolver,
  IssueRelationsResolver,
  RelationMutationsResolver,
  BoardResolver,
  IssueLiveResolver,
  BoardLiveResolver,
  NoticeResolver,
  InboxLiveResolver,
];

/** Which policy governs each type that holds a record (R10). */
const POLICIES: Readonly<Record<string, FieldPolicies>> = {
  Issue: ISSUE_FIELDS,
  IssueStat: ISSUE_STAT_FIELDS,
  Comment: COMMENT_FIELDS,
  Handoff: HANDOFF_FIELDS,
  HandoffStep: HANDOFF_STEP_FIELDS,
  IssueRequest: REQUEST_FIELDS,
  Event: EVENT_FIELDS,
  Unit: UNIT_FIELDS,
  User: USER_FIELDS,
};

/** Frames around records, and what all staff may read whole (R8). */
const OPEN_TYPES = new Set([
  "Query",
  "Mutation",
  "Subscription",
  "PageInfo",
  "IssueConnection",
  "IssueEdge",
  "IssueCan",
  "MoveOutcome",
  "Refusal",
  "Relation",
  "CommentConnection",
  "CommentEdge",
  "RouteStep",
  "Change",
  "EventConnection",
  "EventEdge",
  "Board",
  "BoardColumn",
  "BoardEvent",
  "Membership",
  "Deputy",
  "Role",
  "RoleMatrix",
  "RoleAction",
  "AccessExplanation",
  "FieldAccess",
  "ActionAccess",
  "AccessVerdict",
  "Status",
  "Label",
  "UnitCan",
  // Told to whom they belong, and to nobody else.
  "Me",
  "Notice",
  "InboxEvent",
  "Session",
  "ApiToken",
  "CreatedApiToken",
  "Invitation",
]);

/** type-graphql insists on one, though every subscription here brings its own stream. */
const NO_PUB_SUB = {
  publish: (): void => undefined,
  subscribe: (): never => {
    throw new Error("subscriptions are served by the hub of live events");
  },
};

function buildOnce(): GraphQLSchema {
  return buildSchemaSync({ resolvers: RESOLVERS, validate: false, pubSub: NO_PUB_SUB });
}

/**
 * The schema, complete and checked.
 *
 * @throws Error when a field is covered by no policy or an operation does not say who may knock
 */
export function makeSchema(): GraphQLSchema {
  const schema = buildOnce();
  if (Object.values(schema.getTypeMap()).some(isAbstractType)) {
    throw new Error("an abstract type needs a synchronous resolveType (graphql-jit)");
  }
  const faults = uncoveredFields(schema, POLICIES, OPEN_TYPES);
  if (faults.length > 0) throw new Error(`the schema is not covered by policies:\n${faults.join("\n")}`);
  guardRootOperations<RequestContext>(schema, checkKnock, (error, context) =>
    answeredError(error, { log: context.access.log, requestId: context.requestId }),
  );
  const issueType = schema.getType("Issue");
  if (isObjectType(issueType)) registerIssueLists(issueType);
  registerIssueRelations();
  registerIssueEvents();
  registerHandoffs();
  registerRequests();
  registerUndo();
  return schema;
}
