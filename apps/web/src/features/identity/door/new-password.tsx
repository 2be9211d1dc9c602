import { PASSWORD_MIN } from "@stafeta/domain/identity/password";
import { useState } from "react";
import { t } from "../../../lib/words/words";
import { Checkbox, TextField } from "../../../ui/field";

interface NewPasswordProps {
  label: string;
  name: string;
  error: string | undefined;
  autoFocus?: boolean;
}

/** A new password is typed once; to see it is surer than to type it twice. */
export function NewPassword({ label, name, error, autoFocus }: NewPasswordProps) {
  const [isShown, setShown] = useState(false);
  return (
    <div>
      <TextField
        label={label}
        name={name}
        type={isShown ? "text" : "password"}
        autoComplete="new-password"
        required
        spellCheck={false}
        error={error}
        hint={t("password.hint", { min: PASSWORD_MIN })}
        {...(autoFocus === true && { autoFocus })}
      />
      <Checkbox
        label={t("password.show")}
        checked={isShown}
        onChange={(event) => {
          setShown(event.target.checked);
        }}
      />
    </div>
  );
}
