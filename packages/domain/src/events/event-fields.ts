import { readBy, type FieldPolicies } from "../rights/field-policy.js";

/**
 * Whether an event exists for a viewer is decided as a whole (`event-sight.ts`, I9), and its changes are masked like the
 * fields that they changed; who sees it reads the rest.
 */
export const EVENT_FIELDS = {
  id: readBy("ANYONE"),
  at: readBy("ANYONE"),
  actor: readBy("ANYONE"),
  onBehalfOf: readBy("ANYONE"),
  kind: readBy("ANYONE"),
  entity: readBy("ANYONE"),
  entityId: readBy("ANYONE"),
  operation: readBy("ANYONE"),
  clientMutationId: readBy("ANYONE"),
  issue: readBy("ANYONE"),
  changes: readBy("ANYONE"),
  undoes: readBy("ANYONE"),
  undoable: readBy("ANYONE"),
} as const satisfies FieldPolicies;
