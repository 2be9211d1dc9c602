import { lazy, Suspense, useMemo } from "react";
import { useStore } from "../../../lib/store";
import { useBoard } from "../board-context";
import { isNewCard } from "../moves/new-cards";
import { AssignPicker } from "./assign-picker";
import { CardHandoff } from "./card-handoff";
import { CardMenu } from "./card-menu";
import { MoveMenu } from "./move-menu";
import { withWords } from "../../../lib/words/words";

/** What is seldom needed is not carried by every board. */
const CardAsk = lazy(() => withWords(import("./card-ask")).then((module) => ({ default: module.CardAsk })));

/** The one menu or picker that is open beside a card. */
export function CardLayerView() {
  const { screen } = useBoard();
  const layer = useStore(screen.layer);
  const anchor = useMemo(() => ({ current: layer?.anchor ?? null }), [layer]);
  if (!layer || isNewCard(layer.id)) return null;
  const props = {
    id: layer.id,
    anchor,
    onClose: () => {
      screen.layer.set(null);
    },
  };
  if (layer.kind === "menu") return <CardMenu {...props} />;
  if (layer.kind === "askHandOff") {
    return (
      <Suspense>
        <CardAsk {...props} />
      </Suspense>
    );
  }
  if (layer.kind === "handOff") return <CardHandoff {...props} toUnitId={layer.toUnitId} />;
  return layer.kind === "moveTo" ? <MoveMenu {...props} /> : <AssignPicker {...props} />;
}
