import type { StatusCategory } from "@stafeta/domain/org/company";
import type { IssueType, Priority } from "@stafeta/domain/issues/issue-kinds";
import { DEMO_COMMENTS, DEMO_DESCRIPTIONS, DEMO_INTERNAL, DEMO_STEPS, DEMO_TITLES } from "./demo-titles.js";
import { DEMO_HANDOFFS, type DemoHandoff } from "./demo-handoffs.js";
import { Random } from "./random.js";

/** What happened to one issue of the demo, told without ids: logins, status names, indexes. */
export interface Happening {
  readonly at: Date;
  readonly actor: string;
  readonly what:
    | { readonly kind: "CREATED" }
    | { readonly kind: "MOVED"; readonly from: string; readonly to: string }
    | { readonly kind: "ASSIGNED"; readonly from: string | null; readonly to: string }
    | { readonly kind: "COMMENTED"; readonly body: string; readonly internal: boolean };
}

export interface DemoIssue {
  readonly unit: string;
  readonly title: string;
  readonly description: string | null;
  readonly type: IssueType;
  readonly priority: Priority;
  readonly author: string;
  readonly labels: readonly number[];
  readonly estimate: number | null;
  readonly value: number | null;
  readonly startDate: string | null;
  readonly dueDate: string | null;
  /** Position in the list of all issues of the issue above, which stands before it. */
  readonly parent: number | null;
  readonly happenings: readonly Happening[];
}

/** Who works in a unit: whoever may be assigned there, its heads, and who writes issues (R3 to R5). */
export interface Staffing {
  readonly heads: readonly string[];
  readonly holders: readonly string[];
  readonly authors: readonly string[];
}

export const DEMO_STAFFING: Readonly<Record<string, Staffing>> = {
  DEMO: {
    heads: ["boss"],
    holders: ["boss", "prod.head", "comm.head"],
    authors: ["boss", "prod.head", "comm.head"],
  },
  PROD: {
    heads: ["prod.head"],
    holders: ["prod.head", "design.head", "dev.head"],
    authors: ["prod.head", "design.head", "dev.head"],
  },
  DESIGN: {
    heads: ["design.head"],
    holders: ["design.dev1", "design.dev2", "design.rep1", "design.head"],
    authors: ["design.head", "design.dev1", "design.dev2"],
  },
  DEV: {
    heads: ["dev.head"],
    holders: ["dev.dev1", "dev.dev2", "dev.rep1", "app.head"],
    authors: ["dev.head", "dev.dev1", "dev.dev2", "app.head"],
  },
  APP: {
    heads: ["app.head"],
    holders: ["dev.dev2", "app.head"],
    authors: ["app.head", "dev.dev2", "dev.head"],
  },
  COMM: {
    heads: ["comm.head"],
    holders: ["comm.head", "sales.head", "service.head"],
    authors: ["comm.head", "sales.head", "service.head"],
  },
  SALES: {
    heads: ["sales.head"],
    holders: ["sales.dev1", "sales.dev2", "sales.rep1"],
    authors: ["sales.head", "sales.dev1", "sales.dev2"],
  },
  SERVICE: {
    heads: ["service.head"],
    holders: ["service.dev1", "service.rep1", "service.head"],
    authors: ["service.head", "service.dev1"],
  },
};

/** The default workflow (I3), and how many of every forty issues end in each. */
const WAY: readonly (readonly [string, StatusCategory, number])[] = [
  ["Backlog", "BACKLOG", 11],
  ["To do", "TODO", 7],
  ["In progress", "IN_PROGRESS", 6],
  ["Review", "IN_PROGRESS", 4],
  ["Resolved", "RESOLVED", 5],
  ["Closed", "CLOSED", 7],
];
const DAY_MS = 86_400_000;
const HISTORY_DAYS = 42;
const HOUR_MS = 3_600_000;

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

/** How far along the way the issue of this number has come, so that each unit has issues in every status. */
function endOf(number: number): number {
  let rest = (number * 17) % 40;
  for (const [index, [, , share]] of WAY.entries()) {
    if (rest < share) return index;
    rest -= share;
  }
  return 0;
}

