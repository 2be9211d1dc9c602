import { useRef, useState } from "react";
import { apollo } from "../../../lib/apollo";
import { newClientMutationId } from "../../../lib/client-id";
import { readRefusal, wordsOfRefusal, type Refused } from "../../../lib/refusals";
import { t } from "../../../lib/words/words";
import { announce } from "../../../ui/announcer";
import { showToast } from "../../../ui/toast-store";
import { useViewer } from "../../identity/viewer";
import { forgetDraft } from "../drafts";
import { CLOSE_ISSUES, RETURN_ISSUES } from "./closing.graphql";
import { CLOSURE_START, comeBack, leave, settle, type ClosureState } from "./closure-model";
import type { ClosureRow } from "./use-awaiting";

export type ClosureKind = "close" | "return";

/** An act on all that is chosen, for which a text is being written: a reason, or a comment. */
export interface ClosureForm {
  readonly kind: ClosureKind;
  readonly ids: readonly string[];
}

interface Act extends ClosureForm {
  /** Empty: closed without a comment. */
  readonly text: string;
  /** Sent again after a lost answer under the same key, so that it acts once. */
  readonly key: string;
}

export interface ClosureQueue {
  readonly state: ClosureState;
  readonly change: (by: (state: ClosureState) => ClosureState) => void;
  /** The rows that are shown. */
  readonly rows: readonly ClosureRow[];
  readonly ids: readonly string[];
  readonly form: ClosureForm | null;
  readonly openForm: (form: ClosureForm | null) => void;
  readonly act: (kind: ClosureKind, ids: readonly string[], text?: string) => void;
}

async function send({ kind, ids, text, key }: Act): Promise<void> {
  const base = { ids: [...ids], mutationKey: key };
  if (kind === "return") {
    await apollo().mutate({ mutation: RETURN_ISSUES, variables: { ...base, reason: text } });
  } else {
    const comment = text === "" ? null : text;
    await apollo().mutate({ mutation: CLOSE_ISSUES, variables: { ...base, comment } });
  }
}

function doneWords(kind: ClosureKind, rows: readonly ClosureRow[]): string {
  const [only, ...rest] = rows;
  const isClosed = kind === "close";
  if (only && rest.length === 0)
    return t(isClosed ? "closure.closedOne" : "closure.returnedOne", { key: only.key });
  return t(isClosed ? "closure.closed" : "closure.returned", { count: rows.length });
}

function reasonsOf({ refusals = [] }: Refused): Map<string, string> {
  return new Map(refusals.map(({ id, refused }) => [id, wordsOfRefusal(refused)]));
}

/** What a text that was not sent yet is kept under. */
export function closureDraft(viewerId: string, kind: ClosureKind): string {
  return `${viewerId}.closure.${kind}`;
}

/** The key of the same act whose answer was lost, else a new one. */
function keyFor(lost: Act | null, wanted: readonly unknown[]): string {
  const isSame = lost !== null && JSON.stringify(wanted) === JSON.stringify([lost.kind, lost.ids, lost.text]);
  return isSame ? lost.key : newClientMutationId();
}

/** What is on its way out is shown as gone; what stood in the way stays in sight, whatever has become of it. */
function shownOf(all: readonly ClosureRow[], { leaving, refused }: ClosureState): ClosureRow[] {
  return all.filter(
    ({ id, status }) => !leaving.has(id) && (status.category === "RESOLVED" || refused.has(id)),
  );
}

/**
 * L2: the boss's acts on the queue. They are shown at once; all or nothing, so a refusal brings all of them back as they
 * were chosen, with the words that were typed and the reasons on those that stood in the way.
 */
export function useClosureQueue(all: readonly ClosureRow[], reload: () => Promise<void>): ClosureQueue {
  const viewerId = useViewer().user.id;
  const [state, change] = useState(CLOSURE_START);
  const [form, openForm] = useState<ClosureForm | null>(null);
  const lost = useRef<Act | null>(null);
  const rows = shownOf(all, state);
  const ids = rows.map(({ id }) => id);

  const run = async (act: Act) => {
    change((now) => leave(now, ids, act.ids));
    const chosen = all.filter(({ id }) => act.ids.includes(id));
    try {
      await send(act);
    } catch (error) {
      refuse(act, readRefusal(error));
      return;
    }
    lost.current = null;
    forgetDraft(closureDraft(viewerId, act.kind));
    showToast(doneWords(act.kind, chosen), { tone: "ok" });
    // Without a line the rows that have gone stay hidden by their status.
    await reload().catch(() => undefined);
    change((now) => settle(now, act.ids));
  };
  const refuse = (act: Act, refused: Refused) => {
    lost.current = refused.code === "OFFLINE" ? act : null;
    change((now) => comeBack(now, act.ids, reasonsOf(refused)));
    const { kind, text } = act;
    // What was typed is in its form again, unless another one is open by now.
    if (text !== "") openForm((now) => now ?? { kind, ids: act.ids });
    const reason = wordsOfRefusal(refused);
    const words = t(kind === "close" ? "closure.notClosed" : "closure.notReturned", { reason });
    announce(words, "assertive");
    showToast(words, { tone: "bad" });
  };
  const act = (kind: ClosureKind, wanted: readonly string[], text = "") => {
    if (wanted.length === 0) return;
    openForm(null);
    void run({ kind, ids: wanted, text, key: keyFor(lost.current, [kind, wanted, text]) });
  };
  return { state, change, rows, ids, form, openForm, act };
}
