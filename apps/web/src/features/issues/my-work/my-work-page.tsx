import { useQuery } from "@apollo/client/react";
import { useRef } from "react";
import { Link, useIssueParam } from "../../../lib/navigation";
import { wordsOfError } from "../../../lib/refusals";
import { t } from "../../../lib/words/words";
import { Button } from "../../../ui/button";
import { useViewer } from "../../identity/viewer";
import { MY_WAITING, MY_WORK } from "./my-work.graphql";
import styles from "./my-work.module.css";
import { ReportActions } from "./report-actions";
import { useRowKeys } from "./use-row-keys";
import { WorkRow } from "./work-row";
import { WORK_FILTERS, WORK_ORDER, WORK_PATHS, WORK_TABS, type WorkTab } from "./work-tabs";

const TAB_WORDS = {
  now: "my.now",
  incoming: "my.incoming",
  waiting: "my.waiting",
  following: "my.following",
} as const satisfies Record<WorkTab, string>;

const EMPTY_WORDS = {
  now: "my.empty.now",
  incoming: "my.empty.incoming",
  waiting: "my.empty.waiting",
  following: "my.empty.following",
} as const satisfies Record<WorkTab, string>;

/** While the page is looked at, what others do meanwhile is looked for this often. */
const LOOK_EVERY_MS = 20_000;

/** UX.md, section 2, 'My work': what is in the viewer's hands, what waits for others, what they follow (R8). */
export function MyWorkPage({ tab }: { readonly tab: WorkTab }) {
  return (
    <div className={styles["page"]}>
      <h1 className={styles["heading"]}>{t("my.title")}</h1>
      <nav aria-label={t("my.tabs")} className={styles["tabs"]}>
        {WORK_TABS.map((one) => (
          <Link
            key={one}
            to={WORK_PATHS[one]}
            activeOptions={{ exact: true, includeSearch: false }}
            className={styles["tab"]}
          >
            {t(TAB_WORDS[one])}
          </Link>
        ))}
      </nav>
      <WorkList key={tab} tab={tab} />
    </div>
  );
}

/** Where and since when is asked only where it is shown. */
function useWork(tab: WorkTab) {
  const isElsewhere = tab === "waiting" || tab === "following";
  return useQuery(isElsewhere ? MY_WAITING : MY_WORK, {
    variables: { filter: WORK_FILTERS[tab], orderBy: WORK_ORDER },
    fetchPolicy: "cache-and-network",
    pollInterval: LOOK_EVERY_MS,
    skipPollAttempt: () => document.hidden,
  });
}

function WorkList({ tab }: { readonly tab: WorkTab }) {
  const { data, error, refetch } = useWork(tab);
  const again = () => void refetch().catch(() => undefined);
  if (data) return <Known tab={tab} issues={data.issues} onDone={again} />;
  if (!error) {
    return (
      <p aria-busy="true" className={styles["message"]}>
        {t("app.loading")}
      </p>
    );
  }
  return (
    <div role="alert" className={styles["message"]}>
      <p>{t("my.failed")}</p>
      <p>{wordsOfError(error)}</p>
      <Button onClick={again}>{t("action.retry")}</Button>
    </div>
  );
}

interface KnownProps {
  readonly tab: WorkTab;
  readonly issues: NonNullable<ReturnType<typeof useWork>["data"]>["issues"];
  readonly onDone: () => void;
}

function Known({ tab, issues: { nodes, totalCount }, onDone }: KnownProps) {
  const ref = useRef<HTMLUListElement>(null);
  const { open } = useIssueParam();
  const { memberships } = useViewer();
  useRowKeys(ref);
  if (nodes.length === 0) return <p className={styles["message"]}>{t(EMPTY_WORDS[tab])}</p>;
  // R6: who has other boards works on those.
  const reports = memberships.length > 0 && memberships.every(({ role }) => role.base === "REPORTER");
  const isInHand = tab === "now" || tab === "incoming";
  return (
    <>
      <ul ref={ref} aria-label={t(TAB_WORDS[tab])} className={styles["rows"]}>
        {nodes.map((issue) => (
          <li key={issue.id}>
            <WorkRow
              issue={issue}
              onOpen={() => {
                open(issue.key);
              }}
            />
            {reports && isInHand && <ReportActions issue={issue} onDone={onDone} />}
          </li>
        ))}
      </ul>
      <p className={styles["hint"]}>
        {totalCount > nodes.length
          ? t("my.more", { shown: nodes.length, total: totalCount })
          : t("my.count", { count: totalCount })}
        <span className={styles["keys"]}>{t("my.keys")}</span>
      </p>
    </>
  );
}
