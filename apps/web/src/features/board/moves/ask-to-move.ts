import type { ApolloClient } from "@apollo/client";
import { canBeAsked } from "@stafeta/domain/requests/can-be-asked";
import { t, withWords } from "../../../lib/words/words";
import type { ToastAction } from "../../../ui/toast-store";

interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * H6: the way out of a refused move that a head could make: asks for it in one click. Left out where nobody could lift the
 * refusal, a law above all.
 */
export function askToMove(
  client: ApolloClient,
  card: { readonly id: string; readonly key: string },
  target: Named | null | undefined,
  refusal: { readonly code: string },
): { readonly action?: ToastAction } {
  if (!target || !canBeAsked(refusal)) return {};
  const run = () => {
    // What is seldom needed is not carried by every board.
    void Promise.all([withWords(import("../../requests/request-acts")), import("../../requests/wish")]).then(
      ([{ askHead }, { moveWish }]) => askHead(client, card, moveWish({ id: target.id, name: target.name })),
    );
  };
  return { action: { label: t("request.ask"), run } };
}
