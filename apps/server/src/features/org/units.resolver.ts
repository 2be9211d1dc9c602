import type { HandoffPolicy, UnitKind } from "@stafeta/domain/org/company";
import { Arg, Ctx, ID, Int, Mutation, Resolver } from "type-graphql";
import type { RequestContext } from "../../access/request-context.js";
import { Allowed } from "../../platform/graphql/allowed.js";
import { addMember } from "./add-member.js";
import { archiveUnit } from "./archive-unit.js";
import { createLabel } from "./create-label.js";
import { createUnit } from "./create-unit.js";
import { moveUnit } from "./move-unit.js";
import { readLabel, readMembership, readUnit } from "./org.answers.js";
import { HandoffPolicyEnum, Label, Membership, Unit, UnitKindEnum } from "./org.types.js";
import { setHandoffPolicy, setUnitHandoff } from "./set-handoff-policy.js";
import { removeMember } from "./remove-member.js";

type Optional = string | null | undefined;

/** Changes of the unit tree, its groups and its labels (R1, R2). */
@Resolver()
export class UnitsResolver {
  @Allowed("STAFF")
  @Mutation(() => Unit)
  async createUnit(
    @Arg("parent", () => ID) parent: string,
    @Arg("key", () => String) key: string,
    @Arg("name", () => String) name: string,
    @Arg("kind", () => UnitKindEnum) kind: UnitKind,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    return readUnit(context, await createUnit(context, { parent, key, name, kind }, clientMutationId));
  }

  @Allowed("STAFF")
  @Mutation(() => Unit, { description: "Below another unit, with all below it (R1)." })
  async moveUnit(
    @Arg("id", () => ID) id: string,
    @Arg("parent", () => ID) parent: string,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    return readUnit(context, await moveUnit(context, { id, parent }, clientMutationId));
  }

  @Allowed("STAFF")
  @Mutation(() => Unit, {
    description: "When no unfinished issue, pending hand-off or active unit below it is left (R1).",
  })
  async archiveUnit(
    @Arg("id", () => ID) id: string,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    return readUnit(context, await archiveUnit(context, id, clientMutationId));
  }

  @Allowed("STAFF")
  @Mutation(() => Membership)
  async addMember(
    @Arg("unit", () => ID) unit: string,
    @Arg("user", () => ID) user: string,
    @Arg("role", () => ID) role: string,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    return readMembership(context, await addMember(context, { unit, user, role }, clientMutationId));
  }

  @Allowed("STAFF")
  @Mutation(() => Unit)
  async removeMember(
    @Arg("membership", () => ID) membership: string,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    return readUnit(context, await removeMember(context, membership, clientMutationId));
  }

  @Allowed("STAFF")
  @Mutation(() => Label)
  async createLabel(
    @Arg("unit", () => ID) unit: string,
    @Arg("name", () => String) name: string,
    @Arg("color", () => String, { nullable: true }) color: Optional,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    return readLabel(context, await createLabel(context, { unit, name, color }, clientMutationId));
  }

  @Allowed("STAFF")
  @Mutation(() => Unit, { description: "`policy` null or left out: as the company says (H1)." })
  async setUnitHandoff(
    @Arg("unit", () => ID) unit: string,
    @Arg("policy", () => HandoffPolicyEnum, { nullable: true }) policy: HandoffPolicy | null | undefined,
    @Arg("stepLimitDays", () => Int, { nullable: true }) stepLimitDays: number | null | undefined,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    return readUnit(
      context,
      await setUnitHandoff(context, { unit, policy, stepLimitDays }, clientMutationId),
    );
  }

  @Allowed("ADMIN")
  @Mutation(() => Unit, { description: "The company's policy (H1); answers with its root." })
  async setHandoffPolicy(
    @Arg("policy", () => HandoffPolicyEnum) policy: HandoffPolicy,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    return readUnit(context, await setHandoffPolicy(context, policy, clientMutationId));
  }
}
