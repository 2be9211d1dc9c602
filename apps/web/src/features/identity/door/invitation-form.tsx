import { apollo } from "../../../lib/apollo";
import { formText } from "../../../lib/form-text";
import { useAction } from "../../../lib/use-action";
import { t } from "../../../lib/words/words";
import { Button } from "../../../ui/button";
import { Form } from "../../../ui/form";
import { passwordRefusal } from "../password-check";
import { ACCEPT_INVITATION } from "../session.graphql";
import { NewPassword } from "./new-password";

/** Section 10: whoever holds the link chooses the password of the account that was made for them, and is signed in. */
export function InvitationForm({ token, onDone }: { token: string; onDone: () => void }) {
  const action = useAction<string>(async (password) => {
    const variables = { token, password };
    await apollo().mutate({ mutation: ACCEPT_INVITATION, variables, context: { anonymous: true } });
    onDone();
  });
  return (
    <Form
      error={action.formError(["password"])}
      onSubmit={(form) => {
        const password = formText(form, "password");
        const refused = passwordRefusal(password, "");
        if (refused) action.refuse(refused);
        else void action.start(password);
      }}
    >
      <NewPassword
        label={t("invite.password")}
        name="password"
        error={action.fieldError("password")}
        autoFocus
      />
      <Button type="submit" look="primary" block busy={action.isBusy}>
        {t("invite.submit")}
      </Button>
    </Form>
  );
}
