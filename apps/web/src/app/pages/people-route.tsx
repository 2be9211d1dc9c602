import { PeoplePage } from "../../features/org/people/people-page";
import { useTitle } from "../../lib/navigation";
import { t } from "../../lib/words/words";

export function PeopleRoute() {
  useTitle(t("people.title"));
  return <PeoplePage />;
}
