import { useEffect, useRef, useState, type RefObject } from "react";
import { wordsOf } from "../../lib/refusals";
import { t } from "../../lib/words/words";
import { Button } from "../../ui/button";
import { isForPage, letterOf } from "../../ui/page-keys";
import { useIssue } from "../issues/issue-context";
import { handOffDenial } from "./handoff-denial";
import { tellRefused } from "./handoff-acts";
import { HandoffPopover } from "./handoff-popover";

/** `H` is for this issue where the focus is in it, or nowhere. Cards have the key for themselves. */
function useHandOffKey(button: RefObject<HTMLElement | null>, handOff: () => void): void {
  const latest = useRef(handOff);
  useEffect(() => {
    latest.current = handOff;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isForPage(event) || letterOf(event) !== "h") return;
      const { target } = event;
      const isHere = button.current?.closest("article")?.contains(target instanceof Node ? target : null);
      if (target !== document.body && isHere !== true) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
    };
  }, [button]);
}

/** Begins a hand-off of the open issue; what stands in the way is said before the attempt (R12). */
export function HandoffAction() {
  const { issue } = useIssue();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const denial = handOffDenial(issue);
  const denied = denial === null ? undefined : wordsOf(denial);
  useHandOffKey(button, () => {
    if (denied === undefined) setOpen(true);
    else tellRefused(t("handoff.denied", { key: issue.key, reason: denied }));
  });
  // The trail below says the rest (H3).
  const isHidden = issue.inTransit;
  return (
    <>
      <Button
        ref={button}
        hidden={isHidden}
        small
        icon="handoff"
        denied={denied}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-keyshortcuts="H"
        onClick={() => {
          setOpen(true);
        }}
      >
        {t("handoff.start")}
      </Button>
      {isOpen && (
        <HandoffPopover
          issue={issue}
          anchor={button}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}
