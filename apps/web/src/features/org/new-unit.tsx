import type { Company } from "@stafeta/domain/org/company";
import { canCreateUnit } from "@stafeta/domain/org/manage-unit";
import type { UnitId } from "@stafeta/domain/shared/ids";
import type { UnitKind } from "../../gql/graphql";
import { apollo } from "../../lib/apollo";
import { formText } from "../../lib/form-text";
import { useNavigate } from "../../lib/navigation";
import { useAction, type Action } from "../../lib/use-action";
import { t } from "../../lib/words/words";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { SelectField, TextField } from "../../ui/field";
import { Form, FormActions, FormRow } from "../../ui/form";
import { CREATE_UNIT } from "./company.graphql";
import { useActor, type UnitDetails } from "./company-view";
import { KIND_WORDS } from "./unit-kinds";
import { UNITS } from "./units.graphql";

const KINDS: readonly UnitKind[] = ["DIVISION", "DEPARTMENT", "PROJECT"];
/** What usually lies inside: departments in a division, projects in a department. */
const USUAL_CHILD: Readonly<Record<UnitKind, UnitKind>> = {
  COMPANY: "DEPARTMENT",
  DIVISION: "DEPARTMENT",
  DEPARTMENT: "PROJECT",
  PROJECT: "PROJECT",
};

interface UnitValues {
  readonly kind: UnitKind;
  readonly name: string;
  readonly key: string;
}

interface NewUnitProps {
  parent: UnitDetails;
  company: Company;
  onClose: () => void;
}

/** R1: refused by the domain's own rule before the request; then made, and ends on its page. */
function useCreateUnit({ parent, company, onClose }: NewUnitProps) {
  const navigate = useNavigate();
  const actor = useActor();
  const action = useAction<UnitValues>(async (values, clientMutationId) => {
    const variables = { ...values, parent: parent.id, clientMutationId };
    await apollo().mutate({
      mutation: CREATE_UNIT,
      variables,
      refetchQueries: [UNITS],
      awaitRefetchQueries: true,
    });
    onClose();
    await navigate({ to: "/unit/$unitKey", params: { unitKey: values.key } });
  });
  const submit = (form: HTMLFormElement) => {
    const kind = KINDS.find((one) => one === formText(form, "kind")) ?? USUAL_CHILD[parent.kind];
    const values = { kind, name: formText(form, "name"), key: formText(form, "key").trim().toUpperCase() };
    const decision = canCreateUnit(company, actor, parent.id as UnitId, values.key, kind);
    if (decision.allowed) void action.start(values);
    else action.refuse({ ...decision, message: { key: decision.message, params: decision.params } });
  };
  return { action, submit };
}

/** R1, R2: made inside its parent, with its groups and statuses at once. */
export function NewUnit(props: NewUnitProps) {
  const { parent, onClose } = props;
  const { action, submit } = useCreateUnit(props);
  return (
    <Dialog
      title={t("unit.createIn", { unit: parent.name })}
      closeLabel={t("action.close")}
      onClose={onClose}
    >
      <Form error={action.formError(["name", "key"])} onSubmit={submit}>
        <UnitFields action={action} usualKind={USUAL_CHILD[parent.kind]} />
        <FormActions>
          <Button onClick={onClose}>{t("action.cancel")}</Button>
          <Button type="submit" look="primary" busy={action.isBusy}>
            {t("unit.create")}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}

function UnitFields({ action, usualKind }: { action: Action<UnitValues>; usualKind: UnitKind }) {
  return (
    <>
      <TextField
        label={t("unit.name")}
        name="name"
        required
        maxLength={200}
        error={action.fieldError("name")}
      />
      <FormRow>
        <TextField
          label={t("unit.key")}
          name="key"
          required
          maxLength={10}
          autoCapitalize="characters"
          spellCheck={false}
          hint={t("unit.keyHint")}
          error={action.fieldError("key")}
        />
        <SelectField label={t("unit.kind")} name="kind" defaultValue={usualKind}>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(KIND_WORDS[kind])}
            </option>
          ))}
        </SelectField>
      </FormRow>
    </>
  );
}
