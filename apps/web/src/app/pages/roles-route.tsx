import { RolesPage } from "../../features/rights/roles-page";
import { useTitle } from "../../lib/navigation";
import { t } from "../../lib/words/words";

export function RolesRoute() {
  useTitle(t("rights.title"));
  return <RolesPage />;
}
