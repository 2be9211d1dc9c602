import { t } from "../../../lib/words/words";
import { PickerPopover, type PickerOption } from "../../../ui/picker";
import { useAssignable } from "../../issues/use-assignable";
import { readCard } from "../board-client";
import { useBoard } from "../board-context";
import type { CardLayerProps } from "./card-menu";

const NOBODY = "nobody";

/** Two or three letters and Enter: whoever can hold an issue of the card's unit. */
export function AssignPicker({ id, anchor, onClose }: CardLayerProps) {
  const { session, screen, actions } = useBoard();
  const people = useAssignable(session.base.factsOf(id)?.unitId ?? null);
  const holder = readCard(session.client.cache, id)?.assignee?.id ?? null;
  const nobody: PickerOption = {
    id: NOBODY,
    label: t("board.menu.nobody"),
    icon: "user",
    checked: holder === null,
  };
  const options = people && [
    ...people.map((person) => ({
      id: person.id,
      label: person.name,
      avatar: { name: person.name, url: person.avatarUrl },
      checked: person.id === holder,
    })),
    nobody,
  ];
  return (
    <PickerPopover
      label={t("board.menu.assignTitle", { key: screen.keyOf(id) })}
      placeholder={t("board.assign.search")}
      empty={t("board.assign.nobodyFound")}
      anchor={anchor}
      options={options}
      onPick={(option) => {
        const person = people?.find((one) => one.id === option.id) ?? null;
        void actions.assign(id, person);
      }}
      onClose={onClose}
    />
  );
}
