import {
  useId,
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from "react";
import { cx } from "../lib/cx";
import styles from "./field.module.css";
import { Icon } from "./icon";

interface FieldProps {
  label: string;
  /** Hidden to the eye where the place says it; still the name. */
  labelHidden?: boolean;
  /** Said after the label of a field that may stay empty. */
  optional?: string;
  hint?: ReactNode;
  error?: string | undefined;
}

interface FrameProps extends FieldProps {
  id: string;
  children: ReactNode;
}

function Frame({ id, label, labelHidden, optional, hint, error, children }: FrameProps) {
  return (
    <div className={styles["field"]}>
      <label htmlFor={id} className={labelHidden === true ? "visually-hidden" : styles["label"]}>
        {label}
        {optional !== undefined && <span className={styles["optional"]}> {optional}</span>}
      </label>
      {children}
      {error !== undefined && (
        <p id={`${id}-error`} className={styles["error"]}>
          <Icon name="alert" />
          <span>{error}</span>
        </p>
      )}
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles["hint"]}>
          {hint}
        </p>
      )}
    </div>
  );
}

function described(id: string, { hint, error }: FieldProps) {
  const ids = [error !== undefined && `${id}-error`, hint !== undefined && `${id}-hint`].filter(
    (one) => one !== false,
  );
  return {
    "aria-invalid": error !== undefined || undefined,
    "aria-describedby": ids.length > 0 ? ids.join(" ") : undefined,
  };
}

function split<P extends FieldProps>(props: P): [FieldProps, Omit<P, keyof FieldProps>] {
  const { label, labelHidden, optional, hint, error, ...rest } = props;
  const own: FieldProps = {
    label,
    error,
    ...(labelHidden !== undefined && { labelHidden }),
    ...(optional !== undefined && { optional }),
    ...(hint !== undefined && { hint }),
  };
  return [own, rest];
}

type TextFieldProps = FieldProps & InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> };

export function TextField(props: TextFieldProps) {
  const [own, input] = split(props);
  const made = useId();
  const id = input.id ?? made;
  return (
    <Frame {...own} id={id}>
      <input {...input} {...described(id, own)} id={id} className={cx(styles["input"], input.className)} />
    </Frame>
  );
}

type TextAreaProps = FieldProps &
  TextareaHTMLAttributes<HTMLTextAreaElement> & { ref?: Ref<HTMLTextAreaElement> };

export function TextArea(props: TextAreaProps) {
  const [own, area] = split(props);
  const made = useId();
  const id = area.id ?? made;
  return (
    <Frame {...own} id={id}>
      <textarea {...area} {...described(id, own)} id={id} className={cx(styles["input"], area.className)} />
    </Frame>
  );
}

type SelectFieldProps = FieldProps &
  SelectHTMLAttributes<HTMLSelectElement> & { ref?: Ref<HTMLSelectElement> };

export function SelectField(props: SelectFieldProps) {
  const [own, select] = split(props);
  const made = useId();
  const id = select.id ?? made;
  return (
    <Frame {...own} id={id}>
      <select
        {...select}
        {...described(id, own)}
        id={id}
        className={cx(styles["input"], styles["select"], select.className)}
      />
    </Frame>
  );
}

type CheckProps = { label: ReactNode } & InputHTMLAttributes<HTMLInputElement>;

export function Checkbox({ label, ...input }: CheckProps) {
  return (
    <label className={styles["check"]}>
      <input type="checkbox" {...input} />
      <span>{label}</span>
    </label>
  );
}
