import { HandoffAction } from "../features/handoff/handoff-action";
import { RelayTrail } from "../features/handoff/relay-trail";
import type { IssueParts } from "../features/issues/issue-parts";

export const ISSUE_PARTS: IssueParts = { actions: [HandoffAction], below: [RelayTrail] };
