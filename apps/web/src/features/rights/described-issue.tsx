import { skipToken, useQuery } from "@apollo/client/react";
import { t } from "../../lib/words/words";
import { SelectField } from "../../ui/field";
import { FormRow } from "../../ui/form";
import { useUnits } from "../org/units";
import { UNIT_STATUSES } from "./explain.graphql";
import { PersonChoice, type ChosenPerson } from "./person-choice";

/** An issue that need not exist, as far as rights hang on it. */
export interface Described {
  readonly unit: { readonly id: string; readonly name: string } | null;
  readonly status: string;
  readonly author: ChosenPerson | null;
  readonly holder: ChosenPerson | null;
}

export const NOTHING_DESCRIBED: Described = { unit: null, status: "", author: null, holder: null };

/** Nobody may be the holder; somebody must be the author. */
export function isWhole({ unit, status, author }: Described): boolean {
  return unit !== null && status !== "" && author !== null;
}

interface DescribedFieldsProps {
  described: Described;
  onChange: (described: Described) => void;
}

export function DescribedFields({ described, onChange }: DescribedFieldsProps) {
  const { author, holder } = described;
  return (
    <>
      <UnitAndStatus described={described} onChange={onChange} />
      <PersonChoice
        label={t("viewAs.author")}
        person={author}
        none={t("viewAs.choosePerson")}
        onChoose={(chosen) => {
          onChange({ ...described, author: chosen });
        }}
      />
      <PersonChoice
        label={t("viewAs.holder")}
        person={holder}
        none={t("viewAs.nobody")}
        canClear
        onChoose={(chosen) => {
          onChange({ ...described, holder: chosen });
        }}
      />
    </>
  );
}

function UnitAndStatus({ described, onChange }: DescribedFieldsProps) {
  const { unit, status } = described;
  const units = useUnits();
  const { data } = useQuery(UNIT_STATUSES, unit ? { variables: { id: unit.id } } : skipToken);
  return (
    <FormRow>
      <SelectField
        label={t("viewAs.unit")}
        required
        value={unit?.id ?? ""}
        onChange={(event) => {
          const chosen = units.find((one) => one.id === event.target.value) ?? null;
          onChange({ ...described, unit: chosen, status: "" });
        }}
      >
        <Choices of={units} />
      </SelectField>
      <SelectField
        label={t("viewAs.status")}
        required
        value={status}
        onChange={(event) => {
          onChange({ ...described, status: event.target.value });
        }}
      >
        <Choices of={data?.unit?.statuses ?? []} />
      </SelectField>
    </FormRow>
  );
}

function Choices({ of: named }: { of: readonly { readonly id: string; readonly name: string }[] }) {
  return (
    <>
      <option value="" />
      {named.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </>
  );
}
