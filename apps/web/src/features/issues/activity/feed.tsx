import { skipToken, useQuery } from "@apollo/client/react";
import { useMemo } from "react";
import { t } from "../../../lib/words/words";
import { Button } from "../../../ui/button";
import { useUnits } from "../../org/units";
import { useIssue } from "../issue-context";
import { ISSUE_HISTORY, ISSUE_KEYS, PEOPLE_NAMES } from "../issue.graphql";
import type { IssueComment } from "../issue-model";
import styles from "./activity.module.css";
import { CommentItem } from "./comment-item";
import { HistoryItem } from "./history-item";
import { issuesIn } from "./relation-history";
import { hasWords, type HistoryEvent, type Names } from "./history-words";

export type FeedKind = "all" | "comments" | "changes";

const PAGE = 50;

type Entry =
  | { readonly at: string; readonly id: string; readonly comment: IssueComment }
  | { readonly at: string; readonly id: string; readonly event: HistoryEvent };

function useHistory(isWanted: boolean) {
  const { issue } = useIssue();
  const variables = { issue: issue.id, first: PAGE };
  const options = isWanted ? { variables, fetchPolicy: "cache-and-network" as const } : skipToken;
  const { data, fetchMore } = useQuery(ISSUE_HISTORY, options);
  const page = data?.events;
  const more = page?.pageInfo.hasNextPage
    ? () => {
        const after = page.pageInfo.endCursor;
        void fetchMore({
          variables: { ...variables, after },
          updateQuery: (before, { fetchMoreResult: next }) => ({
            ...next,
            events: { ...next.events, nodes: [...before.events.nodes, ...next.events.nodes] },
          }),
        }).catch(() => undefined);
      }
    : null;
  return { events: page?.nodes ?? [], more };
}

/** Fields that point to people. */
const PERSONS: ReadonlySet<string> = new Set(["assignee", "requestedBy"]);

/** Names of what events point to by id. */
function useNames(events: readonly HistoryEvent[]): Names {
  const { unit } = useIssue();
  const units = useUnits();
  const namesPeople = events.some((event) => event.changes.some(({ field }) => PERSONS.has(field)));
  const { data } = useQuery(PEOPLE_NAMES, namesPeople ? {} : skipToken);
  const issue = useIssueKeys(events);
  return useMemo(
    () => ({
      status: new Map(units.flatMap(({ statuses }) => statuses.map((status) => [status.id, status.name]))),
      unit: new Map(units.map(({ id, name }) => [id, name])),
      issue,
      label: new Map((unit?.labels ?? []).map(({ id, name }) => [id, name])),
      user: new Map(
        [...(data?.users ?? []), ...(unit?.members ?? []).map(({ user }) => user)].map(({ id, name }) => [
          id,
          name,
        ]),
      ),
    }),
    [units, unit, data, issue],
  );
}

/** Keys of the issues that the events point to, as far as the viewer may see them. */
function useIssueKeys(events: readonly HistoryEvent[]): ReadonlyMap<string, string> {
  const ids = useMemo(() => issuesIn(events), [events]);
  const variables = { ids, first: Math.max(1, ids.length) };
  const { data, previousData } = useQuery(ISSUE_KEYS, ids.length === 0 ? skipToken : { variables });
  const nodes = (data ?? previousData)?.issues.nodes;
  return useMemo(() => new Map((nodes ?? []).map(({ id, key }) => [id, key])), [nodes]);
}

function entriesOf(
  kind: FeedKind,
  comments: readonly IssueComment[],
  events: readonly HistoryEvent[],
): Entry[] {
  const said =
    kind === "changes"
      ? []
      : comments.map((comment) => ({ at: comment.createdAt, id: `c${comment.id}`, comment }));
  const changed =
    kind === "comments"
      ? []
      : events.filter(hasWords).map((event) => ({ at: event.at, id: `e${event.id}`, event }));
  return [...said, ...changed].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** Comments and changes in the order of time, the newest last, where the next one is written. */
export function Feed({ kind }: { kind: FeedKind }) {
  const { issue } = useIssue();
  const { events, more } = useHistory(kind !== "comments");
  const names = useNames(events);
  const comments = issue.comments?.nodes;
  const entries = useMemo(() => entriesOf(kind, comments ?? [], events), [kind, comments, events]);
  return (
    <>
      {more && (
        <Button small onClick={more}>
          {t("activity.more")}
        </Button>
      )}
      {entries.length === 0 && <p className={styles["none"]}>{t("activity.none")}</p>}
      <ol className={styles["feed"]}>
        {entries.map((entry) => (
          <li key={entry.id}>
            {"comment" in entry ? (
              <CommentItem comment={entry.comment} />
            ) : (
              <HistoryItem event={entry.event} names={names} />
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
