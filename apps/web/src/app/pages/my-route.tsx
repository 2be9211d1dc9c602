import { IssuePartsProvider } from "../../features/issues/issue-parts";
import { MyWorkPage } from "../../features/issues/my-work/my-work-page";
import { WORK_PATHS, WORK_TABS } from "../../features/issues/my-work/work-tabs";
import { usePathname, useTitle } from "../../lib/navigation";
import { t } from "../../lib/words/words";
import { ISSUE_PARTS } from "../issue-parts";

/** `/my` and what stands below it: the tab is the address. */
export function MyRoute() {
  const pathname = usePathname();
  useTitle(t("my.title"));
  const tab = WORK_TABS.find((one) => WORK_PATHS[one] === pathname.replace(/\/$/, "")) ?? "now";
  return (
    <IssuePartsProvider value={ISSUE_PARTS}>
      <MyWorkPage tab={tab} />
    </IssuePartsProvider>
  );
}
