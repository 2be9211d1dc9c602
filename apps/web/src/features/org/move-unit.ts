import { apollo } from "../../lib/apollo";
import { newClientMutationId } from "../../lib/client-id";
import { wordsOfError } from "../../lib/refusals";
import { t } from "../../lib/words/words";
import { announce } from "../../ui/announcer";
import { showToast } from "../../ui/toast-store";
import { COMPANY, MOVE_UNIT } from "./company.graphql";

interface UnitRef {
  readonly id: string;
  readonly name: string;
}

/** R1: with all below it. Can be taken back, so it is not asked before. @param from null: it cannot be taken back */
export async function moveUnit(unit: UnitRef, parent: UnitRef, from: UnitRef | null): Promise<void> {
  const variables = { id: unit.id, parent: parent.id, clientMutationId: newClientMutationId() };
  try {
    // Rights follow the tree, and with them who its heads are.
    await apollo().mutate({ mutation: MOVE_UNIT, variables, refetchQueries: [COMPANY] });
    const undo = { label: t("action.undo"), run: () => from && void moveUnit(unit, from, null) };
    showToast(t("unit.moved", { unit: unit.name, parent: parent.name }), {
      tone: "ok",
      ...(from && { action: undo }),
    });
  } catch (error) {
    const text = wordsOfError(error);
    announce(text, "assertive");
    showToast(text, { tone: "bad" });
  }
}
