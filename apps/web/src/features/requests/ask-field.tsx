import { useRef, useState } from "react";
import { wordsOf } from "../../lib/refusals";
import { t } from "../../lib/words/words";
import { IconButton } from "../../ui/button";
import { useIssue } from "../issues/issue-context";
import type { NamedField } from "../issues/issue-words";
import { ASKED_FIELDS, type AskKind } from "./ask-model";
import { AskPopover } from "./ask-popover";
import { kindWords } from "./request-words";
import styles from "./requests.module.css";
import { useAskable } from "./use-askable";

const KINDS: readonly string[] = [...ASKED_FIELDS, "status", "assignee"] satisfies AskKind[];

function isKind(field: NamedField): field is NamedField & AskKind {
  return KINDS.includes(field);
}

/** H6: beside a value that the viewer may not write: why, and who could be asked. */
export function AskField({ field }: { field: NamedField }) {
  const { issue } = useIssue();
  const askable = useAskable();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const refusal = isKind(field) ? askable.get(field) : undefined;
  if (!refusal || !isKind(field)) return null;
  const reason = wordsOf(refusal.message, refusal.params);
  return (
    <dd className={styles["beside"]}>
      <IconButton
        ref={button}
        small
        icon="request"
        label={t("request.ask.field", { field: kindWords(field) })}
        title={t("request.ask.whyNobody", { reason })}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(true);
        }}
      />
      {isOpen && (
        <AskPopover
          subject={issue}
          kind={field}
          reason={reason}
          anchor={button}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </dd>
  );
}
