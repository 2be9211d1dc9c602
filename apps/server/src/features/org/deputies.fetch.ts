import { isOnDuty } from "@stafeta/domain/org/deputies";
import { refuse } from "@stafeta/domain/shared/decision";
import type { UserView } from "../../access/company-view.js";
import type { ReadScope } from "../../access/read-scope.js";
import { refusedBy } from "../../platform/graphql/refused.js";
import { deputiesBefore, deputiesFrom } from "./deputy.queries.js";

export interface DeputyAnswer {
  readonly id: string;
  readonly user: UserView | null;
  readonly boss: UserView | null;
  readonly from: string;
  readonly to: string;
  readonly active: boolean;
  readonly endedAt: string | null;
}

/**
 * Section 1: for bosses, and for those who act for them today.
 *
 * @param past instead those whose days are over
 * @throws RefusedError FORBIDDEN for anybody else
 */
export async function fetchDeputies(scope: ReadScope, past: boolean): Promise<DeputyAnswer[]> {
  const { viewer, view } = scope;
  if (!viewer.isBoss) throw refusedBy(refuse("FORBIDDEN", "R2", "deputy.bossOnly"));
  const deputies = await (past ? deputiesBefore : deputiesFrom)(scope, scope.today);
  return deputies.map(({ id, userId, bossId, from, to, endedAt }) => {
    const active = endedAt === null && isOnDuty({ from, to }, scope.today);
    return { id, user: view.user(userId), boss: view.user(bossId), from, to, active, endedAt };
  });
}
