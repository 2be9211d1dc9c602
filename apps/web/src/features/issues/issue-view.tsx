import { skipToken, useApolloClient, useQuery } from "@apollo/client/react";
import { useEffect, useMemo, useState } from "react";
import { wordsOfError } from "../../lib/refusals";
import { useRedacted } from "../../lib/redacted";
import { t } from "../../lib/words/words";
import { Button } from "../../ui/button";
import { useViewer } from "../identity/viewer";
import { Badge } from "../../ui/badge";
import { IssueActions } from "./closing/issue-actions";
import { Relations } from "./relations/relations";
import { Activity } from "./activity/activity";
import { ConflictDialog } from "./conflict-dialog";
import { Description } from "./description";
import { IssueFieldList } from "./fields/field-list";
import { IssueProvider, useIssue } from "./issue-context";
import { IssueEdits } from "./issue-edits";
import { useIssueParts } from "./issue-parts";
import { ISSUE } from "./issue.graphql";
import { ISSUE_UNIT } from "./issue-unit.graphql";
import type { Issue } from "./issue-model";
import { IssueTitle } from "./issue-title";
import styles from "./issue.module.css";
import { KnownIssue } from "./known-issue";
import { SubIssues } from "./sub-issues";
import { useLiveIssue } from "./use-live-issue";

interface IssueViewProps {
  readonly issueKey: string;
  readonly openIssue: (key: string) => void;
}

/** One issue: the same as a panel and as a page (UX.md, section 2). */
export function IssueView({ issueKey, openIssue }: IssueViewProps) {
  const { data, error, refetch } = useQuery(ISSUE, {
    variables: { key: issueKey },
    fetchPolicy: "cache-and-network",
  });
  const issue = data?.issue;
  useLiveIssue(issue?.id, issueKey, issue?.lastEvent);
  if (issue) return <LoadedIssue key={issue.id} issue={issue} openIssue={openIssue} />;
  if (issue === null) return <Message text={t("issue.missing", { key: issueKey })} />;
  if (error)
    return <Message text={wordsOfError(error)} onRetry={() => void refetch().catch(() => undefined)} />;
  return <KnownIssue issueKey={issueKey} />;
}

function Message({ text, onRetry }: { text: string; onRetry?: () => void }) {
  return (
    <div className={styles["message"]} role="alert">
      <p>{text}</p>
      {onRetry && <Button onClick={onRetry}>{t("issue.retry")}</Button>}
    </div>
  );
}

function LoadedIssue({ issue, openIssue }: { issue: Issue; openIssue: (key: string) => void }) {
  const client = useApolloClient();
  const viewerId = useViewer().user.id;
  const [edits] = useState(() => new IssueEdits(client, issue));
  useEffect(() => {
    edits.follow(issue);
  });
  const redacted = useRedacted("Issue", { key: issue.key });
  const unitId = issue.unit.id;
  const { data } = useQuery(ISSUE_UNIT, unitId === "" ? skipToken : { variables: { id: unitId } });
  const unit = data?.unit ?? null;
  const value = useMemo(
    () => ({ issue, edits, redacted, unit, viewerId, openIssue }),
    [issue, edits, redacted, unit, viewerId, openIssue],
  );
  return (
    <IssueProvider value={value}>
      <article className={styles["view"]} aria-label={t("issue.panel", { key: issue.key })}>
        <div className={styles["grid"]}>
          <Heading />
          <IssueFieldList />
          <div className={styles["body"]}>
            <Description />
            <SubIssues />
            <Relations />
            <Activity />
          </div>
        </div>
      </article>
      <ConflictDialog />
    </IssueProvider>
  );
}

/** Where it is and who holds it, its title, and what features that come later add. */
function Heading() {
  const { issue } = useIssue();
  const parts = useIssueParts();
  return (
    <div className={styles["heading"]}>
      <div className={styles["trailRow"]}>
        <p className={styles["trail"]}>
          {issue.assignee
            ? t("issue.trail.held", { unit: issue.unit.name, name: issue.assignee.name })
            : t("issue.trail.free", { unit: issue.unit.name })}
        </p>
        {parts.actions.map((Action, index) => (
          <Action key={index} />
        ))}
        <IssueActions />
      </div>
      {issue.archived && (
        <p>
          <Badge>{t("ending.archived")}</Badge>
        </p>
      )}
      <IssueTitle />
      {parts.below.map((Part, index) => (
        <Part key={index} />
      ))}
    </div>
  );
}
