import { readFileSync } from "node:fs";
import { buildSchema, type GraphQLObjectType } from "graphql";
import { ISSUE_FIELDS, type IssueField } from "@stafeta/domain/issues/issue-fields";
import { hasAny, hatsFrom, type Hat } from "@stafeta/domain/rights/hats";
import { HandoffCalls } from "../handoff-calls.js";
import { runSql } from "../sql.js";
import { makeIssues, type IssueSpec } from "../test-issues.js";
import { dataOf, startTestServer, type GraphqlAnswer, type TestServer } from "../test-server.js";
import { allFieldsOf } from "./edges.js";
import type { Door, Scene } from "./sight-doors.js";
import { GRANTED, SIGHT_SPEC, type Role } from "./sight-roles.js";

export const SCHEMA = buildSchema(readFileSync(new URL("../../../schema.graphql", import.meta.url), "utf8"));
/** All fields of an issue. */
export const FIELDS = `{ __typename ${allFieldsOf(SCHEMA, "Issue")} }`;

/** Fields of the schema that not all read who see the issue. */
export const GUARDED = (Object.keys(ISSUE_FIELDS) as IssueField[]).filter(
  (field) =>
    field in (SCHEMA.getType("Issue") as GraphQLObjectType).getFields() &&
    ISSUE_FIELDS[field].read !== "ANYONE",
);

/** A role towards one of the two issues that are looked at. */
export interface Towards {
  readonly role: Role;
  readonly isMoving: boolean;
}

export function hatsTowards({ role, isMoving }: Towards): readonly Hat[] {
  return isMoving ? (role.inTransit ?? role.hats) : role.hats;
}

/** What the table of section 2 says, beside what the custom role of the scene grants (R9). */
export function reads(towards: Towards, field: IssueField): boolean {
  const worn = hatsTowards(towards);
  const { read } = ISSUE_FIELDS[field];
  if (read === "ANYONE") return worn.length > 0;
  return hasAny(hatsFrom(worn), read) || (worn.includes("CUSTOM") && GRANTED.includes(field));
}

/** Who asked the heads for something (H6), and the one head who was asked. */
const ASKER = "dev.dev1";
const HEAD = "dev.head";

/** H6: whoever asked, and the MANAGERs of the issue. */
export function seesRequest(towards: Towards): boolean {
  return towards.role.login === ASKER || hatsTowards(towards).includes("MANAGER");
}

export function finds(towards: Towards, { needs, only }: Door, { told }: Scene): boolean {
  const { role, isMoving } = towards;
  if (only === "STEP_HEAD") return hatsTowards(towards).includes("STEP_HEAD");
  if (only === "BOSS_RESOLVED") return role.isBoss === true && !isMoving;
  if (only === "ASKED") return seesRequest(towards);
  if (only === "ASKER") return role.login === ASKER;
  if (only === "ASKED_HEAD") return role.login === HEAD;
  if (only === "TOLD" && !told.has(role.login)) return false;
  return hatsTowards(towards).length > 0 && needs.every((field) => reads(towards, field));
}

/** "-" where the issue is not found, else how many of the guarded fields are read; and what is otherwise than the policy. */
export function compare(
  towards: Towards,
  found: Readonly<Record<string, unknown>> | null,
  answer: Pick<GraphqlAnswer<unknown>, "extensions">,
): { readonly cell: string; readonly faults: string[] } {
  if (!found) return { cell: "-", faults: [] };
  const hidden = GUARDED.filter((field) => !reads(towards, field));
  const faults = GUARDED.flatMap((field) => {
    const isShown = found[field] !== null;
    return isShown === hidden.includes(field) ? [`${field} is ${isShown ? "shown" : "hidden"}`] : [];
  });
  const redacted = (answer.extensions?.redacted ?? []).filter((one) => one.startsWith("Issue.")).toSorted();
  const expected = hidden.map((field) => `Issue.${field}`).toSorted();
  if (redacted.join() !== expected.join()) faults.push(`redacted: ${redacted.join(" ")}`);
  return { cell: String(GUARDED.length - hidden.length), faults };
}

