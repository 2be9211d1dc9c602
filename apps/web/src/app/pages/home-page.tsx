import { Navigate } from "@tanstack/react-router";
import { landingOf } from "../../features/identity/landing";
import { useViewer } from "../../features/identity/viewer";
import { useUnits } from "../../features/org/units";
import { useTitle } from "../../lib/navigation";
import { t } from "../../lib/words/words";
import { MessagePage } from "../message-page";

/** `/`: the first board in which the viewer has work; without one it says who gives rights. */
export function HomePage() {
  const viewer = useViewer();
  const root = useUnits().find((unit) => unit.kind === "COMPANY");
  const landing = landingOf(viewer, root?.key);
  useTitle(undefined);
  if (landing) {
    const search = landing.under ? { under: true } : {};
    return <Navigate to="/board/$unitKey" params={{ unitKey: landing.unitKey }} search={search} replace />;
  }
  const text = viewer.isAdmin ? t("home.admin") : t("home.nobody");
  return <MessagePage title={t("home.title", { name: viewer.user.name })} text={text} />;
}
