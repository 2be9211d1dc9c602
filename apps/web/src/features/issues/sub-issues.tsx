import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { useAction } from "../../lib/use-action";
import { t } from "../../lib/words/words";
import { Avatar } from "../../ui/avatar";
import { Button } from "../../ui/button";
import { TextField } from "../../ui/field";
import { Icon } from "../../ui/icon";
import { CREATE_SUB_ISSUE, ISSUE } from "./issue.graphql";
import { isHidden, type SubIssue } from "./issue-model";
import { HiddenValue } from "./fields/hidden-value";
import { useIssue } from "./issue-context";
import { statusIcon } from "./issue-words";
import styles from "./issue.module.css";

/** I1: what this issue is divided into, and one more by Enter. */
export function SubIssues() {
  const { issue, redacted, unit } = useIssue();
  const [isAdding, setAdding] = useState(false);
  const nodes = issue.subIssues?.nodes ?? [];
  const isSecret = isHidden(redacted, "subIssues");
  const mayAdd = unit?.can.createIssue === true && !isSecret;
  if (nodes.length === 0 && !mayAdd && !isSecret) return null;
  const add = () => {
    setAdding(true);
  };
  const close = () => {
    setAdding(false);
  };
  return (
    <section className={styles["section"]}>
      <div className={styles["sectionHead"]}>
        <h3>{t("issue.subIssues")}</h3>
        {nodes.length > 0 && <Progress nodes={nodes} />}
        {mayAdd && !isAdding && (
          <Button small look="quiet" icon="plus" onClick={add}>
            {t("issue.subIssues.add")}
          </Button>
        )}
      </div>
      {isSecret && <HiddenValue />}
      <ul className={styles["subIssues"]}>
        {nodes.map((node) => (
          <SubIssueRow key={node.id} node={node} />
        ))}
      </ul>
      {isAdding && <AddSubIssue onClose={close} />}
    </section>
  );
}

function Progress({ nodes }: { nodes: readonly SubIssue[] }) {
  const done = nodes.filter(
    ({ status }) => status.category === "RESOLVED" || status.category === "CLOSED",
  ).length;
  return (
    <span className={styles["progress"]}>{t("issue.subIssues.progress", { done, count: nodes.length })}</span>
  );
}

function SubIssueRow({ node }: { node: SubIssue }) {
  const { openIssue } = useIssue();
  return (
    <li className={styles["subIssue"]}>
      <Icon
        name={statusIcon(node.status.category)}
        label={node.status.name}
        className={styles[node.status.category]}
      />
      <a
        href={`/issue/${node.key}`}
        className={styles["subIssueLink"]}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          openIssue(node.key);
        }}
      >
        <span className={styles["subIssueKey"]}>{node.key}</span> {node.title}
      </a>
      {node.assignee && <Avatar name={node.assignee.name} url={node.assignee.avatarUrl} size="small" />}
    </li>
  );
}

/** Stays open for the next one; Escape closes it. */
function AddSubIssue({ onClose }: { onClose: () => void }) {
  const client = useApolloClient();
  const { issue } = useIssue();
  const [title, setTitle] = useState("");
  const create = useAction(async (wanted: string, clientMutationId) => {
    const input = { unit: issue.unit.id, parent: issue.id, title: wanted, clientMutationId };
    await client.mutate({ mutation: CREATE_SUB_ISSUE, variables: { input } });
    setTitle((now) => (now.trim() === wanted ? "" : now));
    await client.query({ query: ISSUE, variables: { key: issue.key }, fetchPolicy: "network-only" });
  });
  return (
    <form
      className={styles["addSubIssue"]}
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() !== "") void create.start(title.trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
        event.preventDefault();
        onClose();
      }}
    >
      <TextField
        autoFocus
        label={t("issue.subIssues.title")}
        labelHidden
        placeholder={t("issue.subIssues.title")}
        hint={t("issue.subIssues.hint")}
        error={create.formError() ?? undefined}
        maxLength={500}
        autoComplete="off"
        value={title}
        onChange={(event) => {
          setTitle(event.target.value);
        }}
      />
    </form>
  );
}
