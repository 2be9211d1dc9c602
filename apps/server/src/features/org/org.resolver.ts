import { unitsUnder } from "@stafeta/domain/org/tree";
import { foldForSearch } from "@stafeta/domain/shared/text";
import type { UnitId } from "@stafeta/domain/shared/ids";
import { Arg, Ctx, ID, Int, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../access/request-context.js";
import { Allowed } from "../../platform/graphql/allowed.js";
import { pageSize } from "../../platform/graphql/connection.js";
import { badInputError } from "../../platform/graphql/refused.js";
import { Unit, User } from "./org.types.js";

@Resolver()
export class OrgResolver {
  @Allowed("STAFF")
  @Query(() => Unit, { nullable: true })
  unit(
    @Arg("id", () => ID, { nullable: true }) id: string | null | undefined,
    @Arg("key", () => String, { nullable: true }) key: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<object | null> {
    if ((id == null) === (key == null)) {
      throw badInputError("id", "Give either an id or a key", "id.eitherIdOrKey");
    }
    return context.read(({ view, company }) => {
      const found = id ?? company.units.find((unit) => unit.key === key)?.id ?? null;
      return Promise.resolve(view.unit(found));
    });
  }

  @Allowed("STAFF")
  @Query(() => [Unit], {
    description: "All, flat, the root included; statuses and stages come in order of position.",
  })
  units(
    @Arg("under", () => ID, { nullable: true }) under: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<object[]> {
    return context.read(({ view, company }) => {
      const units = under == null ? company.units : unitsUnder(company, under as UnitId);
      return Promise.resolve(units.flatMap((unit) => view.unit(unit.id) ?? []));
    });
  }

  @Allowed("STAFF")
  @Query(() => [User])
  users(
    @Arg("text", () => String, { nullable: true }) text: string | null | undefined,
    @Arg("first", () => Int, { nullable: true, defaultValue: 50 }) first: number | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<object[]> {
    const limit = pageSize(first);
    const wanted = foldForSearch(text ?? "").trim();
    return context.read(({ view, company }) => {
      const found = company.people
        .filter((person) => foldForSearch(person.name).includes(wanted))
        .slice(0, limit);
      return Promise.resolve(found.flatMap((person) => view.user(person.id) ?? []));
    });
  }
}
