import type { MembershipView, UserView } from "../../access/company-view.js";
import { STAMP, type ReadScope } from "../../access/read-scope.js";
import { Sql } from "../../platform/db/sql.js";

/** Who asks. */
export interface MeAnswer {
  readonly user: UserView | null;
  readonly isBoss: boolean;
  readonly isAdmin: boolean;
  readonly locale: string;
  readonly timeZone: string;
  readonly memberships: readonly MembershipView[];
  readonly deputyFor: readonly UserView[];
}

/** The viewer, as they stand now. */
export async function fetchMe(scope: ReadScope): Promise<MeAnswer> {
  const { view, viewer, company } = scope;
  const sql = new Sql();
  const text = `/* me */ select ${STAMP}, locale, time_zone from app_user where id = ${sql.id(viewer.userId)}`;
  const [row] = await scope.rows(text, sql);
  const [, locale, timeZone] = row as [string, string, string];
  const memberships = company.membershipsOfUser.get(viewer.userId) ?? [];
  return {
    user: view.user(viewer.userId),
    isBoss: viewer.isBoss,
    isAdmin: viewer.isAdmin,
    locale,
    timeZone,
    deputyFor: viewer.deputyFor.flatMap((bossId) => view.user(bossId) ?? []),
    memberships: memberships.map((membership) => view.membership(membership)),
  };
}
