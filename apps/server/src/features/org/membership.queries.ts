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

export async function managerRoleId(tx: Reader): Promise<string> {
  const [row] = await tx.rows(
    "/* managerRole */ select id from role where built_in and base = 'MANAGER'",
    [],
  );
  return row?.[0] as string;
}
