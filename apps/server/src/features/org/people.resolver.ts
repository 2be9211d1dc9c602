import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../access/request-context.js";
import { Allowed } from "../../platform/graphql/allowed.js";
import { createUser } from "../identity/create-user.js";
import { deactivateUser } from "../identity/deactivate-user.js";
import { Invitation, Me } from "../identity/identity.types.js";
import { inviteUser } from "../identity/invite-user.js";
import { fetchMe, type MeAnswer } from "../identity/me.fetch.js";
import { readUser } from "./org.answers.js";
import { Membership, User } from "./org.types.js";
import { setUp } from "./set-up.js";
import { SetUpInput } from "./set-up.types.js";

type Optional = string | null | undefined;

/** The organisation's part of what identity answers with. */
@Resolver(() => Me)
export class MeFieldsResolver {
  @FieldResolver(() => User)
  user(@Root() me: MeAnswer): object | null {
    return me.user;
  }

  @FieldResolver(() => [Membership])
  memberships(@Root() me: MeAnswer): readonly object[] {
    return me.memberships;
  }
}

@Resolver(() => Invitation)
export class InvitationFieldsResolver {
  @FieldResolver(() => User)
  user(@Root() invitation: { readonly user: object }): object {
    return invitation.user;
  }
}

/** People: made, invited, deactivated, never deleted (R2). */
@Resolver()
export class PeopleResolver {
  @Allowed("ANYONE")
  @Mutation(() => Me, {
    description: "The one-time link of an empty installation: makes the first boss and signs them in.",
  })
  async setUp(
    @Arg("input", () => SetUpInput) input: SetUpInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    await setUp(context, input);
    return context.read(fetchMe);
  }

  @Allowed("ADMIN_OR_BOSS")
  @Mutation(() => User)
  async createUser(
    @Arg("name", () => String) name: string,
    @Arg("email", () => String) email: string,
    @Arg("password", () => String, { nullable: true }) password: Optional,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    return readUser(context, await createUser(context, { name, email, password, clientMutationId }));
  }

  @Allowed("STAFF")
  @Mutation(() => Invitation)
  async inviteUser(
    @Arg("user", () => ID) user: string,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const invitation = await inviteUser(context, user, clientMutationId);
    return { ...invitation, user: await readUser(context, invitation.userId) };
  }

  @Allowed("STAFF")
  @Mutation(() => User)
  async deactivateUser(
    @Arg("id", () => ID) id: string,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    return readUser(context, await deactivateUser(context, id, clientMutationId));
  }
}
