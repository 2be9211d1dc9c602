import { useEffect, useEffectEvent, useState } from "react";
import type { InviteUserMutation, PersonFragment } from "../../../gql/graphql";
import { apollo } from "../../../lib/apollo";
import { formatInstant } from "../../../lib/format";
import { useAction } from "../../../lib/use-action";
import { t } from "../../../lib/words/words";
import { Button } from "../../../ui/button";
import { CopyField } from "../../../ui/copy-field";
import { Dialog } from "../../../ui/dialog";
import { Form, FormActions } from "../../../ui/form";
import { INVITE_USER } from "./people.graphql";

type Invitation = InviteUserMutation["inviteUser"];

/** Section 10: without SMTP the link is shown to whoever made it. A new one replaces those made before. */
export function InvitePerson({ person, onClose }: { person: PersonFragment; onClose: () => void }) {
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const action = useAction<string>(async (user, clientMutationId) => {
    const { data } = await apollo().mutate({ mutation: INVITE_USER, variables: { user, clientMutationId } });
    setInvitation(data?.inviteUser ?? null);
  });
  const start = useEffectEvent(() => void action.start(person.id));
  useEffect(() => {
    start();
  }, []);
  return (
    <Dialog
      title={t("people.inviteTitle", { name: person.name })}
      closeLabel={t("action.close")}
      onClose={onClose}
    >
      <Form error={action.formError()} onSubmit={onClose}>
        {invitation ? (
          <InvitationText invitation={invitation} />
        ) : (
          action.isBusy && <p>{t("people.inviting")}</p>
        )}
        <FormActions>
          {!invitation && action.refused && (
            <Button onClick={() => void action.start(person.id)}>{t("action.retry")}</Button>
          )}
          <Button type="submit" look="primary">
            {t("people.done")}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}

function InvitationText({ invitation }: { invitation: Invitation }) {
  const until = formatInstant(invitation.expiresAt);
  if (invitation.url === null) return <p>{t("people.mailed", { until })}</p>;
  return (
    <CopyField
      label={t("people.link")}
      value={invitation.url}
      hint={t("people.linkHint", { until })}
      copy={t("action.copy")}
      copied={t("action.copied")}
    />
  );
}