/** Rows and columns as text: a review of rights is a review of its difference. */
export function tableText(rows: Readonly<Record<string, Readonly<Record<string, string>>>>): string {
  const columns = Object.keys(Object.values(rows)[0] ?? {});
  const width = Math.max(...Object.keys(rows).map((name) => name.length));
  const line = (name: string, cells: readonly string[]) =>
    [name.padEnd(width), ...cells.map((cell, at) => cell.padEnd((columns[at] ?? "").length))]
      .join("  ")
      .trimEnd();
  const body = Object.entries(rows).map(([name, row]) =>
    line(
      name,
      columns.map((column) => row[column] ?? ""),
    ),
  );
  return `\n${[line("", columns), ...body].join("\n")}\n`;
}

/** One issue among its relatives, all of which the same people may see, with a value in each field. */
async function makeScene(test: TestServer): Promise<Omit<Scene, "told">> {
  const spec = {
    ...{
      unit: "DEV",
      status: "In progress",
      author: "author",
      assignee: "dev.rep1",
      heldBefore: ["follower"],
    },
    ...{ description: "Asked thoroughly", labels: ["bug"], estimate: 3, value: 5, dueDate: "2026-12-24" },
    comments: [{ body: "Said" }, { body: "Among us", internal: true, author: "dev.head" }],
  } satisfies IssueSpec;
  const [parent] = await makeIssues(test, [spec]);
  const [issue] = await makeIssues(test, [{ ...spec, parent: parent.id }]);
  const [child, related] = await makeIssues(test, [{ ...spec, parent: issue.id }, spec]);
  const ask = async (document: string) => dataOf(await test.as("boss")(document));
  for (const { id } of [parent, issue, child, related]) {
    await ask(
      `mutation { updateIssue(id: "${id}", revision: 1, input: { startDate: "2026-12-01" }) { id } }`,
    );
  }
  await ask(`mutation { relateIssues(from: "${issue.id}", to: "${related.id}", type: BLOCKED_BY) { id } }`);
  const wish = `mutation { requestAct(issue: "${issue.id}", act: { edit: { title: "Wished" } }) { id } }`;
  dataOf(await test.as(ASKER)(wish));
  const { DEV: unit = "", DEMO: root = "" } = test.company.units;
  return {
    issue: issue.id,
    key: issue.key,
    parent: parent.id,
    child: child.id,
    related: related.id,
    unit,
    root,
  };
}

/** Whoever may read it would see what was said in the trail. */
async function handOff(
  test: TestServer,
  { issue, parent, child, related }: Omit<Scene, "told">,
  isLeft: boolean,
): Promise<void> {
  const calls = new HandoffCalls(test);
  for (const id of [issue, parent, child, related]) {
    const handoff = await calls.start("dev.head", id, "SALES", { comment: "Please" });
    if (!isLeft) await calls.withdraw("dev.head", handoff);
  }
}

export interface SightScene {
  readonly test: TestServer;
  /** Resolved; its hand-off was withdrawn. */
  readonly still: Scene;
  /** Its hand-off waits for the head of another unit. */
  readonly moving: Scene;
}

export async function openSightScene(): Promise<SightScene> {
  const test = await startTestServer(SIGHT_SPEC);
  const { people, statuses } = test.company;
  const ask = async (document: string) => dataOf(await test.as("boss")(document));
  const [from = "", to = ""] = [-1, 1].map((days) =>
    new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10),
  );
  await ask(
    `mutation { nameDeputy(user: "${people["deputy"] ?? ""}", from: "${from}", to: "${to}") { id } }`,
  );
  const still = await makeScene(test);
  await handOff(test, still, false);
  const resolved = statuses["DEV/Resolved"] ?? "";
  // What blocks it is left unfinished.
  for (const id of [still.child, still.issue, still.parent]) {
    await ask(`mutation { moveIssue(id: "${id}", status: "${resolved}") { id } }`);
  }
  const moving = await makeScene(test);
  await handOff(test, moving, true);
  const ended = "update membership set ended_at = now() where user_id = $1";
  await runSql(test.database.connection, ended, [people["former"]]);
  const find = `select distinct u.name from notice n join event e on e.id = n.event_id join app_user u on u.id = n.user_id
    where e.issue_id = $1`;
  const withTold = async (scene: Omit<Scene, "told">): Promise<Scene> => {
    const rows = await runSql(test.database.connection, find, [scene.issue]);
    return { ...scene, told: new Set(rows.map(({ name }) => String(name))) };
  };
  return { test, still: await withTold(still), moving: await withTold(moving) };
}
