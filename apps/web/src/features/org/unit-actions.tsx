import type { Company } from "@stafeta/domain/org/company";
import { canArchiveUnit, canMoveUnit } from "@stafeta/domain/org/manage-unit";
import type { UnitId } from "@stafeta/domain/shared/ids";
import { useRef, useState, type RefObject } from "react";
import { t } from "../../lib/words/words";
import { IconButton } from "../../ui/button";
import type { IconName } from "../../ui/icon";
import { Menu, type MenuAction } from "../../ui/menu";
import { PickerPopover } from "../../ui/picker";
import { ArchiveUnit, NOTHING_LEFT } from "./archive-unit";
import { deniedBy, useActor, type UnitDetails } from "./company-view";
import { moveUnit } from "./move-unit";
import { UNIT_ICONS } from "./unit-kinds";

interface UnitActionsProps {
  readonly unit: UnitDetails;
  readonly units: readonly UnitDetails[];
  readonly company: Company;
}

type OpenAction = "move" | "archive";

/** R12: why not, before the attempt. */
function useDenials({ unit, company }: UnitActionsProps): Record<OpenAction, string | undefined> {
  const actor = useActor();
  const id = unit.id as UnitId;
  // To name the present parent is no move: so asked, the answer is about the person alone.
  const here = (unit.parent?.id ?? unit.id) as UnitId;
  return {
    move: deniedBy(canMoveUnit(company, actor, id, here)),
    archive: deniedBy(canArchiveUnit(company, actor, id, NOTHING_LEFT)),
  };
}

/** R1: a unit is moved and archived by whoever manages it; anybody else reads why not. */
export function UnitActions(props: UnitActionsProps) {
  const { unit, company } = props;
  const denials = useDenials(props);
  const anchor = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState<OpenAction | null>(null);
  const entry = (id: OpenAction, icon: IconName, label: string): MenuAction => ({
    id,
    icon,
    label,
    denied: denials[id],
    onSelect: () => {
      setOpen(id);
    },
  });
  const label = t("unit.menu", { unit: unit.name });
  const close = () => {
    setOpen(null);
  };
  return (
    <span ref={anchor}>
      <Menu
        label={label}
        entries={[
          entry("move", "arrow-right", t("unit.move")),
          entry("archive", "archive", t("unit.archiveTo")),
        ]}
        align="end"
        trigger={(trigger) => <IconButton {...trigger} icon="more" look="secondary" label={label} />}
      />
      {open === "move" && <ParentPicker {...props} anchor={anchor} onClose={close} />}
      {open === "archive" && <ArchiveUnit unit={unit} company={company} onClose={close} />}
    </span>
  );
}

interface ParentPickerProps extends UnitActionsProps {
  readonly anchor: RefObject<Element | null>;
  readonly onClose: () => void;
}

/** R1: where it may go; a place below itself, or one that the viewer does not manage, says why not. */
function ParentPicker({ unit, units, company, anchor, onClose }: ParentPickerProps) {
  const actor = useActor();
  const parentId = unit.parent?.id;
  const options = units
    .filter(({ archived }) => !archived)
    .map(({ id, key, name, kind }) => {
      const isHere = id === parentId;
      const decision = canMoveUnit(company, actor, unit.id as UnitId, id as UnitId);
      const denied = isHere ? t("unit.moveHere") : deniedBy(decision);
      return { id, label: name, text: key, icon: UNIT_ICONS[kind], checked: isHere, denied };
    });
  return (
    <PickerPopover
      label={t("unit.moveTo", { unit: unit.name })}
      placeholder={t("unit.moveSearch")}
      empty={t("unit.moveNone")}
      anchor={anchor}
      align="end"
      options={options}
      onPick={(option) => void moveUnit(unit, { id: option.id, name: option.label }, nameOf(units, parentId))}
      onClose={onClose}
    />
  );
}

function nameOf(units: readonly UnitDetails[], id: string | undefined): { id: string; name: string } | null {
  const parent = units.find((one) => one.id === id);
  return parent ? { id: parent.id, name: parent.name } : null;
}
