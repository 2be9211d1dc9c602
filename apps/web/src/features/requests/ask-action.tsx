import { useRef, useState } from "react";
import { wordsOf } from "../../lib/refusals";
import { t } from "../../lib/words/words";
import { Button } from "../../ui/button";
import { MenuPopover } from "../../ui/menu";
import { useIssue } from "../issues/issue-context";
import type { AskKind } from "./ask-model";
import { AskPopover } from "./ask-popover";
import { kindWords } from "./request-words";
import { useAskable } from "./use-askable";

/** H6: asks the heads of the open issue for whatever the viewer may not do: hand it off, cancel it, move it, change it. */
export function AskAction() {
  const { issue } = useIssue();
  const askable = useAskable();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState<AskKind | "menu" | null>(null);
  if (askable.size === 0) return null;
  const close = () => {
    setOpen(null);
  };
  const refusal = open === null || open === "menu" ? undefined : askable.get(open);
  return (
    <>
      <Button
        ref={button}
        small
        icon="request"
        aria-haspopup="menu"
        aria-expanded={open !== null}
        onClick={() => {
          setOpen("menu");
        }}
      >
        {t("request.ask")}
      </Button>
      {open === "menu" && (
        <Kinds kinds={[...askable.keys()]} anchor={button} onPick={setOpen} onClose={close} />
      )}
      {open !== null && open !== "menu" && refusal && (
        <AskPopover
          subject={issue}
          kind={open}
          reason={wordsOf(refusal.message, refusal.params)}
          anchor={button}
          onClose={close}
        />
      )}
    </>
  );
}

interface KindsProps {
  readonly kinds: readonly AskKind[];
  readonly anchor: React.RefObject<Element | null>;
  readonly onPick: (kind: AskKind) => void;
  readonly onClose: () => void;
}

const WHOLE: ReadonlySet<AskKind> = new Set<AskKind>(["handOff", "cancel", "status"]);

function Kinds({ kinds, anchor, onPick, onClose }: KindsProps) {
  const entry = (kind: AskKind) => ({
    id: kind,
    label: kindWords(kind),
    onSelect: () => {
      onPick(kind);
    },
  });
  const whole = kinds.filter((kind) => WHOLE.has(kind)).map(entry);
  const fields = kinds.filter((kind) => !WHOLE.has(kind)).map(entry);
  const line = whole.length > 0 && fields.length > 0 ? [{ kind: "separator", id: "line" } as const] : [];
  return (
    <MenuPopover
      label={t("request.ask.what")}
      entries={[...whole, ...line, ...fields]}
      anchor={anchor}
      onClose={onClose}
    />
  );
}
