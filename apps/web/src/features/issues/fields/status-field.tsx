import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { newClientMutationId } from "../../../lib/client-id";
import { readRefusal, wordsOf, wordsOfRefusal } from "../../../lib/refusals";
import { t } from "../../../lib/words/words";
import { announce } from "../../../ui/announcer";
import { Button } from "../../../ui/button";
import { Icon } from "../../../ui/icon";
import { Menu, type MenuAction } from "../../../ui/menu";
import { showToast } from "../../../ui/toast-store";
import { SET_STATUS } from "../issue.graphql";
import { useIssue, type IssueUnit } from "../issue-context";
import type { Issue } from "../issue-model";
import { statusIcon } from "../issue-words";
import { FieldRow } from "./field-row";
import styles from "./fields.module.css";

type Status = IssueUnit["statuses"][number];

/** R12: the reason, by what the server's list leaves out; I1 where sub-issues are the only thing that can stand in the way. */
function denialOf(issue: Issue, status: Status): string | undefined {
  if (issue.can.moveTo.some((one) => one.id === status.id)) return undefined;
  if (status.category === "CLOSED" && !issue.can.close) return wordsOf("issue.onlyBossCloses");
  if (issue.status.category === "CLOSED") return wordsOf("issue.onlyBossReopens");
  const isDone = status.category === "RESOLVED" || status.category === "CLOSED";
  const hasParts = (issue.subIssueCount ?? 0) > 0;
  return isDone && hasParts
    ? wordsOf("issue.subIssuesUnfinishedUnseen")
    : wordsOf("issue.transitionNotAllowed");
}

/** I3: the workflow from here; a move to where the viewer may not bring it says why before the attempt. */
export function StatusField() {
  const { issue } = useIssue();
  const isWritable = issue.can.moveTo.length > 0;
  const text = (
    <span className={styles["person"]}>
      <Icon name={statusIcon(issue.status.category)} className={styles[issue.status.category]} />
      {issue.status.name}
    </span>
  );
  return (
    <FieldRow
      field="status"
      text={text}
      isWritable={isWritable}
      control={(labelId) => <StatusMenu labelId={labelId} />}
    />
  );
}

function useMoveTo() {
  const { issue } = useIssue();
  const client = useApolloClient();
  const [isBusy, setBusy] = useState(false);
  const move = async (status: Status) => {
    setBusy(true);
    try {
      await client.mutate({
        mutation: SET_STATUS,
        variables: {
          id: issue.id,
          status: status.id,
          revision: issue.revision,
          mutationKey: newClientMutationId(),
        },
        optimisticResponse: { moveIssue: { ...issue, status } },
      });
      // I2: it warns, and refuses nothing.
      if (status.category === "IN_PROGRESS" && issue.blocked === true)
        showToast(t("relation.startedBlocked", { key: issue.key }));
    } catch (error) {
      const reason = wordsOfRefusal(readRefusal(error));
      announce(reason, "assertive");
      showToast(t("issue.status.refused", { key: issue.key, reason }), { tone: "bad" });
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, move };
}

function StatusMenu({ labelId }: { labelId: string }) {
  const { issue, unit } = useIssue();
  const { isBusy, move } = useMoveTo();
  const entries = (unit?.statuses ?? []).map((status): MenuAction => {
    const isHere = status.id === issue.status.id;
    return {
      id: status.id,
      label: status.name,
      icon: statusIcon(status.category),
      checked: isHere,
      denied: isHere ? undefined : denialOf(issue, status),
      onSelect: () => {
        if (!isHere) void move(status);
      },
    };
  });
  return (
    <Menu
      label={t("issue.field.status")}
      entries={entries}
      trigger={(props) => (
        <Button
          {...props}
          small
          busy={isBusy}
          className={styles["status"]}
          aria-labelledby={`${labelId} ${labelId}-now`}
        >
          <Icon name={statusIcon(issue.status.category)} className={styles[issue.status.category]} />
          <span id={`${labelId}-now`}>{issue.status.name}</span>
          <Icon name="chevron-down" />
        </Button>
      )}
    />
  );
}
