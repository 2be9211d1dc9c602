import { skipToken, useQuery } from "@apollo/client/react";
import { useState, type RefObject } from "react";
import type { FindIssuesQuery } from "../../gql/graphql";
import { PickerPopover } from "../../ui/picker";
import { FIND_ISSUES } from "./issue.graphql";

export type FoundIssue = FindIssuesQuery["issues"]["nodes"][number];

interface PickIssueProps {
  readonly label: string;
  readonly placeholder: string;
  readonly empty: string;
  readonly anchor: RefObject<Element | null>;
  /** Not to be offered: the issue itself. */
  readonly exceptId: string;
  readonly onPick: (issue: FoundIssue) => void;
  readonly onClose: () => void;
}

/** Any issue that the viewer sees, by its key or by words of its title. */
export function PickIssue({ exceptId, onPick, ...picker }: PickIssueProps) {
  const [query, setQuery] = useState("");
  const text = query.trim();
  const byText = { or: [{ key: { startsWith: text.toUpperCase() } }, { text }] };
  // A single letter would match nearly everything.
  const isReady = text.length !== 1;
  const { data } = useQuery(
    FIND_ISSUES,
    isReady ? { variables: { filter: text === "" ? {} : byText } } : skipToken,
  );
  const found = data?.issues.nodes.filter(({ id }) => id !== exceptId);
  return (
    <PickerPopover
      {...picker}
      options={found?.map(({ id, key, title }) => ({ id, label: key, text: title })) ?? null}
      onQuery={setQuery}
      onPick={(option) => {
        const issue = found?.find(({ id }) => id === option.id);
        if (issue) onPick(issue);
      }}
    />
  );
}
