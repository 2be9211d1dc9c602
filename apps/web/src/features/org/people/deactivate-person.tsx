import type { PersonFragment } from "../../../gql/graphql";
import { apollo } from "../../../lib/apollo";
import { useAction } from "../../../lib/use-action";
import { t } from "../../../lib/words/words";
import { Confirm } from "../../../ui/confirm";
import { showToast } from "../../../ui/toast-store";
import { DEACTIVATE_USER } from "./people.graphql";

/** R2: their sessions and tokens end at once, and what they hold stays in their name. Asked before. */
export function DeactivatePerson({ person, onClose }: { person: PersonFragment; onClose: () => void }) {
  const action = useAction<string>(async (id, clientMutationId) => {
    await apollo().mutate({ mutation: DEACTIVATE_USER, variables: { id, clientMutationId } });
    onClose();
    showToast(t("people.deactivated", { name: person.name }), { tone: "ok" });
  });
  return (
    <Confirm
      title={t("people.deactivateTitle", { name: person.name })}
      text={t("people.deactivateText")}
      confirm={t("people.deactivate")}
      cancel={t("action.cancel")}
      error={action.formError()}
      isBusy={action.isBusy}
      onConfirm={() => void action.start(person.id)}
      onClose={onClose}
    />
  );
}
