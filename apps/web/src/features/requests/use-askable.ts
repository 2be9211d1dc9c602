import { useMemo } from "react";
import { useIssue } from "../issues/issue-context";
import { isHidden } from "../issues/issue-model";
import { useDomainViewer } from "../org/domain-viewer";
import { askableKinds, type Askable } from "./ask-model";

const NOTHING: Askable = new Map();

/** What the viewer can ask the heads of the open issue for. */
export function useAskable(): Askable {
  const { issue, redacted, unit } = useIssue();
  const viewer = useDomainViewer();
  return useMemo(() => {
    if (!viewer || !unit) return NOTHING;
    return askableKinds(issue, unit.statuses, viewer, (field) => isHidden(redacted, field));
  }, [issue, redacted, unit, viewer]);
}
