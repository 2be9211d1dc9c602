import { getNamedType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ANSWERS, ATTEMPTS, OF_NO_ISSUE, type Attempt, type Target } from "./testing/doors/action-doors.js";
import { ActionScene, STATES, type State } from "./testing/doors/action-scene.js";
import { behind } from "./testing/doors/sight-doors.js";
import { FIELDS, GUARDED, SCHEMA, tableText } from "./testing/doors/sight-scene.js";
import { outcome } from "./testing/issue-calls.js";
import { dataOf, type GraphqlAnswer } from "./testing/test-server.js";

/** Logins by what they are towards the issues. */
const ROLES = {
  boss: "boss",
  deputy: "deputy",
  MANAGER: "dev.head",
  DEVELOPER: "dev.dev1",
  HOLDER: "dev.rep1",
  custom: "custom",
  ANALYST: "analyst",
  AUTHOR: "author",
  FOLLOWER: "follower",
  STEP_HEAD: "sales.head",
  staff: "outsider",
} as const;

interface Verdict {
  readonly allowed: boolean;
  readonly rule: string;
  readonly message: string | null;
}
type Verdicts = ReadonlyMap<string, Verdict>;

let scene: ActionScene;
beforeAll(async () => {
  scene = await ActionScene.open();
});
afterAll(() => scene.test.stop());

const EXPLAIN = `query($user: ID!, $issue: ID!) { explainAccess(user: $user, issue: $issue) {
  fields { field write { allowed rule message } } actions { action verdict { allowed rule message } } } }`;

async function explained(login: string, issue: string): Promise<Verdicts> {
  interface Told {
    explainAccess: {
      fields: { field: string; write: Verdict }[];
      actions: { action: string; verdict: Verdict }[];
    };
  }
  const variables = { user: scene.test.company.people[login], issue };
  const { explainAccess } = dataOf(await scene.test.as("boss")<Told>(EXPLAIN, variables));
  const title = explainAccess.fields.find(({ field }) => field === "title");
  return new Map([
    ...explainAccess.actions.map(({ action, verdict }) => [action, verdict] as const),
    ...(title ? [["edit", title.write] as const] : []),
  ]);
}

/** What of the answered record shows its issue. */
function selectionOf({ mutation, answer = "__typename" }: Attempt): string {
  const field = SCHEMA.getMutationType()?.getFields()[mutation];
  const type = field ? getNamedType(field.type).name : "";
  return type === "Issue" ? FIELDS : `{ ${answer} issue ${FIELDS} }`;
}

type Door = "plain" | "alias" | "fragment";

function documentOf(attempt: Attempt, target: Target, door: Door): string {
  const call = `${attempt.mutation}(${attempt.args(target, scene.world)}) ${selectionOf(attempt)}`;
  if (door === "plain") return `mutation { ${call} }`;
  if (door === "alias") return `mutation Named { another: ${call} }`;
  return `mutation { ... on Mutation { ...Doing } } fragment Doing on Mutation { ${call} }`;
}

function ask(login: string | null, attempt: Attempt, target: Target, door: Door) {
  return scene.test.as(login)(documentOf(attempt, target, door));
}

/** How it ended; of a selection, for the one that was in it. */
function endOf(answer: GraphqlAnswer<Record<string, unknown>>): string {
  const first = Object.values(answer.data ?? {})[0];
  const { refused } = (Array.isArray(first) ? (first[0] as object) : {}) as {
    refused?: { code: string; rule: string | null } | null;
  };
  return refused ? [refused.code, refused.rule].filter(Boolean).join(" ") : outcome(answer);
}

