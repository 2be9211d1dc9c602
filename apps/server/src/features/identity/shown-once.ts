import type { RequestContext } from "../../access/request-context.js";
import { RefusedError } from "../../platform/graphql/refused.js";
import { sealSecret, unsealSecret } from "./sealed-secret.js";

/** A record and the secret that its creation answered with. */
export interface ShownOnce {
  readonly id: string;
  readonly secret: string;
}

/** What a repeat is answered from, in place of the record's id alone. */
export function sealShownOnce(context: RequestContext, { id, secret }: ShownOnce): string {
  return `${id} ${sealSecret(secret, context.secret ?? "")}`;
}

/** @throws RefusedError CONFLICT when another session or token sealed it: to that one alone it was shown */
export function openShownOnce(context: RequestContext, answer: string): ShownOnce {
  const [id = "", sealed = ""] = answer.split(" ");
  const secret = unsealSecret(sealed, context.secret ?? "");
  if (secret !== null) return { id, secret };
  throw new RefusedError("CONFLICT", "This was answered to another session", {
    field: "clientMutationId",
    message: { key: "request.repeatDiffers", params: {} },
  });
}
