import { GRANTABLE_READS, GRANTABLE_WRITES } from "@stafeta/domain/issues/role-matrix";
import { ACTION_NAMES, ACTIONS } from "@stafeta/domain/rights/actions";
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../access/request-context.js";
import { Allowed } from "../../platform/graphql/allowed.js";
import { createRole } from "./create-role.js";
import { readRole } from "./org.answers.js";
import { Role } from "./org.types.js";
import { RoleMatrix, UpdateRoleInput } from "./role.types.js";
import { archiveRole, updateRole } from "./update-role.js";

type Optional = string | null | undefined;

const MATRIX = {
  readFields: GRANTABLE_READS,
  writeFields: GRANTABLE_WRITES,
  actions: ACTION_NAMES.map((name) => ({
    name,
    rule: ACTIONS[name].rule,
    grantable: ACTIONS[name].isGrantable,
  })),
};

/** Custom roles and their matrices (R9). */
@Resolver()
export class RolesResolver {
  @Allowed("STAFF")
  @Query(() => [Role], { description: "Archived ones too: memberships of the past name them." })
  roles(@Ctx() context: RequestContext): Promise<readonly object[]> {
    return context.read(({ view, company }) => Promise.resolve(company.roles.map((role) => view.role(role))));
  }

  @Allowed("STAFF")
  @Query(() => RoleMatrix)
  roleMatrix(@Ctx() context: RequestContext): Promise<object> {
    return context.read(() => Promise.resolve(MATRIX));
  }

  @Allowed("STAFF")
  @Mutation(() => Role)
  async createRole(
    @Arg("copyOf", () => ID) copyOf: string,
    @Arg("name", () => String) name: string,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    return readRole(context, await createRole(context, { copyOf, name }, clientMutationId));
  }

  @Allowed("STAFF")
  @Mutation(() => Role)
  async updateRole(
    @Arg("id", () => ID) id: string,
    @Arg("revision", () => Int) revision: number,
    @Arg("input", () => UpdateRoleInput) input: UpdateRoleInput,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    return readRole(context, await updateRole(context, id, revision, input, clientMutationId));
  }

  @Allowed("STAFF")
  @Mutation(() => Role)
  async archiveRole(
    @Arg("id", () => ID) id: string,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    return readRole(context, await archiveRole(context, id, clientMutationId));
  }
}
