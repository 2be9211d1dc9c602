import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../access/request-context.js";
import { Allowed } from "../../platform/graphql/allowed.js";
import { RefusedError } from "../../platform/graphql/refused.js";
import { acceptInvitation } from "./accept-invitation.js";
import { fetchSessions } from "./account.fetch.js";
import { changePassword } from "./change-password.js";
import { endSession, signOutEverywhere } from "./end-session.js";
import { Me, Session } from "./identity.types.js";
import { login } from "./login.js";
import { logout } from "./logout.js";
import { fetchMe } from "./me.fetch.js";

type Optional = string | null | undefined;

function isUnauthenticated(error: unknown): boolean {
  return error instanceof RefusedError && error.code === "UNAUTHENTICATED";
}

/** Signing in and out (section 10). */
@Resolver()
export class SessionResolver {
  /** Null for a stranger, and for whoever's session has ended: a client asks this to find out. */
  @Allowed("ANYONE")
  @Query(() => Me, { nullable: true })
  async me(@Ctx() context: RequestContext): Promise<object | null> {
    if (context.secret === null) return null;
    try {
      return await context.read(fetchMe);
    } catch (error) {
      if (isUnauthenticated(error)) return null;
      throw error;
    }
  }

  @Allowed("STAFF")
  @Query(() => [Session], { description: "Of the viewer." })
  async sessions(@Ctx() context: RequestContext): Promise<object[]> {
    const { via } = await context.requireIdentity();
    return context.read((scope) => fetchSessions(scope, via.kind === "SESSION" ? via.id : null));
  }

  @Allowed("ANYONE")
  @Mutation(() => Me, { description: "Sets an http-only session cookie." })
  async login(
    @Arg("email", () => String) email: string,
    @Arg("password", () => String) password: string,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    await login(context, { email, password });
    return context.read(fetchMe);
  }

  @Allowed("ANYONE")
  @Mutation(() => Boolean)
  logout(@Ctx() context: RequestContext): Promise<boolean> {
    return logout(context);
  }

  @Allowed("STAFF")
  @Mutation(() => Me)
  async changePassword(
    @Arg("current", () => String) current: string,
    @Arg("new", () => String) next: string,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    await changePassword(context, { current, new: next, clientMutationId });
    return context.read(fetchMe);
  }

  @Allowed("ANYONE")
  @Mutation(() => Me)
  async acceptInvitation(
    @Arg("token", () => String) token: string,
    @Arg("password", () => String) password: string,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    await acceptInvitation(context, { token, password });
    return context.read(fetchMe);
  }

  @Allowed("STAFF")
  @Mutation(() => Boolean)
  async endSession(
    @Arg("id", () => ID) id: string,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional,
    @Ctx() context: RequestContext,
  ): Promise<boolean> {
    await endSession(context, id, clientMutationId);
    return true;
  }

  @Allowed("STAFF")
  @Mutation(() => Int, {
    description: "Ends every session of the viewer, this one too, and answers how many.",
  })
  signOutEverywhere(
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    return signOutEverywhere(context, clientMutationId);
  }
}
