import { useApolloClient } from "@apollo/client/react";
import { useMemo, useRef, useState } from "react";
import { formatAgo, formatInstant } from "../../lib/format";
import { t } from "../../lib/words/words";
import { Badge, type BadgeTone } from "../../ui/badge";
import { Button } from "../../ui/button";
import { useIssue } from "../issues/issue-context";
import { useUnits } from "../org/units";
import { acceptRequest, withdrawRequest } from "./request-acts";
import { useAnsweredBeside } from "./answered-beside";
import { namesFor } from "./request-names";
import { RefuseRequestForm } from "./refuse-request-form";
import { wishWords } from "./request-words";
import styles from "./requests.module.css";
import type { Request } from "./wish";

const DAY_MS = 86_400_000;
/** A refusal is shown to who asked for as long; afterwards the history tells it. */
const REFUSED_FOR_DAYS = 7;

/** What waits, and what was refused to the viewer a short while ago. */
function isShown({ state, askedBy, decidedAt }: Request, viewerId: string, now: number): boolean {
  if (state === "PENDING") return true;
  const isFresh = decidedAt !== null && now - Date.parse(decidedAt) < REFUSED_FOR_DAYS * DAY_MS;
  return state === "REFUSED" && askedBy.id === viewerId && isFresh;
}

/** H6: what was asked about the open issue, as far as the viewer sees it. */
export function RequestList() {
  const { issue, viewerId } = useIssue();
  const beside = useAnsweredBeside();
  const now = new Date().getTime();
  const shown = issue.requests.filter((request) => request.id !== beside && isShown(request, viewerId, now));
  if (shown.length === 0) return null;
  return (
    <section aria-label={t("request.list")} className={styles["requests"]}>
      <ul>
        {shown.map((request) => (
          <li key={request.id} className={styles["request"]} data-state={request.state}>
            <RequestRow request={request} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const TONES = {
  PENDING: "accent",
  ACCEPTED: "ok",
  REFUSED: "bad",
  WITHDRAWN: "plain",
  OBSOLETE: "plain",
} as const satisfies Record<Request["state"], BadgeTone>;

const STATES = {
  PENDING: "request.state.PENDING",
  ACCEPTED: "request.state.ACCEPTED",
  REFUSED: "request.state.REFUSED",
  WITHDRAWN: "request.state.WITHDRAWN",
  OBSOLETE: "request.state.OBSOLETE",
} as const satisfies Record<Request["state"], string>;

function RequestRow({ request }: { request: Request }) {
  const { viewerId, unit } = useIssue();
  const units = useUnits();
  const names = useMemo(() => namesFor(units, unit?.labels ?? []), [units, unit]);
  const { askedBy, askedAt, comment, state, reason, decidedBy } = request;
  const isOwn = askedBy.id === viewerId;
  return (
    <>
      <p className={styles["line"]}>
        <span className={styles["who"]}>
          {isOwn ? t("request.own") : t("request.by", { name: askedBy.name })}
        </span>
        {wishWords(request, names).map((words) => (
          <span key={words} className={styles["wish"]}>
            {words}
          </span>
        ))}
        <Badge tone={TONES[state]}>{t(STATES[state])}</Badge>
        <time dateTime={askedAt} title={formatInstant(askedAt)} className={styles["when"]}>
          {formatAgo(askedAt, new Date())}
        </time>
      </p>
      {comment !== null && <q className={styles["said"]}>{comment}</q>}
      {state === "REFUSED" && reason !== null && (
        <p className={styles["refused"]}>
          {t("request.refusedBy", { name: decidedBy?.name ?? "" })} <q>{reason}</q>
        </p>
      )}
      <Answers request={request} />
    </>
  );
}

/** H6: whoever asked takes it back; a head does it or says no. */
function Answers({ request }: { request: Request }) {
  const { issue } = useIssue();
  const client = useApolloClient();
  return (
    <>
      {request.canDecide && <Decision request={request} />}
      {request.canWithdraw && (
        <div className={styles["answers"]}>
          <Button small icon="undo" onClick={() => void withdrawRequest(client, issue, request)}>
            {t("request.withdraw")}
          </Button>
        </div>
      )}
    </>
  );
}

function Decision({ request }: { request: Request }) {
  const { issue } = useIssue();
  const client = useApolloClient();
  const refuse = useRef<HTMLButtonElement>(null);
  const [isRefusing, setRefusing] = useState(false);
  const onClose = () => {
    setRefusing(false);
    refuse.current?.focus();
  };
  return (
    <div className={styles["answers"]}>
      <Button small icon="check" onClick={() => void acceptRequest(client, issue, request)}>
        {t("request.accept")}
      </Button>
      <Button
        ref={refuse}
        small
        icon="undo"
        aria-expanded={isRefusing}
        onClick={() => {
          setRefusing(true);
        }}
      >
        {t("request.refuse")}
      </Button>
      {isRefusing && <RefuseRequestForm issue={issue} request={request} onClose={onClose} />}
    </div>
  );
}
