import { wordsOfRefusal, type Refused } from "../../../lib/refusals";
import { t } from "../../../lib/words/words";
import type { InboxStep } from "./waiting-steps";

function textIn(record: unknown, field: string): string | undefined {
  if (typeof record !== "object" || record === null) return undefined;
  const value: unknown = (record as Readonly<Record<string, unknown>>)[field];
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** H2: who comes second is told what happened. Null: the refusal says nothing of the step's end, and it still waits. */
export function lateWords({ handoff, unit }: InboxStep, refused: Refused): string | null {
  const { key } = handoff.issue;
  if (refused.code === "NOT_FOUND") return t("inbox.late.other", { key, reason: wordsOfRefusal(refused) });
  if (refused.code !== "CONFLICT" || refused.rule !== "H2") return null;
  const { current } = refused;
  const state = textIn(current, "state");
  const by = unit.heads.find((head) => head.id === textIn(current, "actedBy"));
  const name = by?.name ?? t("inbox.late.somebody");
  if (state === "ACCEPTED") return t("inbox.late.ACCEPTED", { key, name });
  if (state === "REFUSED") return t("inbox.late.REFUSED", { key, name });
  if (textIn(current, "handoff") === "WITHDRAWN") return t("inbox.late.WITHDRAWN", { key });
  return t("inbox.late.other", { key, reason: wordsOfRefusal(refused) });
}
