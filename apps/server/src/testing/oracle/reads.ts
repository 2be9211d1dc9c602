import {
  answered,
  askAndJudge,
  noId,
  refused,
  someIssue,
  type Operation,
  type Setting,
} from "./operation.js";
import { randomFilter, randomOrders } from "./random-filter.js";
import { HANDOFF_READS } from "./reads-handoff.js";
import { RIGHTS_READS } from "./reads-rights.js";
import { STATS_READS } from "./reads-stats.js";
import { STREAM_READS } from "./reads-streams.js";
import { answer, answers, connection } from "./rules/answer.js";
import { readableLog } from "./rules/log.js";
import { found, mayAsk, ordered, type Filter } from "./rules/list.js";
import { downFrom } from "./rules/hats.js";
import { fold } from "./rules/search.js";
import { InAnyOrder, printSelection } from "./rules/selection.js";
import { rowOf } from "./rules/world.js";
import type { Asked } from "./trial.js";

const readIssue: Operation = async (setting) => {
  const { dice, selections } = setting;
  const selection = selections.issue(3);
  const issue = dice.chance(0.95) ? someIssue(setting) : null;
  const byKey = dice.chance(0.3);
  const wanted = byKey ? (issue?.key ?? "ZZ-1") : (issue?.id ?? noId(dice));
  const [name, type] = byKey ? ["key", "String"] : ["id", "ID"];
  const document = `query($wanted: ${type}) { issue(${name}: $wanted) ${printSelection(selection)} }`;
  await askAndJudge(setting, document, { wanted }, (eyes) => {
    const data = { issue: answer(eyes, "Issue", eyes.issue(issue?.id), selection) };
    return answered(eyes, data);
  });
};

function endCursor({ answer: { data } }: Asked, field: string): string | null {
  const page = data?.[field] as { pageInfo: { hasNextPage: boolean; endCursor: string | null } } | undefined;
  return page?.pageInfo.hasNextPage === true ? page.pageInfo.endCursor : null;
}

const PAGE_INFO = { field: "pageInfo", of: [{ field: "hasNextPage" }, { field: "endCursor" }] };

/** A list, page by page to its end. */
const listIssues: Operation = async (setting) => {
  const { dice, selections } = setting;
  const filter = dice.chance(0.9) ? randomFilter(setting, 3) : null;
  const orders = randomOrders(setting, filter);
  const first = dice.pick([1, 3, 10, 40, 100]);
  const page = selections.page(selections.issue(first > 10 ? 1 : 2));
  const selection = [...page.filter(({ field }) => field !== "pageInfo"), PAGE_INFO];
  const document = `query($filter: IssueFilter, $orderBy: [IssueOrder!], $first: Int, $after: String) {
    issues(filter: $filter, orderBy: $orderBy, first: $first, after: $after) ${printSelection(selection)} }`;
  let after: string | null = null;
  for (let offset = 0; offset === 0 || after !== null; offset += first) {
    if (offset > 4 * first && first < 10) return;
    const variables: Record<string, unknown> = { filter, orderBy: orders, first, after };
    const at = offset;
    const asked = await askAndJudge(setting, document, variables, (eyes) => {
      if (!mayAsk(eyes, filter, orders)) return refused("FORBIDDEN");
      const all = ordered(eyes, found(eyes, filter), orders, filter);
      const data = { issues: connection(eyes, "Issue", all, { first, offset: at }, selection) };
      return answered(eyes, data);
    });
    after = endCursor(asked, "issues");
  }
};

/** L2: the boss's queue: what is resolved, the longest untouched first. */
const readQueue: Operation = async (setting) => {
  const { dice, selections } = setting;
  const filter = dice.chance(0.4) ? randomFilter(setting, 1) : null;
  const wished = dice.chance(0.3) ? randomOrders(setting, filter) : [];
  const orders = wished.length > 0 ? wished : ([{ by: "UPDATED_AT", direction: "ASC" }] as const);
  const selection = selections.page(selections.issue(1));
  const document = `query($filter: IssueFilter, $orderBy: [IssueOrder!]) {
    awaitingClosure(filter: $filter, orderBy: $orderBy) ${printSelection(selection)} }`;
  await askAndJudge(setting, document, { filter, orderBy: wished }, (eyes) => {
    if (!eyes.isBoss || !mayAsk(eyes, filter, orders)) return refused("FORBIDDEN");
    const resolved: Filter = { and: [{ category: ["RESOLVED"] }, ...(filter ? [filter] : [])] };
    const all = ordered(eyes, found(eyes, resolved), orders, filter);
    return answered(eyes, { awaitingClosure: connection(eyes, "Issue", all, {}, selection) });
  });
};

const countIssues: Operation = async (setting) => {
  const filter = randomFilter(setting, 4);
  const document = "query($filter: IssueFilter) { issues(filter: $filter) { totalCount } }";
  await askAndJudge(setting, document, { filter }, (eyes) =>
    mayAsk(eyes, filter, [])
      ? answered(eyes, { issues: { totalCount: found(eyes, filter).length } })
      : refused("FORBIDDEN"),
  );
};

