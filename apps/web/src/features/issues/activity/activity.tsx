import { useId, useState, type KeyboardEvent } from "react";
import { t } from "../../../lib/words/words";
import { isHidden } from "../issue-model";
import { useIssue } from "../issue-context";
import issueStyles from "../issue.module.css";
import styles from "./activity.module.css";
import { CommentForm } from "./comment-form";
import { HiddenValue } from "../fields/hidden-value";
import { Feed, type FeedKind } from "./feed";

const TABS = [
  { kind: "all", words: "activity.all" },
  { kind: "comments", words: "activity.comments" },
  { kind: "changes", words: "activity.changes" },
] as const satisfies readonly { kind: FeedKind; words: string }[];

/** What was said and what was changed (UX.md, section 2). */
export function Activity() {
  const { issue, redacted } = useIssue();
  const [kind, setKind] = useState<FeedKind>("all");
  const id = useId();
  const isSecret = isHidden(redacted, "comments");
  return (
    <section className={issueStyles["section"]}>
      <div className={issueStyles["sectionHead"]}>
        <h3>{t("activity.title")}</h3>
        <Tabs id={id} kind={kind} onPick={setKind} />
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${kind}`} className={styles["panel"]}>
        {isSecret && kind !== "changes" && <HiddenValue />}
        <Feed kind={kind} />
      </div>
      {kind !== "changes" && issue.can.comment && <CommentForm />}
    </section>
  );
}

interface TabsProps {
  readonly id: string;
  readonly kind: FeedKind;
  readonly onPick: (kind: FeedKind) => void;
}

function Tabs({ id, kind, onPick }: TabsProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = TABS.findIndex((tab) => tab.kind === kind);
    const next = TABS[(at + step + TABS.length) % TABS.length] ?? TABS[0];
    onPick(next.kind);
    document.getElementById(`${id}-${next.kind}`)?.focus();
  };
  return (
    <div role="tablist" aria-label={t("activity.title")} className={styles["tabs"]} onKeyDown={onKeyDown}>
      {TABS.map((tab) => (
        <button
          key={tab.kind}
          id={`${id}-${tab.kind}`}
          type="button"
          role="tab"
          aria-selected={tab.kind === kind}
          aria-controls={`${id}-panel`}
          tabIndex={tab.kind === kind ? 0 : -1}
          className={styles["tab"]}
          onClick={() => {
            onPick(tab.kind);
          }}
        >
          {t(tab.words)}
        </button>
      ))}
    </div>
  );
}
