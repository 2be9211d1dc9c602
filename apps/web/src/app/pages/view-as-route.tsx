import { useSearch } from "@tanstack/react-router";
import { ViewAsPage } from "../../features/rights/view-as";
import { useTitle } from "../../lib/navigation";
import { t } from "../../lib/words/words";

export function ViewAsRoute() {
  useTitle(t("viewAs.title"));
  const { on } = useSearch({ strict: false });
  return <ViewAsPage issueKey={on} />;
}
