import type { IssueId, UnitId, UserId } from "@stafeta/domain/shared/ids";
import { inChange, type Change, type ViewerChange } from "../access/change.js";
import type { Access } from "../access/request-context.js";
import { beginHandoff } from "../features/handoff/start-handoff.js";
import { lockStep, requireTurn } from "../features/handoff/locked-step.js";
import { passOn } from "../features/handoff/pass-on.js";
import { endByRefusal } from "../features/handoff/refuse-handoff.js";
import { lockedHandoff } from "../features/handoff/handoff-write.queries.js";
import { endByWithdrawal } from "../features/handoff/withdraw-handoff.js";
import { lockIssue } from "../features/issues/locked-issue.js";
import { demoEmail } from "./demo-company.js";
import { DEMO_HANDOFFS, type DemoAnswer, type DemoHandoff } from "./demo-handoffs.js";

const HOUR_MS = 3_600_000;

/** One person of the demo acting at one time, as the use-cases know whoever asks. */
type ActAs = (login: string, hoursAgo: number) => ViewerChange;

/** Names of units and people as ids. */
interface Known {
  readonly units: ReadonlyMap<string, UnitId>;
  readonly people: ReadonlyMap<string, UserId>;
}

function known<T extends string>(ids: ReadonlyMap<string, T>, name: string): T {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`the demo has no ${name}`);
  return id;
}

async function issueNamed(change: Change, title: string): Promise<IssueId> {
  const [row] = await change.rows("/* demo */ select id from issue where title = $1", [title]);
  if (!row) throw new Error(`the demo has no issue “${title}”`);
  return String(row[0]) as IssueId;
}

async function answer(tx: ViewerChange, ids: Known, handoffId: string, given: DemoAnswer): Promise<void> {
  const handoff = await lockedHandoff(tx.change, { id: handoffId });
  if (!handoff) throw new Error("the demo's hand-off is gone");
  if (given.what === "WITHDRAW") {
    await endByWithdrawal(tx, await lockIssue(tx, handoff.issueId), handoff);
    return;
  }
  const turn = await lockStep(tx, handoff.steps.find((step) => step.current)?.id ?? "");
  requireTurn(tx, turn);
  const { words = null, executor } = given;
  if (given.what === "REFUSE") await endByRefusal(tx, turn, words ?? "");
  else {
    const named = executor === undefined ? null : known(ids.people, executor);
    await passOn(tx, turn.issue, turn.handoff, { by: tx.viewer.userId, comment: words, executor: named });
  }
}

async function tell(actAs: ActAs, ids: Known, told: DemoHandoff): Promise<void> {
  const { title, to, by, hoursAgo, comment, answers } = told;
  const tx = actAs(by, hoursAgo);
  const words = { comment, withSubIssues: false };
  const id = await beginHandoff(
    tx,
    await lockIssue(tx, await issueNamed(tx.change, title)),
    known(ids.units, to),
    words,
  );
  for (const given of answers) await answer(actAs(given.by, given.hoursAgo), ids, id, given);
}

/** Hand-offs that wait, arrived, were refused or withdrawn, by the rules that hold for everybody (H1 to H4). */
export async function writeDemoHandoffs(access: Access, now: Date): Promise<void> {
  await inChange(access, null, async ({ change, companyVersion }) => {
    const versioned = await access.companies.loadIn(change, companyVersion);
    const { company } = versioned;
    if (!company) throw new Error("the demo's company is gone");
    const ids = {
      units: new Map(company.units.map((unit) => [unit.key, unit.id])),
      people: new Map(company.people.map((person) => [person.email.replace(demoEmail(""), ""), person.id])),
    };
    const actAs: ActAs = (login, hoursAgo) => {
      const at = new Date(now.getTime() - hoursAgo * HOUR_MS);
      const viewer = access.companies.viewer(versioned, known(ids.people, login), at);
      if (!viewer) throw new Error(`${login} is nobody in the demo`);
      return { change: change.inThePast(at.toISOString(), viewer.userId), company, viewer };
    };
    for (const told of DEMO_HANDOFFS) await tell(actAs, ids, told);
  });
}