class Story {
  readonly happenings: Happening[] = [];
  private clock: number;
  private readonly random: Random;
  private readonly last: number;

  constructor(random: Random, start: number, last: number) {
    this.random = random;
    this.clock = start;
    this.last = last;
  }

  /** Later than what was told before, never in the future, seldom at night. */
  tell(actor: string, what: Happening["what"], hours: number): void {
    const step = Math.min(hours * HOUR_MS * (0.5 + this.random.next()), (this.last - this.clock) / 3);
    this.clock += Math.max(step, 1000);
    this.happenings.push({ at: new Date(this.clock), actor, what });
  }
}

function comment(random: Random, staff: Staffing, holder: string | null): [string, Happening["what"]] {
  const internal = random.chance(0.12);
  const actor = internal ? random.pick(staff.heads) : (holder ?? random.pick(staff.authors));
  return [
    actor,
    { kind: "COMMENTED", body: random.pick(internal ? DEMO_INTERNAL : DEMO_COMMENTS), internal },
  ];
}

/** A sub-issue is not older than what it hangs below. */
interface Span {
  readonly now: Date;
  readonly earliest: number;
}

/** From its creation to where it stands: assigned by the head, moved by its holder, closed by the boss alone (L2). */
function tellStory(random: Random, staff: Staffing, author: string, end: number, span: Span): Happening[] {
  const start =
    span.now.getTime() - random.between(3, HISTORY_DAYS) * DAY_MS - random.between(0, 9) * HOUR_MS;
  const story = new Story(random, Math.max(start, span.earliest), span.now.getTime() - 20 * 60_000);
  story.tell(author, { kind: "CREATED" }, 0);
  // An object, since the compiler does not follow an assignment inside a function.
  const hands: { holder: string | null } = { holder: null };
  const assign = (to: string) => {
    story.tell(random.pick(staff.heads), { kind: "ASSIGNED", from: hands.holder, to }, 20);
    hands.holder = to;
  };
  if (end >= 2 || random.chance(0.4)) assign(random.pick(staff.holders));
  for (let step = 1; step <= end; step++) {
    const [from] = WAY[step - 1] ?? ["Backlog"];
    const [to, category] = WAY[step] ?? ["Backlog", "BACKLOG"];
    const actor: string =
      category === "CLOSED" ? "boss" : step < 2 ? random.pick(staff.heads) : (hands.holder ?? author);
    if (random.chance(0.3)) story.tell(...comment(random, staff, hands.holder), 9);
    story.tell(actor, { kind: "MOVED", from, to }, 40);
  }
  if (end >= 2 && end < 4 && random.chance(0.15))
    assign(random.pick(staff.holders.filter((login) => login !== hands.holder)));
  for (let extra = random.between(0, 2); extra > 0; extra--)
    story.tell(...comment(random, staff, hands.holder), 12);
  return story.happenings;
}

interface Sketch {
  readonly unit: string;
  readonly title: string;
  readonly number: number;
  readonly parent: number | null;
  readonly span: Span;
}

function makeIssue(random: Random, { unit, title, number, parent, span }: Sketch): DemoIssue {
  const { now } = span;
  const staff = DEMO_STAFFING[unit];
  if (!staff) throw new Error(`nobody works in ${unit}`);
  const author = random.pick(staff.authors);
  const due = random.chance(0.45) ? new Date(now.getTime() + random.between(-6, 30) * DAY_MS) : null;
  const startDate =
    due && random.chance(0.3) ? dayOf(new Date(due.getTime() - random.between(3, 12) * DAY_MS)) : null;
  const types: readonly IssueType[] =
    unit === "SERVICE" ? ["CLAIM", "CLAIM", "REQUEST", "TASK"] : ["TASK", "TASK", "STORY", "BUG", "REQUEST"];
  return {
    unit,
    title,
    description: random.chance(0.6) ? random.pick(DEMO_DESCRIPTIONS) : null,
    type: random.pick(types),
    priority: random.pick<Priority>(["LOW", "NORMAL", "NORMAL", "NORMAL", "HIGH", "URGENT"]),
    author,
    labels: random.chance(0.7) ? [...new Set([random.between(0, 4), random.between(0, 4)])] : [],
    estimate: random.chance(0.85) ? random.pick([0.5, 1, 2, 3, 5, 8, 13]) : null,
    value: random.chance(0.5) ? random.pick([1, 2, 3, 5, 8, 13, 20]) : null,
    startDate,
    dueDate: due === null ? null : dayOf(due),
    parent,
    happenings: tellStory(random, staff, author, endOf(number), span),
  };
}

