import { answer, answers, connection, hide, type ReadField, type TypeReader } from "./answer.js";
import type { Eyes } from "./eyes.js";
import { InAnyOrder, type Sel } from "./selection.js";
import { canOf } from "./can.js";
import { isInTransit } from "./handoff.js";
import { isBlocked, relationsOf, type ShownRelation } from "./relations.js";
import { categoryOf, isDone } from "./workflow.js";
import { byId, rowOf, rowOrNull, type Comment, type Issue, type Status } from "./world.js";

export const PRIORITIES = ["LOW", "NORMAL", "HIGH", "URGENT"] as const;

/** Exact for figures of up to four decimals. */
export function exactSum(figures: readonly number[]): number {
  return figures.reduce((sum, figure) => sum + Math.round(figure * 10_000), 0) / 10_000;
}

type OfIssue = (eyes: Eyes, issue: Issue, sel: Sel) => unknown;

/** I1: null without any sub-issue that is seen. */
function progress(eyes: Eyes, issue: Issue): number | null {
  const below = eyes.below(issue);
  if (below.length === 0) return null;
  return below.filter((one) => isDone(categoryOf(eyes.world, one))).length / below.length;
}

function totalEstimate(eyes: Eyes, issue: Issue): number | null {
  const figures = [issue, ...eyes.below(issue)]
    .filter((one) => eyes.reads(one, "estimate"))
    .flatMap((one) => one.estimate ?? []);
  return figures.length === 0 ? null : exactSum(figures);
}

function commentsOf(eyes: Eyes, issue: Issue): Comment[] {
  return eyes.world.comments.filter((comment) => comment.issueId === issue.id && eyes.readsComment(comment));
}

const VALUES: Readonly<Record<string, OfIssue>> = {
  id: (_, issue) => issue.id,
  key: (_, issue) => issue.key,
  title: (_, issue) => issue.title,
  status: (eyes, issue, { of }) =>
    answer(eyes, "Status", rowOf(eyes.world.statuses, issue.statusId), of ?? []),
  unit: (eyes, issue, { of }) => answer(eyes, "Unit", rowOf(eyes.world.units, issue.unitId), of ?? []),
  assignee: (eyes, issue, { of }) =>
    answer(eyes, "User", rowOrNull(eyes.world.people, issue.assigneeId), of ?? []),
  author: (eyes, issue, { of }) => answer(eyes, "User", rowOf(eyes.world.people, issue.authorId), of ?? []),
  dueDate: (_, issue) => issue.dueDate,
  createdAt: (_, issue) => issue.createdAt,
  updatedAt: (_, issue) => issue.updatedAt,
  closedAt: (_, issue) => issue.closedAt,
  revision: (_, issue) => issue.revision,
  lastEvent: (_, issue) => issue.lastEvent,
  resolution: (_, issue) => issue.resolution,
  archived: (_, issue) => issue.archived,
  inTransit: (eyes, issue) => isInTransit(eyes.world, issue),
  // The trail, oldest first (H5).
  handoffs: (eyes, issue, { of }) => {
    const trail = eyes.world.handoffs.filter((one) => one.issueId === issue.id);
    return answers(eyes, "Handoff", trail.sort(byId), of ?? []);
  },
  relations: (eyes, issue, { of }) => answers(eyes, "Relation", relationsOf(eyes, issue), of ?? []),
  blocked: (eyes, issue) => isBlocked(eyes, issue),
  description: (_, issue) => issue.description,
  type: (_, issue) => issue.type,
  priority: (_, issue) => PRIORITIES[issue.priority],
  labels: (eyes, issue, { of }) => {
    const labels = issue.labelIds.map((id) => rowOf(eyes.world.labels, id));
    return new InAnyOrder(answers(eyes, "Label", labels, of ?? []));
  },
  startDate: (_, issue) => issue.startDate,
  estimate: (_, issue) => issue.estimate,
  value: (_, issue) => issue.value,
  rank: (_, issue) => issue.rank,
  parent: (eyes, issue, { of }) => answer(eyes, "Issue", eyes.parentOf(issue), of ?? []),
  subIssueCount: (eyes, issue) => eyes.childrenOf(issue).length,
  // L5: what is archived is off lists.
  subIssues: (eyes, issue, { first, of }) => {
    const children = eyes.childrenOf(issue).filter((child) => !child.archived);
    return connection(eyes, "Issue", children.sort(byId), { first }, of ?? []);
  },
  progress,
  totalEstimate,
  // R9: who reads the count alone reads how many public ones there are.
  commentCount: (eyes, issue) =>
    eyes.world.comments.filter(
      (comment) => comment.issueId === issue.id && (!comment.internal || eyes.readsComment(comment)),
    ).length,
  comments: (eyes, issue, { first, of }) =>
    connection(eyes, "Comment", commentsOf(eyes, issue).sort(byId), { first }, of ?? []),
  can: (eyes, issue, { of }) => answer(eyes, "IssueCan", canOf(eyes, issue), of ?? []),
};

/** R11: hidden is null and named. */
const FIELDS: TypeReader = Object.fromEntries(
  Object.entries(VALUES).map(([field, read]): [string, ReadField] => [
    field,
    (eyes, issue: Issue, sel) =>
      eyes.reads(issue, field) ? read(eyes, issue, sel) : hide(eyes, `Issue.${field}`),
  ]),
);

type Can = ReturnType<typeof canOf>;

const CAN: TypeReader = {
  edit: (_, can: Can) => new InAnyOrder(can.edit),
  moveTo: (eyes, can: Can, { of }) => answers(eyes, "Status", can.moveTo satisfies Status[], of ?? []),
  comment: (_, can: Can) => can.comment,
  assign: (_, can: Can) => can.assign,
  take: (_, can: Can) => can.take,
  handOff: (_, can: Can) => can.handOff,
  close: (_, can: Can) => can.close,
  reopen: (_, can: Can) => can.reopen,
  return: (_, can: Can) => can.return,
  cancel: (_, can: Can) => can.cancel,
  merge: (_, can: Can) => can.merge,
  archive: (_, can: Can) => can.archive,
  relate: (_, can: Can) => can.relate,
};

const RELATION: TypeReader = {
  id: (_, relation: ShownRelation) => relation.id,
  type: (_, relation: ShownRelation) => relation.type,
  issue: (eyes, relation: ShownRelation, { of }) => answer(eyes, "Issue", relation.other, of ?? []),
  delayDays: (_, relation: ShownRelation) => relation.delayDays,
};

const COMMENT: TypeReader = {
  id: (_, comment: Comment) => comment.id,
  issue: (eyes, comment: Comment, { of }) => answer(eyes, "Issue", eyes.issue(comment.issueId), of ?? []),
  author: (eyes, comment: Comment, { of }) =>
    answer(eyes, "User", rowOf(eyes.world.people, comment.authorId), of ?? []),
  body: (_, comment: Comment) => comment.body,
  internal: (_, comment: Comment) => comment.internal,
  createdAt: (_, comment: Comment) => comment.createdAt,
  editedAt: (_, comment: Comment) => comment.editedAt,
};

export const ISSUE = {
  Issue: FIELDS,
  IssueCan: CAN,
  Relation: RELATION,
  Comment: COMMENT,
} satisfies Record<string, TypeReader>;
