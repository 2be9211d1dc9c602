import type { Reader } from "../platform/db/database.js";

export interface AnsweredKey {
  readonly userId: string;
  readonly clientMutationId: string;
  readonly inputHash: Buffer;
}

export interface Answered {
  readonly sameInput: boolean;
  readonly recordId: string;
}

const FIND = `/* findAnswered */
select input_hash = $3, record_id from client_mutation
where user_id = $1 and client_mutation_id = $2 and created_at > now() - interval '24 hours'`;

/** What the same user's request with this id was answered with in the last 24 hours. */
export async function findAnswered(tx: Reader, key: AnsweredKey): Promise<Answered | null> {
  const [row] = await tx.rows(FIND, [key.userId, key.clientMutationId, key.inputHash]);
  if (!row) return null;
  const [sameInput, recordId] = row as [boolean, string];
  return { sameInput, recordId };
}

/** Takes the place of one that is older than a day; housekeeping takes away the rest of those. */
const REMEMBER = `/* rememberAnswered */
insert into client_mutation (user_id, client_mutation_id, input_hash, record_id) values ($1, $2, $3, $4)
on conflict (user_id, client_mutation_id)
  do update set input_hash = excluded.input_hash, record_id = excluded.record_id, created_at = excluded.created_at`;

export async function rememberAnswered(tx: Reader, key: AnsweredKey, recordId: string): Promise<void> {
  await tx.rows(REMEMBER, [key.userId, key.clientMutationId, key.inputHash, recordId]);
}
