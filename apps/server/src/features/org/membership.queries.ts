import type { Reader } from "../../platform/db/database.js";

export async function insertMembership(
  tx: Reader,
  membership: { readonly unitId: string; readonly userId: string; readonly roleId: string },
): Promise<string> {
  const { unitId, userId, roleId } = membership;
  const text =
    "/* insertMembership */ insert into membership (unit_id, user_id, role_id) values ($1, $2, $3) returning id";
  const [row] = await tx.rows(text, [unitId, userId, roleId]);
  return row?.[0] as string;
}

export async function endMembership(tx: Reader, id: string): Promise<void> {
  await tx.rows("/* endMembership */ update membership set ended_at = now() where id = $1", [id]);
}

/** Whether unfinished issues of some units are in a person's name. */
export async function holdsUnfinished(
  tx: Reader,
  userId: string,
  unitIds: readonly string[],
): Promise<boolean> {
  if (unitIds.length === 0) return false;
  const text = `/* holdsUnfinished */ select exists (select from issue i
    where i.assignee_id = $1 and i.unit_id = any($2::bigint[]) and is_unfinished(i.status_id))`;
  const [row] = await tx.rows(text, [userId, [...unitIds]]);
  return row?.[0] === true;
}

export async function managerRoleId(tx: Reader): Promise<string> {
  const [row] = await tx.rows(
    "/* managerRole */ select id from role where built_in and base = 'MANAGER'",
    [],
  );
  return row?.[0] as string;
}
