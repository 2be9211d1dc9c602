import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { newClientMutationId } from "../../../lib/client-id";
import { wordsOf, wordsOfError } from "../../../lib/refusals";
import { t } from "../../../lib/words/words";
import { announce } from "../../../ui/announcer";
import { Button, IconButton } from "../../../ui/button";
import { Icon } from "../../../ui/icon";
import { showToast } from "../../../ui/toast-store";
import { HiddenValue } from "../fields/hidden-value";
import { useIssue } from "../issue-context";
import { isHidden, type Issue } from "../issue-model";
import { statusIcon } from "../issue-words";
import issueStyles from "../issue.module.css";
import { retell } from "../closing/use-ending";
import { AddRelation } from "./add-relation";
import { UNRELATE_ISSUES } from "./relation.graphql";
import { RELATION_WORDS } from "./relation-words";
import styles from "./relations.module.css";

export type Relation = NonNullable<Issue["relations"]>[number];

/** Why the viewer cannot relate the issue to another one (I2, R12); undefined where they can. */
function denialOf(issue: Issue): string | undefined {
  if (issue.can.relate) return undefined;
  if (issue.archived) return wordsOf("issue.archived");
  return wordsOf(issue.inTransit && issue.can.assign ? "issue.inTransit" : "relation.managersOnly");
}

/** I2: what it blocks, follows or doubles, as it reads from here; what its reader cannot see is not there (R11). */
export function Relations() {
  const { issue, redacted } = useIssue();
  const [isAdding, setAdding] = useState(false);
  const isSecret = isHidden(redacted, "relations");
  const relations = issue.relations ?? [];
  const denied = denialOf(issue);
  const add = () => {
    setAdding(true);
  };
  const close = () => {
    setAdding(false);
  };
  if (relations.length === 0 && denied !== undefined && !isSecret) return null;
  return (
    <section className={issueStyles["section"]} aria-label={t("relation.title")}>
      <div className={issueStyles["sectionHead"]}>
        <h3>{t("relation.title")}</h3>
        {issue.blocked === true && <BlockedMark />}
        {!isSecret && (
          <Button small look="quiet" icon="plus" denied={denied} onClick={add}>
            {t("relation.add")}
          </Button>
        )}
      </div>
      {isSecret && <HiddenValue />}
      <ul className={issueStyles["subIssues"]}>
        {relations.map((relation) => (
          <RelationRow key={relation.id} relation={relation} denied={denied} />
        ))}
      </ul>
      {isAdding && <AddRelation onClose={close} />}
    </section>
  );
}

/** A sign and a word: colour alone says nothing. */
function BlockedMark() {
  return (
    <span className={styles["blocked"]} title={t("relation.blockedHint")}>
      <Icon name="blocked" />
      {t("relation.blocked")}
    </span>
  );
}

function useRemove(relation: Relation) {
  const client = useApolloClient();
  const { issue } = useIssue();
  return async () => {
    const shown = { ...issue, relations: (issue.relations ?? []).filter(({ id }) => id !== relation.id) };
    try {
      await client.mutate({
        mutation: UNRELATE_ISSUES,
        variables: { relation: relation.id, mutationKey: newClientMutationId() },
        optimisticResponse: { unrelateIssues: shown },
      });
      const keys = { key: issue.key, other: relation.issue.key };
      showToast(t("relation.removed", keys), { tone: "ok" });
      retell(client);
    } catch (error) {
      const text = wordsOfError(error);
      announce(text, "assertive");
      showToast(text, { tone: "bad" });
    }
  };
}

function RelationRow({ relation, denied }: { relation: Relation; denied: string | undefined }) {
  const { openIssue } = useIssue();
  const remove = useRemove(relation);
  const { type, delayDays, issue: other } = relation;
  return (
    <li className={issueStyles["subIssue"]}>
      <span className={styles["type"]}>{t(RELATION_WORDS[type])}</span>
      <Icon
        name={statusIcon(other.status.category)}
        label={other.status.name}
        className={issueStyles[other.status.category]}
      />
      <a
        href={`/issue/${other.key}`}
        className={issueStyles["subIssueLink"]}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          openIssue(other.key);
        }}
      >
        <span className={issueStyles["subIssueKey"]}>{other.key}</span> {other.title}
      </a>
      {delayDays !== null && delayDays > 0 && (
        <span className={styles["delay"]}>{t("relation.delayed", { days: delayDays })}</span>
      )}
      <IconButton
        small
        icon="close"
        label={t("relation.remove", { key: other.key })}
        denied={denied}
        onClick={() => void remove()}
      />
    </li>
  );
}
