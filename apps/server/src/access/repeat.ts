import { createHash } from "node:crypto";
import { cleanRequiredText } from "@stafeta/domain/shared/text";
import type { Reader } from "../platform/db/database.js";
import { enforce, RefusedError } from "../platform/graphql/refused.js";
import { findAnswered, rememberAnswered } from "./repeat.queries.js";

const ID_MAX = 200;

/** What makes a request the same as an earlier one. */
export interface Repeatable {
  readonly userId: string;
  /** Null or left out: nothing is remembered. */
  readonly clientMutationId: string | null | undefined;
  /** The name of the mutation. */
  readonly operation: string;
  /** The other arguments, as they came; a password only as a slow hash of it, for the digest below is a fast one. */
  readonly input: unknown;
}

/** JSON with sorted keys: the order of fields in a document is no difference. What is undefined was not given. */
function canonical(value: unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(canonical);
  const entries = Object.entries(value).filter(([, given]) => given !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, canonical(v)]));
}

function digest({ operation, input }: Repeatable): Buffer {
  return createHash("sha256")
    .update(JSON.stringify([operation, canonical(input)]))
    .digest();
}

/**
 * Acts once for each `clientMutationId` of a user within 24 hours; a repeat answers with the record of the first time
 * (the conventions of api.graphql). Belongs inside `changeAs`: changes come one after another, so of two repeats at once
 * the second finds the first.
 *
 * @param act does it, and answers with the id of the record that the answer is read by
 * @throws RefusedError CONFLICT when the same id came with another input
 */
export async function repeatable(
  tx: Reader,
  request: Repeatable,
  act: () => Promise<string>,
): Promise<string> {
  if (request.clientMutationId == null) return act();
  const id = enforce(cleanRequiredText(request.clientMutationId, "clientMutationId", ID_MAX));
  const key = { userId: request.userId, clientMutationId: id, inputHash: digest(request) };
  const answered = await findAnswered(tx, key);
  if (answered?.sameInput) return answered.recordId;
  if (answered) {
    throw new RefusedError("CONFLICT", "This clientMutationId came before, with another input", {
      field: "clientMutationId",
      message: { key: "request.repeatDiffers", params: {} },
    });
  }
  const recordId = await act();
  await rememberAnswered(tx, key, recordId);
  return recordId;
}
