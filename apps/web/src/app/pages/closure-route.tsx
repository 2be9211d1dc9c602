import { useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { ClosurePage } from "../../features/issues/closing/closure-page";
import type { ClosureFilter } from "../../features/issues/closing/use-awaiting";
import { IssuePartsProvider } from "../../features/issues/issue-parts";
import { useNavigate, useTitle } from "../../lib/navigation";
import { t } from "../../lib/words/words";
import { ISSUE_PARTS } from "../issue-parts";

/** The filter is a part of the address, so that a reload and a link keep it. */
export function ClosureRoute() {
  useTitle(t("closure.title"));
  const { text, unit, assignee } = useSearch({ from: "/shell/closure" });
  const navigate = useNavigate();
  const filter = useMemo(
    () => ({
      ...(text !== undefined && { text }),
      ...(unit !== undefined && { unit }),
      ...(assignee !== undefined && { assignee }),
    }),
    [text, unit, assignee],
  );
  const onFilter = (next: ClosureFilter) => {
    void navigate({
      to: "/closure",
      search: ({ issue }) => ({ ...next, ...(issue !== undefined && { issue }) }),
      replace: true,
    });
  };
  return (
    <IssuePartsProvider value={ISSUE_PARTS}>
      <ClosurePage filter={filter} onFilter={onFilter} />
    </IssuePartsProvider>
  );
}
