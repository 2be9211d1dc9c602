import { useRef, useState, type SyntheticEvent } from "react";
import { t } from "../../lib/words/words";
import { Button } from "../../ui/button";
import { TextField } from "../../ui/field";
import { FormError } from "../../ui/form-error";
import styles from "./sign-in-form.module.css";
import { signIn } from "./sign-in";

interface SignInFormProps {
  /** Known already: a session that ended over an open page. */
  email?: string | undefined;
  onSignedIn: (userId: string, name: string) => void;
}

/** What was typed stays after a refusal, and the password gets the focus. */
export function SignInForm({ email = "", onSignedIn }: SignInFormProps) {
  const [reason, setReason] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const passwordRef = useRef<HTMLInputElement>(null);

  const submit = async (form: HTMLFormElement) => {
    const values = new FormData(form);
    const text = (name: string) => {
      const value = values.get(name);
      return typeof value === "string" ? value : "";
    };
    setBusy(true);
    setReason(null);
    const outcome = await signIn(text("email"), text("password"));
    setBusy(false);
    if (outcome.ok) {
      onSignedIn(outcome.userId, outcome.name);
      return;
    }
    setReason(outcome.reason);
    passwordRef.current?.select();
  };

  return (
    <form
      className={styles["form"]}
      onSubmit={(event: SyntheticEvent<HTMLFormElement>) => {
        event.preventDefault();
        if (!isBusy) void submit(event.currentTarget);
      }}
    >
      <FormError text={reason} />
      <TextField
        label={t("login.email")}
        name="email"
        type="email"
        autoComplete="username"
        inputMode="email"
        required
        defaultValue={email}
        data-autofocus={email === "" ? "" : undefined}
        autoFocus={email === ""}
      />
      <TextField
        ref={passwordRef}
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
    </form>
  );
}
