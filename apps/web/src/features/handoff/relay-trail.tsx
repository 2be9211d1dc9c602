import { useApolloClient } from "@apollo/client/react";
import { formatAgo, formatInstant } from "../../lib/format";
import { t } from "../../lib/words/words";
import { Badge, type BadgeTone } from "../../ui/badge";
import { Button } from "../../ui/button";
import { useIssue } from "../issues/issue-context";
import { withdrawHandoff } from "./handoff-acts";
import type { Handoff } from "./handoff-model";
import { PassageSteps } from "./passage-steps";
import styles from "./trail.module.css";

/** H5: the passages of the open issue: the last one in full, the earlier ones folded away. */
export function RelayTrail() {
  const { issue } = useIssue();
  const last = issue.handoffs.at(-1);
  if (!last) return null;
  const earlier = issue.handoffs.slice(0, -1).toReversed();
  return (
    <section aria-label={t("handoff.trail")} className={styles["trail"]}>
      <Passage handoff={last} isOpen={last.state === "PENDING"} />
      {earlier.length > 0 && (
        <details className={styles["earlier"]}>
          <summary>{t("handoff.trail.earlier", { count: earlier.length })}</summary>
          {earlier.map((handoff) => (
            <Passage key={handoff.id} handoff={handoff} isOpen />
          ))}
        </details>
      )}
    </section>
  );
}

const STATE_TONES = {
  PENDING: "accent",
  ACCEPTED: "ok",
  REFUSED: "bad",
  WITHDRAWN: "plain",
} as const satisfies Record<Handoff["state"], BadgeTone>;

const STATE_WORDS = {
  PENDING: "handoff.state.PENDING",
  ACCEPTED: "handoff.state.ACCEPTED",
  REFUSED: "handoff.state.REFUSED",
  WITHDRAWN: "handoff.state.WITHDRAWN",
} as const;

/** One passage: from, to, what became of it; and step by step. @param isOpen whether the steps show without a click */
function Passage({ handoff, isOpen }: { handoff: Handoff; isOpen: boolean }) {
  const { from, to, state } = handoff;
  return (
    <details open={isOpen} className={styles["passage"]} data-state={state}>
      <summary className={styles["head"]}>
        <span className={styles["way"]}>{t("handoff.row", { from: from.name, to: to.name })}</span>
        <Badge tone={STATE_TONES[state]}>{t(STATE_WORDS[state])}</Badge>
        <Moment iso={handoff.endedAt ?? handoff.startedAt} />
      </summary>
      <PassageSteps handoff={handoff} />
      {state === "PENDING" && (
        <div className={styles["foot"]}>
          <p className={styles["frozen"]}>{t("handoff.trail.frozen")}</p>
          {handoff.canWithdraw && <Withdraw handoff={handoff} />}
        </div>
      )}
    </details>
  );
}

function Moment({ iso }: { iso: string }) {
  return (
    <time dateTime={iso} title={formatInstant(iso)} className={styles["when"]}>
      {formatAgo(iso, new Date())}
    </time>
  );
}

/** H2: by the initiator or their head, while it is pending. */
function Withdraw({ handoff }: { handoff: Handoff }) {
  const { issue } = useIssue();
  const client = useApolloClient();
  return (
    <Button small icon="undo" onClick={() => void withdrawHandoff(client, issue, handoff)}>
      {t("handoff.withdraw")}
    </Button>
  );
}
