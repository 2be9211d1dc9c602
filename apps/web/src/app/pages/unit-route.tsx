import { useParams } from "@tanstack/react-router";
import { UnitPage } from "../../features/org/unit-page";
import { useUnit } from "../../features/org/units";
import { useTitle } from "../../lib/navigation";
import { NotFound } from "../not-found";

export function UnitRoute() {
  const { unitKey } = useParams({ from: "/shell/unit/$unitKey" });
  const unit = useUnit(unitKey);
  useTitle(unit?.name);
  return unit ? <UnitPage key={unitKey} unitKey={unitKey} /> : <NotFound />;
}
