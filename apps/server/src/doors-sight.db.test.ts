import { isEnumType, isInputObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ISSUE_FIELDS, type IssueField } from "@stafeta/domain/issues/issue-fields";
import { ANSWERS } from "./testing/doors/action-doors.js";
import { edgesTo, RECORDS } from "./testing/doors/edges.js";
import { behind, DOORS } from "./testing/doors/sight-doors.js";
import { FILTERS, SORTS, type Ids } from "./testing/doors/sight-questions.js";
import { ROLES } from "./testing/doors/sight-roles.js";
import {
  compare,
  FIELDS,
  finds,
  hatsTowards,
  openSightScene,
  reads,
  SCHEMA,
  seesRequest,
  tableText,
  type SightScene,
  type Towards,
} from "./testing/doors/sight-scene.js";
import { LiveClient } from "./testing/live-client.js";
import { runSql } from "./testing/sql.js";
import { dataOf } from "./testing/test-server.js";

/** Streams, and what they carry; tried below. */
const STREAMED = ["BoardEvent.issue", "BoardEvent.event"];
/** An outcome of a selection, behind the mutation that moves one. */
const OF_SELECTIONS = ["MoveOutcome.issue"];

let scene: SightScene;
beforeAll(async () => {
  scene = await openSightScene();
});
afterAll(() => scene.test.stop());

const ask = (login: string | null, document: string) => scene.test.as(login)(document);
const roles = Object.entries(ROLES);

it("R10: each way of the schema to an issue, and to what hangs on one, is a door that is tried", () => {
  const tried = new Set([
    ...Object.values(DOORS).flatMap(({ edges }) => edges),
    ...Object.keys(ANSWERS).map((name) => `Mutation.${name}`),
    ...STREAMED,
    ...OF_SELECTIONS,
  ]);
  const edges = RECORDS.flatMap((record) => edgesTo(SCHEMA, record));
  expect(edges.filter((edge) => !tried.has(edge))).toEqual([]);
  expect(edges.length).toBeGreaterThan(35);
});

describe.each([
  ["at rest", false],
  ["in transit", true],
])("R10: role × field × door, on an issue %s", (_, isMoving) => {
  it("every field is readable or hidden exactly as the policy says, and no door differs", async () => {
    const place = isMoving ? scene.moving : scene.still;
    const faults: string[] = [];
    const table: Record<string, Record<string, string>> = {};
    for (const [door, way] of Object.entries(DOORS)) {
      const row: Record<string, string> = {};
      for (const [name, role] of roles) {
        const towards = { role, isMoving };
        const answer = await ask(role.login, way.document(place, FIELDS));
        const found = behind(answer.data, place.issue);
        const { cell, faults: wrong } = compare(towards, found, answer);
        row[name] = cell;
        if ((found !== null) !== finds(towards, way, place)) wrong.push(found ? "is found" : "is not found");
        faults.push(...wrong.map((fault) => `${name}, ${door}: ${fault}`));
      }
      table[door] = row;
    }
    expect(faults).toEqual([]);
    expect(tableText(table)).toMatchSnapshot();
  });
});

it("nobody comes in by any door without a session", async () => {
  for (const [door, way] of Object.entries(DOORS)) {
    const answer = await ask(null, way.document(scene.still, FIELDS));
    expect([door, answer.errors?.[0]?.extensions.code]).toEqual([door, "UNAUTHENTICATED"]);
  }
});