const readBoard: Operation = async (setting) => {
  const { dice, selections, trial } = setting;
  const unit = dice.chance(0.95) ? dice.pick(trial.world.units).id : noId(dice);
  const under = dice.chance(0.4);
  const filter: Filter | null = dice.chance(0.4) ? randomFilter(setting, 2) : null;
  const closedDays = dice.pick([0, 14, 14, 400]);
  const selection = selections.board(2);
  const document = `query($unit: ID!, $under: Boolean, $filter: IssueFilter, $closedDays: Int) {
    board(unit: $unit, under: $under, filter: $filter, closedDays: $closedDays) ${printSelection(selection)} }`;
  await askAndJudge(setting, document, { unit, under, filter, closedDays }, (eyes) => {
    if (!eyes.world.units.some(({ id }) => id === unit)) return refused("NOT_FOUND");
    if (!mayAsk(eyes, filter, [])) return refused("FORBIDDEN");
    const board = { unitId: unit, under, filter, closedDays, now: Date.now() };
    return answered(eyes, { board: answer(eyes, "Board", board, selection) });
  });
};

/** The log of an issue, of a person or of the whole company, page by page. */
const readLog: Operation = async (setting) => {
  const { dice, selections, trial } = setting;
  const issue = dice.chance(0.7) ? someIssue(setting).id : null;
  const actor = dice.chance(0.3) ? dice.pick(trial.world.people).id : null;
  const page = selections.page(selections.event(1)).filter(({ field }) => field !== "pageInfo");
  const selection = [...page, PAGE_INFO];
  const first = dice.pick([2, 10, 100]);
  const document = `query($issue: ID, $actor: ID, $first: Int, $after: String) {
    events(issue: $issue, actor: $actor, first: $first, after: $after) ${printSelection(selection)} }`;
  let after: string | null = null;
  for (let turn = 0; turn === 0 || (after !== null && turn < 3); turn++) {
    const variables: Record<string, unknown> = { issue, actor, first, after };
    const offset = turn * first;
    const asked = await askAndJudge(setting, document, variables, (eyes) => {
      const all = readableLog(eyes, { issue, actor });
      return answered(eyes, { events: connection(eyes, "Event", all, { first, offset }, selection) });
    });
    after = endCursor(asked, "events");
  }
};

const readUnit: Operation = async (setting) => {
  const { dice, selections, trial } = setting;
  const selection = selections.unit(3);
  const unit = dice.pick(trial.world.units);
  const document = `query($id: ID) { unit(id: $id) ${printSelection(selection)} }`;
  await askAndJudge(setting, document, { id: unit.id }, (eyes) =>
    answered(eyes, { unit: answer(eyes, "Unit", rowOf(eyes.world.units, unit.id), selection) }),
  );
};

const readUnits: Operation = async (setting) => {
  const { dice, selections, trial } = setting;
  const selection = selections.unit(1);
  const under = dice.chance(0.5) ? dice.pick(trial.world.units).id : null;
  const document = `query($under: ID) { units(under: $under) ${printSelection(selection)} }`;
  await askAndJudge(setting, document, { under }, (eyes) => {
    const units = under === null ? eyes.world.units : downFrom(eyes.world, under);
    return answered(eyes, { units: new InAnyOrder(answers(eyes, "Unit", units, selection)) });
  });
};

const readPeople: Operation = async (setting) => {
  const { dice, selections } = setting;
  const [users, roles, me] = [selections.user(), selections.role(), selections.me()];
  const text = dice.pick(["", "P1", "p", "nobody"]);
  const document = `query($text: String) { users(text: $text, first: 100) ${printSelection(users)}
    roles ${printSelection(roles)} me ${printSelection(me)} }`;
  await askAndJudge(setting, document, { text }, (eyes) => {
    const found = eyes.world.people.filter((person) => fold(person.name).includes(fold(text)));
    return answered(eyes, {
      users: new InAnyOrder(answers(eyes, "User", found, users)),
      roles: new InAnyOrder(answers(eyes, "Role", eyes.world.roles, roles)),
      me: answer(eyes, "Me", eyes.person, me),
    });
  });
};

/** Several doors in one document: what is hidden at one is hidden at the other. */
const readTogether: Operation = async (setting) => {
  const { selections } = setting;
  const [one, other] = [someIssue(setting), someIssue(setting)];
  const [ours, theirs] = [selections.issue(1), selections.issue(1)];
  const document = `query($one: ID, $other: ID) { one: issue(id: $one) ${printSelection(ours)}
    other: issue(id: $other) ${printSelection(theirs)} events(issue: $one) { totalCount } }`;
  await askAndJudge(setting, document, { one: one.id, other: other.id }, (eyes) =>
    answered(eyes, {
      one: answer(eyes, "Issue", eyes.issue(one.id), ours),
      other: answer(eyes, "Issue", eyes.issue(other.id), theirs),
      events: { totalCount: readableLog(eyes, { issue: one.id }).length },
    }),
  );
};

export const READS: readonly (readonly [number, string, Operation])[] = [
  [20, "issue", readIssue],
  [22, "issues", listIssues],
  [12, "issues.totalCount", countIssues],
  [16, "board", readBoard],
  [10, "events", readLog],
  [3, "unit", readUnit],
  [2, "units", readUnits],
  [3, "users, roles, me", readPeople],
  [6, "several", readTogether],
  [4, "awaitingClosure", readQueue],
  ...HANDOFF_READS,
  ...RIGHTS_READS,
  ...STATS_READS,
  ...STREAM_READS,
];

export type { Setting };
