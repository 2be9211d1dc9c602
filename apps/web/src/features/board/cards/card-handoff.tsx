import { HandoffPopover } from "../../handoff/handoff-popover";
import { useUnits } from "../../org/units";
import { readCard } from "../board-client";
import { useBoard } from "../board-context";
import type { CardLayerProps } from "./card-menu";

interface CardHandoffProps extends CardLayerProps {
  readonly toUnitId: string | undefined;
}

/** H1: hands off a card from where it lies. */
export function CardHandoff({ id, anchor, toUnitId, onClose }: CardHandoffProps) {
  const { session } = useBoard();
  const unitId = session.base.factsOf(id)?.unitId;
  const unit = useUnits().find((one) => one.id === unitId);
  const card = readCard(session.client.cache, id);
  if (!card || !unit) return null;
  const { key, subIssueCount } = card;
  return (
    <HandoffPopover
      issue={{ id, key, unit, subIssueCount }}
      anchor={anchor}
      toUnitId={toUnitId}
      onClose={onClose}
    />
  );
}
