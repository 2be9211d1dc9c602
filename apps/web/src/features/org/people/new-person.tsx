import { cleanEmail } from "@stafeta/domain/identity/email";
import { useState } from "react";
import type { PersonFragment } from "../../../gql/graphql";
import { apollo } from "../../../lib/apollo";
import { formText } from "../../../lib/form-text";
import { useAction, type Action } from "../../../lib/use-action";
import { t } from "../../../lib/words/words";
import { Button } from "../../../ui/button";
import { Dialog } from "../../../ui/dialog";
import { TextField } from "../../../ui/field";
import { Form, FormActions } from "../../../ui/form";
import { InvitePerson } from "./invite-person";
import { CREATE_USER } from "./people.graphql";

interface NewPersonProps {
  onCreated: () => void;
  onClose: () => void;
}

interface PersonValues {
  readonly name: string;
  readonly email: string;
}

/** The account, and in the same stroke its invitation. */
export function NewPerson({ onCreated, onClose }: NewPersonProps) {
  const [created, setCreated] = useState<PersonFragment | null>(null);
  const action = useAction<PersonValues>(async (values, clientMutationId) => {
    const variables = { ...values, clientMutationId };
    const { data } = await apollo().mutate({ mutation: CREATE_USER, variables });
    onCreated();
    setCreated(data?.createUser ?? null);
  });
  if (created) return <InvitePerson person={created} onClose={onClose} />;
  const submit = (form: HTMLFormElement) => {
    const email = cleanEmail(formText(form, "email"));
    if (email.allowed) void action.start({ name: formText(form, "name"), email: email.value });
    else action.refuse({ ...email, field: "email", message: { key: email.message, params: email.params } });
  };
  return (
    <Dialog title={t("people.create")} closeLabel={t("action.close")} onClose={onClose}>
      <Form error={action.formError(["name", "email"])} onSubmit={submit}>
        <PersonFields action={action} />
        <FormActions>
          <Button onClick={onClose}>{t("action.cancel")}</Button>
          <Button type="submit" look="primary" busy={action.isBusy}>
            {t("people.createAndInvite")}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}

function PersonFields({ action }: { action: Action<PersonValues> }) {
  return (
    <>
      <TextField
        label={t("people.name")}
        name="name"
        required
        maxLength={200}
        autoComplete="off"
        error={action.fieldError("name")}
      />
      <TextField
        label={t("login.email")}
        name="email"
        type="email"
        required
        autoComplete="off"
        error={action.fieldError("email")}
      />
    </>
  );
}
