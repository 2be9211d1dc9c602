import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../access/request-context.js";
import { Allowed } from "../../platform/graphql/allowed.js";
import { DateScalar } from "../../platform/graphql/scalars.js";
import { Me } from "../identity/identity.types.js";
import type { MeAnswer } from "../identity/me.fetch.js";
import { fetchDeputies } from "./deputies.fetch.js";
import { endDeputy, nameDeputy } from "./name-deputy.js";
import { readUser } from "./org.answers.js";
import { Deputy, User } from "./org.types.js";

type Optional = string | null | undefined;

@Resolver(() => Me)
export class MeDeputyResolver {
  @FieldResolver(() => [User], { description: "The bosses for whom one acts today." })
  deputyFor(@Root() me: MeAnswer): readonly object[] {
    return me.deputyFor;
  }
}

/** Section 1: who acts for a boss, and on which days. */
@Resolver()
export class DeputiesResolver {
  @Allowed("STAFF")
  @Query(() => [Deputy], {
    description:
      "Who acts for a boss now or is to, the first to act first. FORBIDDEN to whoever is no boss and acts for none.",
  })
  deputies(
    @Arg("past", () => Boolean, {
      nullable: true,
      defaultValue: false,
      description: "Instead those whose days are over or were cut short, the last 100, the last first.",
    })
    past: boolean | null,
    @Ctx() context: RequestContext,
  ): Promise<object[]> {
    return context.read((scope) => fetchDeputies(scope, past === true));
  }

  @Allowed("STAFF")
  @Mutation(() => User, { description: "Between two days of the company, both included." })
  async nameDeputy(
    @Arg("user", () => ID) user: string,
    @Arg("from", () => DateScalar) from: string,
    @Arg("to", () => DateScalar) to: string,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    return readUser(context, await nameDeputy(context, { user, from, to }, clientMutationId));
  }

  @Allowed("STAFF")
  @Mutation(() => User, { description: "Before its last day." })
  async endDeputy(
    @Arg("deputy", () => ID) deputy: string,
    @Arg("clientMutationId", () => String, { nullable: true }) clientMutationId: Optional,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    return readUser(context, await endDeputy(context, deputy, clientMutationId));
  }
}
