import { useState } from "react";
import type { TokenScope } from "../../../gql/graphql";
import { apollo } from "../../../lib/apollo";
import { formText, formTexts } from "../../../lib/form-text";
import { useAction, type Action } from "../../../lib/use-action";
import { t } from "../../../lib/words/words";
import { Button } from "../../../ui/button";
import { Checkbox, SelectField, TextField } from "../../../ui/field";
import { CopyField } from "../../../ui/copy-field";
import { Dialog } from "../../../ui/dialog";
import { FieldGroup } from "../../../ui/field-group";
import { Form, FormActions } from "../../../ui/form";
import { CREATE_API_TOKEN } from "./account.graphql";
import { EXPIRY_DAYS, expiryAfter } from "./token-expiry";

interface TokenValues {
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  readonly expiresAt: string | null;
}

interface NewApiTokenProps {
  onCreated: () => Promise<void>;
  onClose: () => void;
}

/** Section 10: scopes, an end, and the secret shown this once. */
export function NewApiToken({ onCreated, onClose }: NewApiTokenProps) {
  const [secret, setSecret] = useState<string | null>(null);
  const action = useAction<TokenValues>(async (values, clientMutationId) => {
    const variables = { ...values, clientMutationId };
    const { data } = await apollo().mutate({ mutation: CREATE_API_TOKEN, variables });
    setSecret(data?.createApiToken.token ?? null);
    await onCreated();
  });
  const title = secret === null ? t("token.create") : t("token.created");
  return (
    <Dialog title={title} closeLabel={t("action.close")} onClose={onClose}>
      {secret === null ? (
        <Form
          error={action.formError(["name", "expiresAt"])}
          onSubmit={(form) => void action.start(valuesOf(form, new Date()))}
        >
          <TokenFields action={action} />
          <FormActions>
            <Button onClick={onClose}>{t("action.cancel")}</Button>
            <Button type="submit" look="primary" busy={action.isBusy}>
              {t("token.create")}
            </Button>
          </FormActions>
        </Form>
      ) : (
        <Secret secret={secret} onClose={onClose} />
      )}
    </Dialog>
  );
}

function TokenFields({ action }: { action: Action<TokenValues> }) {
  return (
    <>
      <TextField
        label={t("token.name")}
        name="name"
        required
        maxLength={200}
        placeholder={t("token.namePlaceholder")}
        error={action.fieldError("name")}
      />
      <FieldGroup label={t("token.scopes")}>
        <Checkbox label={t("token.readLong")} name="scope" value="READ" defaultChecked />
        <Checkbox label={t("token.writeLong")} name="scope" value="WRITE" />
      </FieldGroup>
      <SelectField
        label={t("token.expiry")}
        name="days"
        defaultValue="90"
        error={action.fieldError("expiresAt")}
      >
        {EXPIRY_DAYS.map((days) => (
          <option key={days} value={days}>
            {t("token.days", { days })}
          </option>
        ))}
        <option value="">{t("token.never")}</option>
      </SelectField>
    </>
  );
}

function valuesOf(form: HTMLFormElement, now: Date): TokenValues {
  const days = formText(form, "days");
  const chosen = formTexts(form, "scope");
  return {
    name: formText(form, "name"),
    scopes: (["READ", "WRITE"] as const).filter((scope) => chosen.includes(scope)),
    expiresAt: days === "" ? null : expiryAfter(Number(days), now),
  };
}

function Secret({ secret, onClose }: { secret: string; onClose: () => void }) {
  return (
    <Form error={null} onSubmit={onClose}>
      <CopyField
        label={t("token.secret")}
        value={secret}
        hint={t("token.once")}
        copy={t("action.copy")}
        copied={t("action.copied")}
      />
      <FormActions>
        <Button type="submit" look="primary">
          {t("token.done")}
        </Button>
      </FormActions>
    </Form>
  );
}
