import {
  TOKEN_SCOPES,
  tokenTerms,
  type TokenScope,
  type TokenTerms,
} from "@stafeta/domain/identity/api-token";
import { changesBetween } from "@stafeta/domain/events/changes";
import { cleanTitle } from "@stafeta/domain/shared/text";
import { newSecret, secretHash } from "../../access/authenticate.js";
import { changeAs, type Change } from "../../access/change.js";
import type { Identity } from "../../access/identity.js";
import { repeatable } from "../../access/repeat.js";
import type { RequestContext } from "../../access/request-context.js";
import { enforce } from "../../platform/graphql/refused.js";
import { insertApiToken } from "./api-token.queries.js";
import { openShownOnce, sealShownOnce } from "./shown-once.js";

export interface CreateApiTokenInput {
  readonly name: string;
  /** ISO 8601; null or left out: until it is revoked. */
  readonly expiresAt?: string | null | undefined;
  /** Null or left out: both. */
  readonly scopes?: readonly TokenScope[] | null | undefined;
}

export interface CreatedApiToken {
  readonly id: string;
  /** The secret: shown in this answer only. */
  readonly token: string;
}

const NAME_MAX = 200;
/** Tells scanners of code and of logs, and people, what it is. */
const PREFIX = "stafeta_";

function wishOf({ scopes, expiresAt }: CreateApiTokenInput): TokenTerms {
  return { scopes: scopes ?? TOKEN_SCOPES, expiresAt: expiresAt == null ? null : new Date(expiresAt) };
}

function makerOf({ via, scopes, expiresAt }: Identity): TokenTerms | null {
  if (via.kind === "SESSION") return null;
  return { scopes: [...scopes], expiresAt: expiresAt === null ? null : new Date(expiresAt) };
}

async function create(change: Change, maker: Identity, input: CreateApiTokenInput): Promise<CreatedApiToken> {
  const name = enforce(cleanTitle(input.name, "name", NAME_MAX));
  const terms = enforce(tokenTerms(wishOf(input), makerOf(maker), new Date(change.now)));
  const token = newSecret(PREFIX);
  const { userId } = maker;
  const id = await insertApiToken(change, { ...terms, name, userId, tokenHash: secretHash(token) });
  const changes = changesBetween(null, { name, ...terms }, ["name", "scopes", "expiresAt"]);
  change.record({ kind: "TOKEN_CREATED", entity: "apiToken", entityId: id, changes });
  return { id, token };
}

/** Section 10: a secret for programs, with scopes and an end, shown once. */
export async function createApiToken(
  context: RequestContext,
  input: CreateApiTokenInput,
  clientMutationId: string | null | undefined,
): Promise<CreatedApiToken> {
  const maker = await context.requireIdentity();
  const request = { userId: maker.userId, clientMutationId, operation: "createApiToken", input };
  const answer = await changeAs(context, { clientMutationId }, ({ change }) =>
    repeatable(change, request, async () => {
      const { id, token } = await create(change, maker, input);
      return sealShownOnce(context, { id, secret: token });
    }),
  );
  const { id, secret } = openShownOnce(context, answer);
  return { id, token: secret };
}
