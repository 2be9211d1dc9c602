import { changesBetween } from "@stafeta/domain/events/changes";
import { cleanMatrix, type Matrix } from "@stafeta/domain/issues/role-matrix";
import type { Reach } from "@stafeta/domain/org/company";
import { canArchiveRole, canEditRole, canRenameRole, type CustomisedRole } from "@stafeta/domain/org/roles";
import { isId, type RoleId } from "@stafeta/domain/shared/ids";
import { cleanTitle } from "@stafeta/domain/shared/text";
import { changeOnce } from "../../access/change-once.js";
import type { RequestContext } from "../../access/request-context.js";
import { enforce, notFound, refusedBy } from "../../platform/graphql/refused.js";
import { ROLE_NAME_MAX, ROLE_VALUES, roleValues } from "./create-role.js";
import { archiveRoleRow, updateRoleRow } from "./role.queries.js";

/** Only what is present changes; a list replaces the one before. */
export interface UpdateRoleInput {
  readonly name?: string | null | undefined;
  readonly reach?: Reach | null | undefined;
  readonly readFields?: readonly string[] | null | undefined;
  readonly writeFields?: readonly string[] | null | undefined;
  readonly actions?: readonly string[] | null | undefined;
}

function wishedMatrix({ custom }: CustomisedRole, input: UpdateRoleInput): Matrix {
  return {
    reach: input.reach ?? custom.reach,
    read: input.readFields ?? custom.read,
    write: input.writeFields ?? custom.write,
    actions: input.actions ?? custom.actions,
  };
}

/** R9: the rights of all who have the role change with it, on their very next request (R2). @returns the role's id */
export function updateRole(
  context: RequestContext,
  id: string,
  revision: number,
  input: UpdateRoleInput,
  clientMutationId: string | null | undefined,
): Promise<string> {
  return changeOnce(
    context,
    { operation: "updateRole", input: { id, revision, ...input }, clientMutationId },
    async ({ change, company, viewer }) => {
      if (!isId(id)) throw notFound();
      const may = canEditRole(company, viewer, id as RoleId, revision);
      if (!may.allowed && may.message === "record.changedSince") {
        const custom = company.roleById.get(id as RoleId)?.custom;
        throw refusedBy(may, { current: { revision: custom?.revision } });
      }
      const role = enforce(may);
      const name = input.name == null ? role.name : enforce(cleanTitle(input.name, "name", ROLE_NAME_MAX));
      enforce(canRenameRole(company, role, name));
      const matrix = enforce(cleanMatrix(wishedMatrix(role, input)));
      const changes = changesBetween(
        roleValues(role.name, role.custom),
        roleValues(name, matrix),
        ROLE_VALUES,
      );
      if (changes.length === 0) return id;
      await updateRoleRow(change, id, { ...matrix, name });
      change.record({ kind: "ROLE_EDITED", entity: "role", entityId: id, changes });
      return id;
    },
  );
}

/** R9: an archived role is given to nobody any more; a repeat answers with it. @returns the role's id */
export function archiveRole(
  context: RequestContext,
  id: string,
  clientMutationId: string | null | undefined,
): Promise<string> {
  return changeOnce(
    context,
    { operation: "archiveRole", input: { id }, clientMutationId },
    async ({ change, company, viewer }) => {
      if (!isId(id)) throw notFound();
      const role = enforce(canArchiveRole(company, viewer, id as RoleId));
      if (role.custom.archived) return id;
      await archiveRoleRow(change, id);
      const changes = [{ field: "archived", before: false, after: true }];
      change.record({ kind: "ROLE_ARCHIVED", entity: "role", entityId: id, changes });
      return id;
    },
  );
}
