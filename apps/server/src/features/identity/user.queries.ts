import type { Locale } from "@stafeta/domain/org/settings";
import type { Reader } from "../../platform/db/database.js";

export interface NewUser {
  readonly name: string;
  /** As `cleanEmail` leaves it. */
  readonly email: string;
  /** Null: the company's. */
  readonly locale: Locale | null;
  /** Null: the company's. */
  readonly timeZone: string | null;
}

const INSERT = `/* insertUser */
insert into app_user (name, email, email_normal, locale, time_zone)
values ($1, $2, $2, coalesce($3, (select locale from company), 'en'),
  coalesce($4, (select time_zone from company), 'UTC')) returning id`;

export async function insertUser(tx: Reader, user: NewUser): Promise<string> {
  const { name, email, locale, timeZone } = user;
  const [row] = await tx.rows(INSERT, [name, email, locale, timeZone]);
  return row?.[0] as string;
}

export async function deactivate(tx: Reader, userId: string): Promise<void> {
  await tx.rows("/* deactivate */ update app_user set active = false where id = $1", [userId]);
}

/** Whose link or mail it is, and how to speak to them. */
export interface Addressee {
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  readonly timeZone: string;
}

const ADDRESSEE = `/* addressee */ select name, email, locale, time_zone from app_user where id = $1`;

export async function addresseeOf(reader: Reader, userId: string): Promise<Addressee | null> {
  const [row] = await reader.rows(ADDRESSEE, [userId]);
  if (!row) return null;
  const [name, email, locale, timeZone] = row as [string, string, Locale, string];
  return { name, email, locale, timeZone };
}