describe("R10: what is asked is a door as well", () => {
  const filterType = SCHEMA.getType("IssueFilter");
  const sortType = SCHEMA.getType("IssueSort");

  it("each field of the filter and each order says what it tells of", () => {
    const names = isInputObjectType(filterType) ? Object.keys(filterType.getFields()) : [];
    expect(Object.keys(FILTERS).toSorted()).toEqual(names.toSorted());
    const sorts = isEnumType(sortType) ? sortType.getValues().map(({ name }) => name) : [];
    expect(Object.keys(SORTS).toSorted()).toEqual(sorts.toSorted());
  });

  /** "found", "not found", or the code of the refusal. */
  async function asked(login: string, args: string): Promise<string> {
    const answer = await ask(login, `{ issues(first: 500, ${args}) { nodes { __typename id } } }`);
    const code = answer.errors?.[0]?.extensions.code;
    return code ?? (behind(answer.data, scene.still.issue) ? "found" : "not found");
  }

  const towards = (name: string): Towards => ({
    role: ROLES[name] ?? { login: name, hats: [] },
    isMoving: false,
  });
  /** Refused is who can read it nowhere; elsewhere hidden counts as null, in negated filters too. */
  function allowed(name: string, field: IssueField | null, whenHidden: string): string[] {
    if (hatsTowards(towards(name)).length === 0)
      return ["not found", ...(field === null ? [] : ["FORBIDDEN"])];
    return field === null || reads(towards(name), field) ? ["found"] : [whenHidden, "FORBIDDEN"];
  }

  it("a filter finds it for whoever reads the field, and tells nobody else of its value", async () => {
    const { people } = scene.test.company;
    const [label] = await runSql(
      scene.test.database.connection,
      "select id::text from label where name = 'bug'",
    );
    const ids: Ids = {
      author: people["author"] ?? "",
      assignee: people["dev.rep1"] ?? "",
      label: String(label?.["id"]),
    };
    const faults: string[] = [];
    for (const [filter, question] of Object.entries(FILTERS)) {
      if (typeof question === "string") continue;
      for (const [name, { login }] of roles) {
        const text = question.filter(scene.still, ids);
        const outcome = await asked(login, `filter: { ${text} }`);
        if (!allowed(name, question.field, "not found").includes(outcome))
          faults.push(`${name}, ${filter}: ${outcome}`);
        if (question.field === null || filter === "text") continue;
        const negated = await asked(login, `filter: { not: { ${text} } }`);
        const hidden = hatsTowards(towards(name)).length > 0 && !reads(towards(name), question.field);
        const right = hidden ? ["found", "FORBIDDEN"] : ["not found", "FORBIDDEN"];
        if (!right.includes(negated)) faults.push(`${name}, not ${filter}: ${negated}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it("an order is refused to whoever can read it nowhere, and leaves nothing out for anybody else", async () => {
    const faults: string[] = [];
    for (const [sort, field] of Object.entries(SORTS)) {
      const text = sort === "RELEVANCE" ? 'filter: { text: "Something" }, ' : "";
      for (const [name, { login }] of roles) {
        const outcome = await asked(login, `${text}orderBy: [{ by: ${sort} }]`);
        // By rank the rows are those whose rank is read (section 2).
        const whenHidden = sort === "RANK" ? "not found" : "found";
        if (!allowed(name, field, whenHidden).includes(outcome)) faults.push(`${name}, ${sort}: ${outcome}`);
      }
    }
    expect(faults).toEqual([]);
  });
});

describe("R10, I9: what is told of its changes", () => {
  /** Whose reading decides on a change, where no field of the issue has its name. */
  const OF_COMMENTS: Readonly<Record<string, (isInternal: boolean) => IssueField>> = {
    body: (isInternal) => (isInternal ? "internalComments" : "comments"),
    internal: (isInternal) => (isInternal ? "internalComments" : "comments"),
  };

  it.each([
    ["at rest", false],
    ["in transit", true],
  ])("the history of an issue %s holds what the policy of each changed field opens", async (_, isMoving) => {
    const { issue } = isMoving ? scene.moving : scene.still;
    const { connection } = scene.test.database;
    const log = await runSql(
      connection,
      `select e.id::text as event, c ->> 'field' as field, e.internal_unit_id is not null as internal, e.entity
       from event e, jsonb_array_elements(e.changes) c where e.issue_id = $1`,
      [issue],
    );
    const fieldOf = (name: string, isInternal: boolean) => {
      const field = name in ISSUE_FIELDS ? (name as IssueField) : OF_COMMENTS[name]?.(isInternal);
      if (!field) throw new Error(`no policy speaks of a change of ${name}`);
      return field;
    };
    for (const [name, role] of roles) {
      const document = `{ events(issue: "${issue}", first: 500) { nodes { id changes { field } } } }`;
      const answer = await ask(role.login, document);
      interface Told {
        events: { nodes: { id: string; changes: { field: string }[] }[] };
      }
      const told = (answer.data as Told | null)?.events.nodes ?? [];
      const towards = { role, isMoving };
      const expected = log.filter(
        ({ field, internal, entity }) =>
          reads(towards, fieldOf(String(field), internal === true)) &&
          (entity !== "request" || seesRequest(towards)),
      );
      const texts = expected.map(({ event, field }) => `${String(event)} ${String(field)}`);
      expect([
        name,
        told.flatMap(({ id, changes }) => changes.map(({ field }) => `${id} ${field}`)).toSorted(),
      ]).toEqual([name, texts.toSorted()]);
    }
    expect(log.length).toBeGreaterThan(20);
  });

  it("comments, internal ones and what was said in hand-offs, by every way", async () => {
    for (const [isMoving, { issue }] of [
      [false, scene.still],
      [true, scene.moving],
    ] as const) {
      const document = `{ issue(id: "${issue}") { comments { nodes { body } } handoffs { comment } } }`;
      interface Said {
        issue: {
          comments: { nodes: { body: string }[] } | null;
          handoffs: { comment: string | null }[];
        } | null;
      }
      for (const [name, role] of roles) {
        const said = (await ask(role.login, document)).data as Said | null;
        const bodies = said?.issue?.comments?.nodes.map(({ body }) => body) ?? [];
        const has = (field: IssueField) => reads({ role, isMoving }, field);
        expect([name, bodies.toSorted()]).toEqual([
          name,
          [...(has("internalComments") ? ["Among us"] : []), ...(has("comments") ? ["Said"] : [])],
        ]);
        expect([name, said?.issue?.handoffs[0]?.comment ?? null]).toEqual([
          name,
          has("handoffWords") ? "Please" : null,
        ]);
      }
    }
  });
});

describe("R10: streams", () => {
  const NOTE = `{ event { id changes { field } } issue ${FIELDS} }`;

  it("issueChanged and boardChanged carry the same as any other door", async () => {
    const { issue, unit } = scene.still;
    const watches = await Promise.all(
      roles.map(async ([name, role]) => {
        const client = await LiveClient.connect(
          scene.test.server.url,
          scene.test.company.secrets[role.login],
        );
        client.subscribe("issue", `subscription { issueChanged(id: "${issue}") ${NOTE} }`);
        client.subscribe("board", `subscription { boardChanged(unit: "${unit}") ${NOTE} }`);
        await client.ask("{ me { isBoss } }");
        return { name, towards: { role, isMoving: false }, client };
      }),
    );
    const sees = ({ towards }: (typeof watches)[number]) => hatsTowards(towards).length > 0;
    dataOf(await ask("boss", `mutation { addComment(issue: "${issue}", body: "More") { id } }`));
    const { revision } = dataOf(
      await scene.test.as("boss")<{ issue: { revision: number } }>(`{ issue(id: "${issue}") { revision } }`),
    ).issue;
    const edit = `mutation { updateIssue(id: "${issue}", revision: ${String(revision)}, input: { title: "Renamed" }) { lastEvent } }`;
    const { lastEvent } = dataOf(
      await scene.test.as("boss")<{ updateIssue: { lastEvent: string } }>(edit),
    ).updateIssue;
    const faults: string[] = [];
    for (const watch of watches) {
      const { name, towards, client } = watch;
      for (const [id, field, mustCome] of [
        ["issue", "issueChanged", sees(watch)],
        ["board", "boardChanged", reads(towards, "rank")],
      ] as const) {
        const came = () => client.events(id, field).find(({ event }) => event.id === lastEvent);
        if (mustCome) await client.until(() => came() !== undefined);
        const message = client
          .of(id, "next")
          .find(({ payload }) => JSON.stringify(payload).includes(`"${lastEvent}"`));
        const payload = (message?.payload ?? {}) as { data?: unknown; extensions?: { redacted: string[] } };
        const found = behind(payload.data, issue);
        if (found && !sees(watch)) faults.push(`${name}, ${field}: is told`);
        faults.push(...compare(towards, found, payload).faults.map((fault) => `${name}, ${field}: ${fault}`));
        const tells = client
          .events(id, field)
          .flatMap(({ event }) => (event.changes ?? []).map((change) => change.field));
        if (tells.includes("body") && !reads(towards, "comments"))
          faults.push(`${name}, ${field}: hears of a comment`);
      }
      client.terminate();
    }
    expect(faults).toEqual([]);
  });
});
