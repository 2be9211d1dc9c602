import type { IssueFieldsFragment, IssueQuery, UpdateIssueInput } from "../../gql/graphql";

/** An issue with all that its page shows. */
export type Issue = NonNullable<IssueQuery["issue"]>;
export type IssueFields = IssueFieldsFragment;
export type IssueComment = NonNullable<Issue["comments"]>["nodes"][number];
export type SubIssue = NonNullable<Issue["subIssues"]>["nodes"][number];
export type EditableField = keyof UpdateIssueInput;

export function mayEdit(issue: Pick<Issue, "can">, field: string): boolean {
  return issue.can.edit.includes(field);
}

/** R11: whether the last answer hid the field from the viewer; it is then shown as hidden, never as empty. */
export function isHidden(redacted: ReadonlySet<string>, field: string): boolean {
  return redacted.has(`Issue.${field}`);
}

/** What a draft is kept under: the person, the record, the field. */
export function draftKey(viewerId: string, issueId: string, field: string): string {
  return `${viewerId}.${issueId}.${field}`;
}
