import { useState } from "react";
import { apollo } from "../../../lib/apollo";
import { formText } from "../../../lib/form-text";
import { useAction } from "../../../lib/use-action";
import { t } from "../../../lib/words/words";
import { Button } from "../../../ui/button";
import { TextField } from "../../../ui/field";
import { Form, FormActions } from "../../../ui/form";
import { showToast } from "../../../ui/toast-store";
import { NewPassword } from "../door/new-password";
import { passwordRefusal } from "../password-check";
import { useViewer } from "../viewer";
import { CHANGE_PASSWORD } from "./account.graphql";

export function PasswordSection() {
  const email = useViewer().user.email ?? "";
  // A new key makes the fields anew, empty: passwords are not kept once they are saved.
  const [round, setRound] = useState(0);
  const action = useAction<{ current: string; new: string }>(async (variables, clientMutationId) => {
    await apollo().mutate({ mutation: CHANGE_PASSWORD, variables: { ...variables, clientMutationId } });
    setRound((now) => now + 1);
    showToast(t("password.changed"), { tone: "ok" });
  });
  const submit = (form: HTMLFormElement) => {
    const next = formText(form, "new");
    const refused = passwordRefusal(next, email, "new");
    if (refused) action.refuse(refused);
    else void action.start({ current: formText(form, "current"), new: next });
  };
  return (
    <Form key={round} error={action.formError(["current", "new"])} onSubmit={submit}>
      {/* For password managers: whose password it is. */}
      <input name="username" autoComplete="username" defaultValue={email} hidden readOnly />
      <TextField
        label={t("password.current")}
        name="current"
        type="password"
        autoComplete="current-password"
        required
        error={action.fieldError("current")}
      />
      <NewPassword label={t("password.new")} name="new" error={action.fieldError("new")} />
      <FormActions>
        <Button type="submit" busy={action.isBusy}>
          {t("password.change")}
        </Button>
      </FormActions>
    </Form>
  );
}
