import { useId } from "react";
import styles from "./radio-cards.module.css";

interface RadioOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly text: string;
}

interface RadioCardsProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly RadioOption<Value>[];
  onChange: (value: Value) => void;
}

/** A choice of few, each with a sentence that says what it means. */
export function RadioCards<Value extends string>({
  label,
  value,
  options,
  onChange,
}: RadioCardsProps<Value>) {
  const name = useId();
  return (
    <fieldset className={styles["cards"]}>
      <legend className={styles["legend"]}>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles["card"]}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => {
              onChange(option.value);
            }}
          />
          <span>
            <span className={styles["title"]}>{option.label}</span>
            <span className={styles["text"]}>{option.text}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
