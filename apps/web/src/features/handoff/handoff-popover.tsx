import { useState, type RefObject } from "react";
import { compareNames } from "../../lib/format";
import { t } from "../../lib/words/words";
import { Picker, type PickerOption } from "../../ui/picker";
import { Popover } from "../../ui/popover";
import { ancestorsOf } from "../org/tree-model";
import { UNIT_ICONS } from "../org/unit-kinds";
import { useUnits, type UnitNode } from "../org/units";
import { HandoffForm } from "./handoff-form";
import type { HandedIssue } from "./handoff-model";
import styles from "./handoff.module.css";

interface HandoffPopoverProps {
  readonly issue: HandedIssue;
  readonly anchor: RefObject<Element | null>;
  /** Where it goes, where a drop has said it already. */
  readonly toUnitId?: string | undefined;
  readonly onClose: () => void;
}

/** The unit, and where it lies: names repeat. */
function optionOf(units: readonly UnitNode[], unit: UnitNode): PickerOption {
  const above = ancestorsOf(units, unit.key).slice(1, -1);
  const text = [unit.key, ...above.map(({ name }) => name)].join(" · ");
  return { id: unit.id, label: unit.name, text, icon: UNIT_ICONS[unit.kind] };
}

/** H1: an unfinished issue can go to any active other unit. */
function optionsFor(units: readonly UnitNode[], issue: HandedIssue): PickerOption[] {
  return units
    .filter((unit) => unit.id !== issue.unit.id)
    .toSorted((a, b) => compareNames(a.name, b.name))
    .map((unit) => optionOf(units, unit));
}

/** UX.md, section 2: unit, then its way with the names of its heads, comment, and Hand off. Mounted means open. */
export function HandoffPopover({ issue, anchor, toUnitId, onClose }: HandoffPopoverProps) {
  const units = useUnits();
  const [chosenId, setChosenId] = useState(toUnitId);
  const to = units.find((unit) => unit.id === chosenId);
  const label = t("handoff.title", { key: issue.key });
  return (
    <Popover anchor={anchor} label={label} onClose={onClose} className={styles["popover"]}>
      {to ? (
        <HandoffForm
          issue={issue}
          to={to}
          onDone={onClose}
          onBack={() => {
            setChosenId(undefined);
          }}
        />
      ) : (
        <Picker
          label={t("handoff.unit", { key: issue.key })}
          placeholder={t("handoff.unit.search")}
          empty={t("handoff.unit.notFound")}
          options={optionsFor(units, issue)}
          onPick={(option) => {
            setChosenId(option.id);
          }}
          onClose={onClose}
        />
      )}
    </Popover>
  );
}
