import { useParams, useSearch } from "@tanstack/react-router";
import { BoardPage } from "../../features/board/board-page";
import { useUnit } from "../../features/org/units";
import { useTitle } from "../../lib/navigation";
import { NotFound } from "../not-found";

export function BoardRoute() {
  const { unitKey } = useParams({ from: "/shell/board/$unitKey" });
  const { under = false } = useSearch({ from: "/shell/board/$unitKey" });
  const unit = useUnit(unitKey);
  useTitle(unit?.name);
  if (!unit) return <NotFound />;
  // Another board is another state: nothing of the last one's drag, focus or filter stays.
  return <BoardPage key={`${unitKey} ${String(under)}`} unitKey={unitKey} under={under} />;
}
