import { skipToken, useLazyQuery, useQuery } from "@apollo/client/react";
import { useEffect, useEffectEvent, useRef, useState, type ComponentProps } from "react";
import { t } from "../../../lib/words/words";
import { Button, IconButton } from "../../../ui/button";
import { TextField } from "../../../ui/field";
import { PickerPopover, type PickerOption } from "../../../ui/picker";
import { USERS } from "../../org/company.graphql";
import { UNIT_ICONS } from "../../org/unit-kinds";
import { useUnits } from "../../org/units";
import { PEOPLE_NAMES } from "../issue.graphql";
import styles from "./closure.module.css";
import type { ClosureFilter } from "./use-awaiting";

interface FilterProps {
  readonly filter: ClosureFilter;
  readonly onFilter: (filter: ClosureFilter) => void;
}

type Part = keyof ClosureFilter;

function withPart(filter: ClosureFilter, part: Part, value: string | undefined): ClosureFilter {
  const { [part]: _before, ...rest } = filter;
  return value === undefined || value === "" ? rest : { ...rest, [part]: value };
}

/** Words or a key, a unit with all below it, who holds it. */
export function ClosureFilterRow(props: FilterProps) {
  return (
    <div role="search" aria-label={t("closure.filter")} className={styles["filter"]}>
      <TextFilter {...props} />
      <UnitFilter {...props} />
      <AssigneeFilter {...props} />
    </div>
  );
}

const TYPED_AFTER_MS = 120;

function TextFilter({ filter, onFilter }: FilterProps) {
  const [text, setText] = useState(filter.text ?? "");
  const apply = useEffectEvent((typed: string) => {
    if (typed !== (filter.text ?? "")) onFilter(withPart(filter, "text", typed));
  });
  useEffect(() => {
    const timer = setTimeout(() => {
      apply(text.trim());
    }, TYPED_AFTER_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  return (
    <div className={styles["search"]} data-closure-search="">
      <TextField
        label={t("closure.search")}
        labelHidden
        type="search"
        placeholder={t("closure.search")}
        aria-keyshortcuts="F"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
    </div>
  );
}

interface ChipProps {
  readonly label: string;
  /** What is chosen, in words; undefined: everything. */
  readonly value: string | undefined;
  readonly onClear: () => void;
  readonly picker: Omit<ComponentProps<typeof PickerPopover>, "label" | "anchor" | "onClose">;
}

function Chip({ label, value, onClear, picker }: ChipProps) {
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <span className={styles["chip"]}>
      <Button
        ref={anchor}
        small
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => {
          setOpen((now) => !now);
        }}
      >
        {value === undefined ? label : t("closure.filterIs", { label, value })}
      </Button>
      {value !== undefined && (
        <IconButton small icon="close" label={t("closure.filterClear", { label })} onClick={onClear} />
      )}
      {isOpen && (
        <PickerPopover
          {...picker}
          label={label}
          anchor={anchor}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </span>
  );
}

function UnitFilter({ filter, onFilter }: FilterProps) {
  const units = useUnits();
  const options = units.map(({ id, key, name, kind }) => ({
    id,
    label: name,
    text: key,
    icon: UNIT_ICONS[kind],
    checked: id === filter.unit,
  }));
  const set = (id?: string) => {
    onFilter(withPart(filter, "unit", id));
  };
  return (
    <Chip
      label={t("issue.field.unit")}
      value={units.find(({ id }) => id === filter.unit)?.name}
      onClear={() => {
        set();
      }}
      picker={{
        placeholder: t("closure.unitSearch"),
        empty: t("closure.unitNone"),
        options,
        onPick: (option) => {
          set(option.id);
        },
      }}
    />
  );
}

const PEOPLE_SHOWN = 20;

function AssigneeFilter({ filter, onFilter }: FilterProps) {
  const { assignee } = filter;
  const { data: named } = useQuery(PEOPLE_NAMES, assignee === undefined ? skipToken : {});
  const [find, { data }] = useLazyQuery(USERS);
  const options = data?.users.map(({ id, name, avatarUrl }): PickerOption => ({
    id,
    label: name,
    avatar: { name, url: avatarUrl },
    checked: id === assignee,
  }));
  const set = (id?: string) => {
    onFilter(withPart(filter, "assignee", id));
  };
  const known = [...(named?.users ?? []), ...(data?.users ?? [])].find(({ id }) => id === assignee);
  return (
    <Chip
      label={t("issue.field.assignee")}
      value={assignee === undefined ? undefined : (known?.name ?? t("history.nobody"))}
      onClear={() => {
        set();
      }}
      picker={{
        placeholder: t("person.search"),
        empty: t("person.none"),
        options: options ?? null,
        onQuery: (text) => void find({ variables: { text, first: PEOPLE_SHOWN } }),
        onPick: (option) => {
          set(option.id);
        },
      }}
    />
  );
}
