import { changesBetween } from "@stafeta/domain/events/changes";
import { matrixOfCopy, type Matrix } from "@stafeta/domain/issues/role-matrix";
import { canCreateRole } from "@stafeta/domain/org/roles";
import { isId, type RoleId } from "@stafeta/domain/shared/ids";
import { cleanTitle } from "@stafeta/domain/shared/text";
import { changeOnce } from "../../access/change-once.js";
import type { RequestContext } from "../../access/request-context.js";
import { enforce, notFound } from "../../platform/graphql/refused.js";
import { insertRole } from "./role.queries.js";

export interface CreateRoleInput {
  readonly copyOf: string;
  readonly name: string;
}

export const ROLE_NAME_MAX = 100;

/** What an event tells of a role (I8), by the names of the schema. */
export interface RoleValues {
  readonly name: string;
  readonly reach: string;
  readonly readFields: readonly string[];
  readonly writeFields: readonly string[];
  readonly actions: readonly string[];
}

export const ROLE_VALUES = ["name", "reach", "readFields", "writeFields", "actions"] as const;

export function roleValues(name: string, { reach, read, write, actions }: Matrix): RoleValues {
  return { name, reach, readFields: read, writeFields: write, actions };
}

/** R9: a copy starts with all that its source opens, but for what laws keep to the MANAGER. @returns the new role's id */
export function createRole(
  context: RequestContext,
  input: CreateRoleInput,
  clientMutationId: string | null | undefined,
): Promise<string> {
  return changeOnce(
    context,
    { operation: "createRole", input, clientMutationId },
    async ({ change, company, viewer }) => {
      if (!isId(input.copyOf)) throw notFound();
      const cleaned = cleanTitle(input.name, "name", ROLE_NAME_MAX);
      // The right is asked before the form of the name, which tells nothing to who may not.
      const wanted = cleaned.allowed ? cleaned.value : input.name;
      const source = enforce(canCreateRole(company, viewer, input.copyOf as RoleId, wanted));
      const name = enforce(cleaned);
      const matrix = matrixOfCopy(source);
      const { base } = source;
      const id = await insertRole(change, { ...matrix, name, base });
      const after = { ...roleValues(name, matrix), base };
      const changes = changesBetween(null, after, [...ROLE_VALUES, "base"]);
      change.record({ kind: "ROLE_CREATED", entity: "role", entityId: id, changes });
      return id;
    },
  );
}
