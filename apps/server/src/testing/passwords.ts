import { hash } from "@node-rs/argon2";
import { runSql } from "./sql.js";
import type { TestServer } from "./test-server.js";

/** Gives people of a test company a password, in place of one that they had. */
export async function givePasswords(
  test: TestServer,
  passwords: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [login, password] of Object.entries(passwords)) {
    await runSql(
      test.database.connection,
      `insert into credential (user_id, password_hash) values ($1, $2)
       on conflict (user_id) do update set password_hash = excluded.password_hash`,
      [test.company.people[login], await hash(password)],
    );
  }
}
