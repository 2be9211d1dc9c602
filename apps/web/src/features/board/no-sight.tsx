import { t } from "../../lib/words/words";
import { useUnitHeads } from "../issues/use-assignable";
import { useBoard } from "./board-context";

/** Who gives access, to whoever sees nothing here. */
export function NoSight() {
  const { session } = useBoard();
  const heads = useUnitHeads(session.place.unit);
  if (!heads) return null;
  const names = heads.map(({ name }) => name).join(", ");
  return <p>{names === "" ? t("board.empty.deniedNobody") : t("board.empty.denied", { heads: names })}</p>;
}
