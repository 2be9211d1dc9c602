import { useApolloClient } from "@apollo/client/react";
import { useMemo, useRef, useState } from "react";
import { formatSpan } from "../../../lib/format";
import { useIssueParam } from "../../../lib/navigation";
import type { Refused } from "../../../lib/refusals";
import { t } from "../../../lib/words/words";
import { Button } from "../../../ui/button";
import { IssueView } from "../../issues/issue-view";
import { useUnits } from "../../org/units";
import { AnsweredBesideProvider } from "../../requests/answered-beside";
import { RefuseRequestForm, hasRefusalDraft } from "../../requests/refuse-request-form";
import { acceptRequest } from "../../requests/request-acts";
import { namesFor } from "../../requests/request-names";
import { wishedText, wishWords } from "../../requests/request-words";
import { noteAnswered, noteUnanswered } from "../steps/answered-steps";
import styles from "../steps/step-answer.module.css";
import { useAnswerKeys } from "../steps/use-answer-keys";
import { waitingIdOf } from "./waiting-id";
import type { InboxRequest } from "./waiting-requests";

/** One request in full: what is asked and the answers, and below them the issue as it is. */
export function RequestPane({ request }: { request: InboxRequest }) {
  const { open } = useIssueParam();
  return (
    <AnsweredBesideProvider value={request.id}>
      <RequestAnswer request={request} />
      <IssueView issueKey={request.issue.key} openIssue={open} />
    </AnsweredBesideProvider>
  );
}

/** Somebody has answered it meanwhile, or it is out of sight: it waits no more. */
function isOver(refused: Refused): boolean {
  return refused.code === "NOT_FOUND" || refused.message?.key === "request.decided";
}

/** The row goes at once; it comes back where the answer was refused and the request still waits. */
function decidingOf(request: InboxRequest) {
  const id = waitingIdOf(request);
  return {
    onSent: () => {
      noteAnswered(id);
    },
    onRefused: (refused: Refused) => {
      if (!isOver(refused)) noteUnanswered(id);
    },
  };
}

/** H6: `Y` does it in the viewer's name; `R`, text, Ctrl+Enter says no. */
function RequestAnswer({ request }: { request: InboxRequest }) {
  const client = useApolloClient();
  const refuse = useRef<HTMLButtonElement>(null);
  const [isRefusing, setRefusing] = useState(() => hasRefusalDraft(request));
  const { issue } = request;
  const deciding = decidingOf(request);
  const onAccept = () => void acceptRequest(client, issue, request, deciding);
  const onRefuse = () => {
    setRefusing(true);
  };
  const onClose = () => {
    setRefusing(false);
    refuse.current?.focus();
  };
  useAnswerKeys({ y: onAccept, r: onRefuse });
  return (
    <div className={styles["answer"]}>
      <Asked request={request} />
      <div className={styles["buttons"]}>
        <Button
          look={isRefusing ? "secondary" : "primary"}
          icon="check"
          aria-keyshortcuts="Y"
          onClick={onAccept}
        >
          {t("inbox.accept")}
        </Button>
        <Button ref={refuse} icon="undo" aria-keyshortcuts="R" aria-expanded={isRefusing} onClick={onRefuse}>
          {t("inbox.refuse")}
        </Button>
      </div>
      {isRefusing && (
        <RefuseRequestForm issue={issue} request={request} deciding={deciding} onClose={onClose} />
      )}
    </div>
  );
}

function Asked({ request }: { request: InboxRequest }) {
  const { askedBy, askedAt, comment, issue } = request;
  const units = useUnits();
  const names = useMemo(() => namesFor(units, issue.unit.labels ?? []), [units, issue]);
  const span = formatSpan(new Date().getTime() - Date.parse(askedAt));
  const text = wishedText(request);
  return (
    <div className={styles["asked"]}>
      <p>{t("request.inbox.asks", { name: askedBy.name, wish: wishWords(request, names).join(" · ") })}</p>
      <p className={styles["waits"]}>{t("request.inbox.waits", { unit: issue.unit.name, span })}</p>
      {text !== null && <blockquote className={styles["text"]}>{text}</blockquote>}
      {comment !== null && <q className={styles["text"]}>{comment}</q>}
    </div>
  );
}
