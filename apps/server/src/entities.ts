import { EventEntity, ClientMutationEntity } from "./features/events/event.entity.js";
import {
  InvitationEntity,
  LoginAttemptEntity,
  SetupLinkEntity,
} from "./features/identity/invitation.entity.js";
import { ApiTokenEntity, SessionEntity } from "./features/identity/session.entity.js";
import { CredentialEntity, UserEntity } from "./features/identity/user.entity.js";
import { HandoffEntity, HandoffStepEntity } from "./features/handoff/handoff.entity.js";
import {
  CommentEntity,
  IssueEntity,
  IssueFollowerEntity,
  IssueHolderEntity,
} from "./features/issues/issue.entity.js";
import { NoticeEntity } from "./features/notices/notice.entity.js";
import { RelationEntity } from "./features/issues/relations/relation.entity.js";
import { RequestEntity } from "./features/requests/request.entity.js";
import { ClockEntity, CompanyEntity } from "./features/org/company.entity.js";
import { DeputyEntity } from "./features/org/deputy.entity.js";
import { MembershipEntity, RoleEntity } from "./features/org/membership.entity.js";
import { LabelEntity, StatusEntity } from "./features/org/status.entity.js";
import { UnitCounterEntity, UnitEntity } from "./features/org/unit.entity.js";

/** Every table that the server writes, for TypeORM; a test compares each column with the migrated database. */
export const ENTITIES = [
  ApiTokenEntity,
  ClientMutationEntity,
  ClockEntity,
  CommentEntity,
  CompanyEntity,
  CredentialEntity,
  DeputyEntity,
  EventEntity,
  InvitationEntity,
  HandoffEntity,
  HandoffStepEntity,
  IssueEntity,
  IssueFollowerEntity,
  IssueHolderEntity,
  LabelEntity,
  LoginAttemptEntity,
  MembershipEntity,
  NoticeEntity,
  RelationEntity,
  RequestEntity,
  RoleEntity,
  SessionEntity,
  SetupLinkEntity,
  StatusEntity,
  UnitCounterEntity,
  UnitEntity,
  UserEntity,
];
