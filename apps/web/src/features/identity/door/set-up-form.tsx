import { useState } from "react";
import type { CompanyStart } from "../../../gql/graphql";
import { apollo } from "../../../lib/apollo";
import { formText } from "../../../lib/form-text";
import { useAction, type Action } from "../../../lib/use-action";
import { currentLocale, t } from "../../../lib/words/words";
import { Button } from "../../../ui/button";
import { TextField } from "../../../ui/field";
import { Form, FormRow } from "../../../ui/form";
import { RadioCards } from "../../../ui/radio-cards";
import { passwordRefusal } from "../password-check";
import { SET_UP } from "../session.graphql";
import { NewPassword } from "./new-password";

interface SetUpValues {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly companyName: string;
  readonly start: CompanyStart;
}

const FIELDS = ["name", "email", "password", "companyName"];

type SetUpAction = Action<SetUpValues>;

/** Section 10: the one-time link of an empty installation makes the first boss. One page, ends on a board. */
export function SetUpForm({ token, onDone }: { token: string; onDone: () => void }) {
  const [start, setStart] = useState<CompanyStart>("EMPTY");
  const action = useAction<SetUpValues>(async ({ companyName, ...values }) => {
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const company = values.start === "EMPTY" ? { companyName } : {};
    const input = { ...values, ...company, token, timeZone, locale: currentLocale() };
    await apollo().mutate({ mutation: SET_UP, variables: { input }, context: { anonymous: true } });
    onDone();
  });
  const submit = (form: HTMLFormElement) => {
    const [name, email, password] = [
      formText(form, "name"),
      formText(form, "email"),
      formText(form, "password"),
    ];
    const refused = passwordRefusal(password, email);
    if (refused) action.refuse(refused);
    else void action.start({ name, email, password, companyName: formText(form, "companyName"), start });
  };
  return (
    <Form error={action.formError(FIELDS)} onSubmit={submit}>
      <PersonFields action={action} />
      <CompanyFields action={action} start={start} onStart={setStart} />
      <Button type="submit" look="primary" block busy={action.isBusy}>
        {action.isBusy ? t("setup.busy") : t("setup.submit")}
      </Button>
    </Form>
  );
}

function PersonFields({ action }: { action: SetUpAction }) {
  return (
    <>
      <FormRow>
        <TextField
          label={t("setup.name")}
          name="name"
          autoComplete="name"
          required
          autoFocus
          error={action.fieldError("name")}
        />
        <TextField
          label={t("login.email")}
          name="email"
          type="email"
          autoComplete="username"
          required
          error={action.fieldError("email")}
        />
      </FormRow>
      <NewPassword label={t("login.password")} name="password" error={action.fieldError("password")} />
    </>
  );
}

interface CompanyFieldsProps {
  action: SetUpAction;
  start: CompanyStart;
  onStart: (start: CompanyStart) => void;
}

/** Empty is the first choice: what the demo company brings along can never be deleted (L1). */
function CompanyFields({ action, start, onStart }: CompanyFieldsProps) {
  return (
    <>
      <RadioCards
        label={t("setup.start")}
        value={start}
        onChange={onStart}
        options={[
          { value: "EMPTY", label: t("setup.empty"), text: t("setup.emptyText") },
          { value: "DEMO", label: t("setup.demo"), text: t("setup.demoText") },
        ]}
      />
      {start === "EMPTY" && (
        <TextField
          label={t("setup.companyName")}
          name="companyName"
          autoComplete="organization"
          required
          error={action.fieldError("companyName")}
        />
      )}
    </>
  );
}
