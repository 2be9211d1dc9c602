import type { Matrix } from "@stafeta/domain/issues/role-matrix";
import type { BuiltInRole } from "@stafeta/domain/org/company";
import type { Reader } from "../../platform/db/database.js";

export interface NewRole extends Matrix {
  readonly name: string;
  readonly base: BuiltInRole;
}

function matrixText({ read, write, actions }: Matrix): string {
  return JSON.stringify({ read, write, actions });
}

export async function insertRole(tx: Reader, role: NewRole): Promise<string> {
  const text = `/* insertRole */ insert into role (name, built_in, base, reach, matrix)
    values ($1, false, $2, $3, $4::jsonb) returning id`;
  const [row] = await tx.rows(text, [role.name, role.base, role.reach, matrixText(role)]);
  return row?.[0] as string;
}

export async function updateRoleRow(
  tx: Reader,
  id: string,
  role: Matrix & { readonly name: string },
): Promise<void> {
  const text = `/* updateRole */ update role set name = $2, reach = $3, matrix = $4::jsonb, revision = revision + 1
    where id = $1`;
  await tx.rows(text, [id, role.name, role.reach, matrixText(role)]);
}

export async function archiveRoleRow(tx: Reader, id: string): Promise<void> {
  const text = "/* archiveRole */ update role set archived = true, revision = revision + 1 where id = $1";
  await tx.rows(text, [id]);
}
