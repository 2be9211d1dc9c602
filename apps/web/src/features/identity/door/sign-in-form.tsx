import { useRef, useState, type RefObject } from "react";
import { formText } from "../../../lib/form-text";
import { t } from "../../../lib/words/words";
import { Button } from "../../../ui/button";
import { TextField } from "../../../ui/field";
import { Form } from "../../../ui/form";
import { signIn } from "./sign-in";

interface SignInFormProps {
  /** Known already: a session that ended over an open page. */
  email?: string | undefined;
  onSignedIn: (userId: string) => void;
}

/** What was typed stays after a refusal, and the password gets the focus. */
function useSignIn(password: RefObject<HTMLInputElement | null>, onSignedIn: (userId: string) => void) {
  const [reason, setReason] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (form: HTMLFormElement) => {
    if (isBusy) return;
    setBusy(true);
    setReason(null);
    const outcome = await signIn(formText(form, "email"), formText(form, "password"));
    setBusy(false);
    if (outcome.ok) {
      onSignedIn(outcome.userId);
      return;
    }
    setReason(outcome.reason);
    password.current?.focus();
    password.current?.select();
  };
  return { reason, isBusy, submit };
}

export function SignInForm({ email = "", onSignedIn }: SignInFormProps) {
  const password = useRef<HTMLInputElement>(null);
  const { reason, isBusy, submit } = useSignIn(password, onSignedIn);
  return (
    <Form error={reason} onSubmit={(form) => void submit(form)}>
      <TextField
        label={t("login.email")}
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={email}
        autoFocus={email === ""}
      />
      <TextField
        ref={password}
        label={t("login.password")}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        data-autofocus={email === "" ? undefined : ""}
      />
      <Button type="submit" look="primary" block busy={isBusy}>
        {t("login.submit")}
      </Button>
    </Form>
  );
}
