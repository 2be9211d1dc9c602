import { wordsOf } from "../../../lib/refusals";
import { useUnits } from "../../org/units";
import { AskPopover } from "../../requests/ask-popover";
import { readCard } from "../board-client";
import { useBoard } from "../board-context";
import type { CardLayerProps } from "./card-menu";

/** H1, H6: a hand-off that is not the viewer's to begin is asked for, beside the card. */
export function CardAsk({ id, anchor, onClose }: CardLayerProps) {
  const { session, actions } = useBoard();
  const unitId = session.base.factsOf(id)?.unitId;
  const unit = useUnits().find((one) => one.id === unitId);
  const card = readCard(session.client.cache, id);
  const refusal = actions.handOffRefusal(id);
  if (!card || !unit || !refusal) return null;
  return (
    <AskPopover
      subject={{ id, key: card.key, unit }}
      kind="handOff"
      reason={wordsOf(refusal.message, refusal.params)}
      anchor={anchor}
      onClose={onClose}
    />
  );
}
