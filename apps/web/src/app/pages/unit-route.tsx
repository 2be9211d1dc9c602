import { useParams } from "@tanstack/react-router";
import { UnitPage } from "../../features/org/unit-page";
import { useAllUnits } from "../../features/org/units";
import { useTitle } from "../../lib/navigation";
import { NotFound } from "../not-found";

export function UnitRoute() {
  const { unitKey } = useParams({ from: "/shell/unit/$unitKey" });
  // Archived ones have their page too.
  const unit = useAllUnits().find(({ key }) => key === unitKey);
  useTitle(unit?.name);
  return unit ? <UnitPage key={unitKey} unitKey={unitKey} /> : <NotFound />;
}