/** Whether the answer hides what a question for the issue hides: the answer to a change is one more door. */
async function maskFaults(login: string, mutation: string, answer: GraphqlAnswer<Record<string, unknown>>) {
  const first = answer.data?.[mutation];
  const found = Array.isArray(first) ? (first[0] as unknown) : first;
  const record = found as { id?: string; issue?: { id: string } };
  const id = record.issue?.id ?? record.id ?? "";
  const shown = behind(found, id);
  const asked = await scene.test.as(login)(`{ issue(id: "${id}") ${FIELDS} }`);
  const expected = behind(asked.data, id);
  if (!shown || !expected) return expected || shown ? [`${mutation} answers with another issue`] : [];
  return GUARDED.filter((field) => (shown[field] === null) !== (expected[field] === null)).map(
    (field) => `${field} differs from the question for it`,
  );
}

interface Cell {
  readonly text: string;
  readonly faults: readonly string[];
}

/** Agreed: what explainAccess says is what happens, by the same rule. */
function disagreement(verdict: Verdict | undefined, happened: string): string[] {
  if (!verdict) return [];
  if (verdict.allowed) return happened === "OK" ? [] : [`explained as allowed, but ${happened}`];
  if (verdict.message === "access.notSeen")
    return happened === "NOT_FOUND" ? [] : [`explained as unseen, but ${happened}`];
  const [code, rule] = happened.split(" ");
  return code !== "OK" && rule === verdict.rule
    ? []
    : [`explained as refused by ${verdict.rule}, but ${happened}`];
}

async function tryOne(login: string, attempt: Attempt, state: State, verdicts: Verdicts): Promise<Cell> {
  const target = await scene.target(state);
  const answer = await ask(login, attempt, target, "plain");
  const text = endOf(answer);
  const faults = attempt.action === null ? [] : disagreement(verdicts.get(attempt.action), text);
  if (text === "OK") {
    scene.use(state);
    return { text, faults: [...faults, ...(await maskFaults(login, attempt.mutation, answer))] };
  }
  // What is refused is refused by every door; once is enough to know it of one that is done.
  const others = state === "In progress" ? (["alias", "fragment"] as const) : [];
  for (const door of others) {
    const other = endOf(await ask(login, attempt, target, door));
    if (other !== text) faults.push(`by the door ${door}: ${other}`);
  }
  return { text, faults };
}

/** A few seconds, unless the machine does much else. */
const MINUTES = 300_000;

describe("role × action × door", () => {
  it("every mutation is tried here, or names no issue", () => {
    const names = Object.keys(SCHEMA.getMutationType()?.getFields() ?? {});
    expect(names.filter((name) => !(name in ANSWERS) && !OF_NO_ISSUE.includes(name))).toEqual([]);
    expect([...Object.keys(ANSWERS), ...OF_NO_ISSUE].filter((name) => !names.includes(name))).toEqual([]);
  });

  it.each(STATES)(
    "R10, R12: on an issue that is %s, each is allowed or refused as explained, by every door",
    async (state) => {
      const faults: string[] = [];
      const table: Record<string, Record<string, string>> = {};
      const verdicts = new Map<string, Verdicts>();
      const { id } = await scene.target(state);
      for (const login of Object.values(ROLES)) verdicts.set(login, await explained(login, id));
      for (const [name, attempt] of Object.entries(ATTEMPTS)) {
        if (attempt.notFrom?.includes(state)) continue;
        const row: Record<string, string> = {};
        for (const [role, login] of Object.entries(ROLES)) {
          const cell = await tryOne(login, attempt, state, verdicts.get(login) ?? new Map());
          row[role.padEnd(14)] = cell.text;
          faults.push(...cell.faults.map((fault) => `${role}, ${name}: ${fault}`));
        }
        table[name] = row;
      }
      expect(faults).toEqual([]);
      expect(tableText(table)).toMatchSnapshot();
    },
    MINUTES,
  );

  it("nobody does anything without a session", async () => {
    const target = await scene.target("In progress");
    for (const attempt of Object.values(ATTEMPTS)) {
      const answer = await ask(null, attempt, target, "plain");
      expect([attempt.mutation, outcome(answer)]).toEqual([attempt.mutation, "UNAUTHENTICATED"]);
    }
  });
});
