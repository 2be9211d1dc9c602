import { useId, useRef, useState, type RefObject } from "react";
import { t } from "../../lib/words/words";
import { Button } from "../../ui/button";
import { Avatar } from "../../ui/avatar";
import { PickerPopover, type PickerOption } from "../../ui/picker";
import { usePeople } from "../org/use-people";
import styles from "./view-as.module.css";

export interface ChosenPerson {
  readonly id: string;
  readonly name: string;
}

interface PersonChoiceProps {
  label: string;
  person: ChosenPerson | null;
  /** Said where nobody is chosen. */
  none: string;
  /** With it nobody can be chosen again. */
  canClear?: boolean;
  onChoose: (person: ChosenPerson | null) => void;
}

const NOBODY = "nobody";

/** A person, found by a few letters. */
export function PersonChoice({ label, person, none, canClear, onChoose }: PersonChoiceProps) {
  const id = useId();
  const ref = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
  };
  return (
    <div className={styles["choice"]}>
      <span id={id} className={styles["label"]}>
        {label}
      </span>
      <Button
        ref={ref}
        id={`${id}-button`}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-labelledby={`${id} ${id}-button`}
        className={styles["chosen"]}
        onClick={() => {
          setOpen((now) => !now);
        }}
      >
        {person && <Avatar name={person.name} size="small" decorative />}
        {person?.name ?? none}
      </Button>
      {isOpen && (
        <PersonPicker
          anchor={ref}
          label={label}
          nobody={canClear === true ? none : undefined}
          onChoose={onChoose}
          onClose={close}
        />
      )}
    </div>
  );
}

interface PersonPickerProps extends Pick<PersonChoiceProps, "label" | "onChoose"> {
  anchor: RefObject<HTMLButtonElement | null>;
  nobody: string | undefined;
  onClose: () => void;
}

function PersonPicker({ anchor, label, nobody, onChoose, onClose }: PersonPickerProps) {
  const { options, query } = usePeople();
  const first: PickerOption[] = nobody === undefined ? [] : [{ id: NOBODY, label: nobody }];
  return (
    <PickerPopover
      anchor={anchor}
      label={label}
      placeholder={t("person.search")}
      empty={t("person.none")}
      options={options ? [...first, ...options] : null}
      onQuery={query}
      onPick={(option) => {
        onChoose(option.id === NOBODY ? null : { id: option.id, name: option.label });
      }}
      onClose={onClose}
    />
  );
}
