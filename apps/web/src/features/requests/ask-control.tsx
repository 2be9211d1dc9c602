import { t } from "../../lib/words/words";
import { Checkbox, SelectField, TextArea, TextField } from "../../ui/field";
import { PRIORITIES, PRIORITY_WORDS, TYPE_WORDS, TYPES } from "../issues/issue-words";
import type { AskKind } from "./ask-model";
import { kindWords } from "./request-words";
import styles from "./requests.module.css";
import type { Choices, Typed } from "./wish";

interface AskControlProps {
  readonly kind: AskKind;
  readonly typed: Typed;
  readonly choices: Choices;
  readonly labels: readonly { readonly id: string; readonly name: string }[];
  readonly error: string | undefined;
  readonly onType: (typed: Typed) => void;
}

interface Option {
  readonly id: string;
  readonly name: string;
}

function optionsOf({ kind, choices }: AskControlProps): readonly Option[] | null {
  const choose = { id: "", name: t("request.value.choose") };
  switch (kind) {
    case "status":
      return [choose, ...choices.statuses];
    case "assignee":
      return [{ id: "", name: t("request.value.nobody") }, ...choices.people];
    case "handOff":
      return [choose, ...choices.units];
    case "type":
      return TYPES.map((id) => ({ id, name: t(TYPE_WORDS[id]) }));
    case "priority":
      return PRIORITIES.map((id) => ({ id, name: t(PRIORITY_WORDS[id]) }));
    default:
      return null;
  }
}

/** The value that is wished for. */
export function AskControl(props: AskControlProps) {
  const { kind, typed, error, onType } = props;
  if (typeof typed !== "string") return <LabelChoice {...props} chosen={typed} />;
  const label = kind === "cancel" ? t("request.cancel.reason") : kindWords(kind);
  const options = optionsOf(props);
  const onChange = (event: { target: { value: string } }) => {
    onType(event.target.value);
  };
  const common = { label, error, value: typed, onChange };
  if (options) {
    return (
      <SelectField {...common}>
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
    );
  }
  if (kind === "description") return <TextArea {...common} rows={6} />;
  if (kind === "cancel") return <TextArea {...common} rows={2} className={styles["comment"]} />;
  if (kind === "dueDate" || kind === "startDate") return <TextField {...common} type="date" />;
  const isNumber = kind === "estimate" || kind === "value";
  return (
    <TextField
      {...common}
      autoComplete="off"
      inputMode={isNumber ? "decimal" : undefined}
      // Another value is wished for: what is typed takes the place of the present one.
      onFocus={(event) => {
        event.target.select();
      }}
    />
  );
}

/** CON-05: labels are asked for one by one, so that they merge. */
function LabelChoice({ chosen, labels, error, onType }: AskControlProps & { chosen: readonly string[] }) {
  return (
    <fieldset className={styles["labels"]}>
      <legend>{kindWords("labels")}</legend>
      {labels.map(({ id, name }) => (
        <Checkbox
          key={id}
          label={name}
          checked={chosen.includes(id)}
          onChange={(event) => {
            onType(event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id));
          }}
        />
      ))}
      {error !== undefined && <p className={styles["error"]}>{error}</p>}
    </fieldset>
  );
}
