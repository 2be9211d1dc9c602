import { useEffect, useMemo, useRef, useState, type RefObject } from "react";
import { t } from "../../../lib/words/words";
import { IconButton } from "../../../ui/button";
import type { IconName } from "../../../ui/icon";
import { Menu, type MenuAction, type MenuEntry } from "../../../ui/menu";
import { useDomainViewer } from "../../org/domain-viewer";
import { useAllUnits } from "../../org/units";
import { useIssue } from "../issue-context";
import { PickIssue, type FoundIssue } from "../pick-issue";
import { EndingDialog, MergeDialog } from "./ending-dialogs";
import { endingDenials, type Ending } from "./endings";
import { useCloseNow } from "./use-ending";

const LOOKS = {
  close: { icon: "status-closed", words: "ending.close" },
  return: { icon: "undo", words: "ending.returnTo" },
  reopen: { icon: "undo", words: "ending.reopenTo" },
  cancel: { icon: "close", words: "ending.cancelTo" },
  merge: { icon: "copy", words: "ending.mergeTo" },
  archive: { icon: "archive", words: "ending.archiveTo" },
} as const satisfies Record<Ending, { icon: IconName; words: string }>;

/** R12: why not, by the domain's own rules, before the attempt. */
function useDenials() {
  const { issue } = useIssue();
  const viewer = useDomainViewer();
  const unit = useAllUnits().find(({ id }) => id === issue.unit.id);
  return useMemo(() => endingDenials(issue, viewer, unit), [issue, viewer, unit]);
}

function entriesOf(isClosed: boolean, entry: (ending: Ending) => MenuAction): MenuEntry[] {
  const line = { kind: "separator", id: "line" } as const;
  if (isClosed) return [entry("reopen"), line, entry("archive")];
  return [entry("close"), entry("return"), line, entry("cancel"), entry("merge"), entry("archive")];
}

/** L2, L5: how the issue ends, or comes back. What cannot be done says why. */
export function IssueActions() {
  const { issue } = useIssue();
  const denials = useDenials();
  const closeNow = useCloseNow();
  const anchor = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState<OpenEnding | null>(null);
  const label = t("ending.menu", { key: issue.key });
  const entry = (ending: Ending): MenuAction => ({
    id: ending,
    icon: LOOKS[ending].icon,
    label: t(LOOKS[ending].words),
    denied: denials[ending],
    onSelect: () => {
      if (ending === "close") void closeNow();
      else setOpen(ending);
    },
  });
  return (
    <span ref={anchor}>
      <Menu
        label={label}
        entries={entriesOf(issue.status.category === "CLOSED", entry)}
        align="end"
        trigger={(props) => <IconButton {...props} small icon="more" label={label} />}
      />
      {open && (
        <OpenForm
          ending={open}
          anchor={anchor}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </span>
  );
}

type OpenEnding = Exclude<Ending, "close">;

interface OpenFormProps {
  readonly ending: OpenEnding;
  readonly anchor: RefObject<Element | null>;
  readonly onClose: () => void;
}

function OpenForm({ ending, anchor, onClose }: OpenFormProps) {
  if (ending === "merge") return <Merge anchor={anchor} onClose={onClose} />;
  return <EndingDialog ending={ending} onClose={onClose} />;
}

/** L5: into which one; then what is lost by it is said. */
function Merge({ anchor, onClose }: Omit<OpenFormProps, "ending">) {
  const { issue } = useIssue();
  const [step, setStep] = useState<"pick" | "picked" | FoundIssue>("pick");
  // The picker closes before it tells what was picked, or it closes with nothing: then this is over.
  useEffect(() => {
    if (step !== "picked") return undefined;
    const timer = setTimeout(onClose);
    return () => {
      clearTimeout(timer);
    };
  }, [step, onClose]);
  if (typeof step === "object") return <MergeDialog into={step} onClose={onClose} />;
  if (step === "picked") return null;
  return (
    <PickIssue
      label={t("ending.mergeInto", { key: issue.key })}
      placeholder={t("ending.mergeSearch")}
      empty={t("ending.mergeNone")}
      anchor={anchor}
      exceptId={issue.id}
      onPick={setStep}
      onClose={() => {
        setStep("picked");
      }}
    />
  );
}