/** A sub-issue lies in its parent's unit, or in a neighbour's: children may live in other units (I1). */
const NEIGHBOURS: Readonly<Record<string, string>> = {
  DEV: "APP",
  APP: "DESIGN",
  SALES: "SERVICE",
  PROD: "DEV",
};

/** The whole demo, the same on every run for the same `now`. An issue comes after its parent. */
export function demoHistory(now: Date): DemoIssue[] {
  const random = new Random(20_261_125);
  const issues: DemoIssue[] = [];
  for (const [unit, titles] of Object.entries(DEMO_TITLES)) {
    const span = { now, earliest: 0 };
    titles.forEach((title, number) =>
      issues.push(makeIssue(random, { unit, title, number, parent: null, span })),
    );
  }
  const tops = issues.length;
  for (let index = 0; index < tops; index += 3) {
    const parent = issues[index];
    if (!parent) continue;
    for (let child = random.between(1, 3); child > 0; child--) {
      const neighbour = NEIGHBOURS[parent.unit];
      const unit = neighbour !== undefined && random.chance(0.3) ? neighbour : parent.unit;
      const title = `${random.pick(DEMO_STEPS)}: ${parent.title}`;
      const span = { now, earliest: parent.happenings[0]?.at.getTime() ?? 0 };
      issues.push(makeIssue(random, { unit, title, number: issues.length, parent: index, span }));
    }
  }
  const told = issues.map((issue, index) => unfinishedBelowDone(issues, issue, index));
  return [...told, ...DEMO_HANDOFFS.map((handoff) => issueToHandOff(handoff, now))];
}

const WRITTEN_BEFORE_HOURS = 26;

/** Unassigned and in the backlog, until its hand-off begins. */
function issueToHandOff({ title, from, by, hoursAgo }: DemoHandoff, now: Date): DemoIssue {
  const at = new Date(now.getTime() - (hoursAgo + WRITTEN_BEFORE_HOURS) * HOUR_MS);
  const random = new Random(hoursAgo);
  return {
    unit: from,
    title,
    description: random.pick(DEMO_DESCRIPTIONS),
    type: from === "SERVICE" ? "CLAIM" : "TASK",
    priority: random.pick<Priority>(["NORMAL", "NORMAL", "HIGH"]),
    author: by,
    labels: [random.between(0, 4)],
    estimate: random.pick([1, 2, 3, 5]),
    value: random.pick([2, 3, 5]),
    startDate: null,
    dueDate: null,
    parent: null,
    happenings: [{ at, actor: by, what: { kind: "CREATED" } }],
  };
}

/** I1: nothing is done over unfinished work: such a parent stays one step before. */
function unfinishedBelowDone(issues: readonly DemoIssue[], issue: DemoIssue, index: number): DemoIssue {
  const isDone = (one: DemoIssue) =>
    one.happenings.some(
      ({ what }) => what.kind === "MOVED" && (what.to === "Resolved" || what.to === "Closed"),
    );
  const hasOpenChild = issues.some((child) => child.parent === index && !isDone(child));
  if (!isDone(issue) || !hasOpenChild) return issue;
  const happenings = issue.happenings.filter(
    ({ what }) => what.kind !== "MOVED" || (what.to !== "Resolved" && what.to !== "Closed"),
  );
  return { ...issue, happenings };
}
