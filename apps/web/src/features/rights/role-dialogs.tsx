import { useState, type ComponentProps } from "react";
import type { RoleDetailsFragment } from "../../gql/graphql";
import { apollo } from "../../lib/apollo";
import { formText } from "../../lib/form-text";
import { useAction } from "../../lib/use-action";
import { t } from "../../lib/words/words";
import { Button } from "../../ui/button";
import { Confirm } from "../../ui/confirm";
import { Dialog } from "../../ui/dialog";
import { SelectField, TextField } from "../../ui/field";
import { Form, FormActions } from "../../ui/form";
import { showToast } from "../../ui/toast-store";
import { roleTitle } from "../org/role-words";
import { ARCHIVE_ROLE, CREATE_ROLE, ROLES, UPDATE_ROLE } from "./roles.graphql";

const MAX_NAME = 500;

interface NewRoleProps {
  roles: readonly RoleDetailsFragment[];
  onCreated: (id: string) => void;
  onClose: () => void;
}

/** R9: a role begins as a copy of another. */
export function NewRole({ roles, onCreated, onClose }: NewRoleProps) {
  const action = useAction<{ copyOf: string; name: string }>(async (values, clientMutationId) => {
    const { data } = await apollo().mutate({
      mutation: CREATE_ROLE,
      variables: { ...values, clientMutationId },
      refetchQueries: [ROLES],
      awaitRefetchQueries: true,
    });
    onClose();
    if (!data) return;
    onCreated(data.createRole.id);
    showToast(t("rights.created", { role: data.createRole.name }), { tone: "ok" });
  });
  const submit = (form: HTMLFormElement) =>
    void action.start({ copyOf: formText(form, "copyOf"), name: formText(form, "name") });
  return (
    <Dialog title={t("rights.create")} closeLabel={t("action.close")} onClose={onClose}>
      <Form error={action.formError(["name"])} onSubmit={submit}>
        <RoleName name="name" error={action.fieldError("name")} />
        <SelectField label={t("rights.copyOf")} name="copyOf" hint={t("rights.copyHint")}>
          {roles.map((role) => (
            <option key={role.id} value={role.id}>
              {roleTitle(role)}
            </option>
          ))}
        </SelectField>
        <FormActions>
          <Button onClick={onClose}>{t("action.cancel")}</Button>
          <Button type="submit" look="primary" busy={action.isBusy}>
            {t("rights.create")}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}

function RoleName(props: Partial<ComponentProps<typeof TextField>>) {
  return <TextField label={t("rights.name")} required maxLength={MAX_NAME} autoComplete="off" {...props} />;
}

interface RoleDialogProps {
  role: RoleDetailsFragment;
  onClose: () => void;
}

export function RenameRole({ role, onClose }: RoleDialogProps) {
  const [name, setName] = useState(role.name);
  const action = useAction<string>(async (wanted, clientMutationId) => {
    const variables = { id: role.id, revision: role.revision, input: { name: wanted }, clientMutationId };
    await apollo().mutate({ mutation: UPDATE_ROLE, variables });
    onClose();
  });
  return (
    <Dialog
      title={t("rights.renameTitle", { role: role.name })}
      closeLabel={t("action.close")}
      onClose={onClose}
    >
      <Form error={action.formError(["name"])} onSubmit={() => void action.start(name)}>
        <RoleName
          value={name}
          error={action.fieldError("name")}
          onChange={(event) => {
            setName(event.target.value);
          }}
        />
        <FormActions>
          <Button onClick={onClose}>{t("action.cancel")}</Button>
          <Button type="submit" look="primary" busy={action.isBusy}>
            {t("rights.rename")}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}

/** R9: no way back, so it is asked; refused while somebody has the role. */
export function ArchiveRole({ role, onClose }: RoleDialogProps) {
  const action = useAction<string>(async (id, clientMutationId) => {
    await apollo().mutate({ mutation: ARCHIVE_ROLE, variables: { id, clientMutationId } });
    onClose();
    showToast(t("rights.archivedNow", { role: role.name }), { tone: "ok" });
  });
  return (
    <Confirm
      title={t("rights.archiveTitle", { role: role.name })}
      text={t("rights.archiveText")}
      confirm={t("rights.archive")}
      cancel={t("action.cancel")}
      error={action.formError()}
      isBusy={action.isBusy}
      onConfirm={() => void action.start(role.id)}
      onClose={onClose}
    />
  );
}
