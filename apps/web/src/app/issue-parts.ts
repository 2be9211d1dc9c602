import { HandoffAction } from "../features/handoff/handoff-action";
import { RelayTrail } from "../features/handoff/relay-trail";
import type { IssueParts } from "../features/issues/issue-parts";
import { AskAction } from "../features/requests/ask-action";
import { AskField } from "../features/requests/ask-field";
import { RequestList } from "../features/requests/request-list";

export const ISSUE_PARTS: IssueParts = {
  actions: [HandoffAction, AskAction],
  below: [RelayTrail, RequestList],
  field: AskField,
};
