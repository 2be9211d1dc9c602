import { createContext, use } from "react";
import type { IssueUnitQuery } from "../../gql/graphql";
import type { IssueEdits } from "./issue-edits";
import type { Issue } from "./issue-model";

export type IssueUnit = NonNullable<IssueUnitQuery["unit"]>;

export interface IssueContextValue {
  readonly issue: Issue;
  readonly edits: IssueEdits;
  /** Fields that are hidden from the viewer (R11), as `Issue.estimate`. */
  readonly redacted: ReadonlySet<string>;
  /** Statuses, labels and people of the issue's unit; null until they are known. */
  readonly unit: IssueUnit | null;
  readonly viewerId: string;
  /** Opens another issue where this one is shown. */
  readonly openIssue: (key: string) => void;
}

const IssueContext = createContext<IssueContextValue | null>(null);
export const IssueProvider = IssueContext.Provider;

export function useIssue(): IssueContextValue {
  const issue = use(IssueContext);
  if (!issue) throw new Error("This belongs inside an issue");
  return issue;
}
