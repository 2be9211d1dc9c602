import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GRANTABLE_READS, GRANTABLE_WRITES } from "@stafeta/domain/issues/role-matrix";
import { GRANTABLE_ACTIONS } from "@stafeta/domain/rights/actions";
import { eventsOf } from "../../testing/events.js";
import { ADD, OrgCalls, REMOVE } from "../../testing/org-calls.js";
import { runSql } from "../../testing/sql.js";
import { makeIssues } from "../../testing/test-issues.js";
import { dataOf, startTestServer, type TestServer } from "../../testing/test-server.js";

const ROLE = "id name builtIn base reach readFields writeFields actions archived revision";
const CREATE = `mutation($copyOf: ID!, $name: String!, $m: String) {
  createRole(copyOf: $copyOf, name: $name, clientMutationId: $m) { ${ROLE} } }`;
const UPDATE = `mutation($id: ID!, $revision: Int!, $input: UpdateRoleInput!, $m: String) {
  updateRole(id: $id, revision: $revision, input: $input, clientMutationId: $m) { ${ROLE} } }`;
const ARCHIVE = `mutation($id: ID!, $m: String) { archiveRole(id: $id, clientMutationId: $m) { ${ROLE} } }`;

interface AnsweredRole {
  readonly id: string;
  readonly revision: number;
  readonly readFields: readonly string[];
  readonly actions: readonly string[];
}

let test: TestServer;
let calls: OrgCalls;
beforeAll(async () => {
  test = await startTestServer();
  calls = new OrgCalls(test);
});
afterAll(() => test.stop());

let made = 0;
async function makeRole(base: "MANAGER" | "DEVELOPER" | "REPORTER" | "ANALYST"): Promise<AnsweredRole> {
  const variables = { copyOf: test.company.roles[base], name: `Role ${String(made++)}` };
  return dataOf(await test.as("admin")<{ createRole: AnsweredRole }>(CREATE, variables)).createRole;
}

async function edit(role: AnsweredRole, input: object): Promise<AnsweredRole> {
  const variables = { id: role.id, revision: role.revision, input };
  return dataOf(await test.as("admin")<{ updateRole: AnsweredRole }>(UPDATE, variables)).updateRole;
}

describe("R9: roles", () => {
  it("are made, changed and archived by admins alone; a stranger to them learns nothing of ids", async () => {
    const role = await makeRole("DEVELOPER");
    const asked = [
      [CREATE, { copyOf: role.id, name: "Mine" }],
      [UPDATE, { id: role.id, revision: 1, input: { reach: "TREE" } }],
      [ARCHIVE, { id: role.id }],
    ] as const;
    for (const login of ["dev.head", "outsider", "analyst"]) {
      for (const [document, variables] of asked) {
        expect(await calls.refusedAs(login, document, variables)).toBe("FORBIDDEN R9");
      }
    }
    for (const id of ["999999", "x"]) {
      expect(await calls.refusedAs("admin", CREATE, { copyOf: id, name: "Mine" })).toBe("NOT_FOUND");
      expect(await calls.refusedAs("admin", UPDATE, { id, revision: 1, input: {} })).toBe("NOT_FOUND");
      expect(await calls.refusedAs("admin", ARCHIVE, { id })).toBe("NOT_FOUND");
    }
  });

  it("R2: are refused to who has just ceased to be a boss", async () => {
    const copyOf = test.company.roles.DEVELOPER;
    await calls.whileManager("outsider", "DEMO", async () => {
      dataOf(await test.as("outsider")(CREATE, { copyOf, name: "By a boss" }));
    });
    expect(await calls.refusedAs("outsider", CREATE, { copyOf, name: "By nobody" })).toBe("FORBIDDEN R9");
  });

  it("are copies of what is there, without what laws keep to the MANAGER, each with its event", async () => {
    const variables = { copyOf: test.company.roles.MANAGER, name: " Lead ", m: "make-lead" };
    const answers: unknown[] = [];
    const events = await eventsOf(test, async () => {
      for (let n = 0; n < 2; n++) answers.push(dataOf(await test.as("admin")(CREATE, variables)));
    });
    expect(answers[0]).toMatchObject({
      createRole: {
        name: "Lead",
        builtIn: false,
        base: "MANAGER",
        reach: "TREE",
        readFields: GRANTABLE_READS,
        writeFields: GRANTABLE_WRITES,
        actions: GRANTABLE_ACTIONS.filter((action) => action !== "file"),
        archived: false,
        revision: 1,
      },
    });
    expect(answers[1]).toEqual(answers[0]);
    expect(events).toMatchObject([{ kind: "ROLE_CREATED", entity: "role", actorId: calls.person("admin") }]);
    expect(await calls.refusedAs("admin", CREATE, { ...variables, name: "lead", m: null })).toBe(
      "BAD_USER_INPUT name",
    );
  });

  it("I5: an edit says which fields changed, and is refused on an older revision", async () => {
    const role = await makeRole("REPORTER");
    let edited: AnsweredRole | null = null;
    const events = await eventsOf(test, async () => {
      edited = await edit(role, { reach: "UNIT", readFields: ["estimate"] });
    });
    expect(edited).toMatchObject({ reach: "UNIT", readFields: ["estimate"], revision: 2 });
    expect(events).toMatchObject([
      {
        kind: "ROLE_EDITED",
        changes: [
          { field: "reach", before: "ASSIGNED", after: "UNIT" },
          { field: "readFields", before: [], after: ["estimate"] },
        ],
      },
    ]);
    const stale = { id: role.id, revision: 1, input: { reach: "TREE" } };
    expect(await calls.refusedAs("admin", UPDATE, stale)).toBe("CONFLICT I5");
    expect((await test.as("admin")(UPDATE, stale)).errors?.[0]?.extensions["current"]).toEqual({
      revision: 2,
    });
  });

  it.each([
    [{ actions: ["close"] }, "LAW L2"],
    [{ actions: ["assign"] }, "LAW L3"],
    [{ writeFields: ["unit"] }, "LAW L3"],
    [{ actions: ["delete"] }, "BAD_USER_INPUT actions"],
    [{ readFields: ["passwords"] }, "BAD_USER_INPUT readFields"],
    [{ readFields: [], writeFields: ["estimate"] }, "BAD_USER_INPUT writeFields"],
    [{ readFields: [], writeFields: [] }, "BAD_USER_INPUT actions"],
    [{ name: "MANAGER" }, "BAD_USER_INPUT name"],
    [{ name: " " }, "BAD_USER_INPUT name"],
  ])("no matrix breaks a law or holds what is unknown: %j is %s", async (input, expected) => {
    const role = await makeRole("DEVELOPER");
    const variables = { id: role.id, revision: 1, input };
    expect(await calls.refusedAs("admin", UPDATE, variables)).toBe(expected);
  });

  it("built-in ones stay as they are, for the boss too", async () => {
    const id = test.company.roles.REPORTER;
    expect(await calls.refusedAs("boss", UPDATE, { id, revision: 1, input: { reach: "UNIT" } })).toBe(
      "FORBIDDEN R9",
    );
    expect(await calls.refusedAs("boss", ARCHIVE, { id })).toBe("FORBIDDEN R9");
  });

  it("R2: an admin who was given a role does not widen it", async () => {
    const role = await makeRole("REPORTER");
    dataOf(await test.as("dev.head")(ADD, { ...calls.member("DEV", "admin", "REPORTER"), role: role.id }));
    expect(
      await calls.refusedAs("admin", UPDATE, { id: role.id, revision: 1, input: { reach: "TREE" } }),
    ).toBe("FORBIDDEN R2");
    dataOf(await test.as("boss")(UPDATE, { id: role.id, revision: 1, input: { reach: "TREE" } }));
  });

  it("are archived when nobody has them, and given to nobody afterwards; a repeat answers the same", async () => {
    const role = await makeRole("DEVELOPER");
    const wish = { ...calls.member("DEV", "outsider", "DEVELOPER"), role: role.id };
    const { addMember } = dataOf(await test.as("boss")<{ addMember: { id: string } }>(ADD, wish));
    expect(await calls.refusedAs("admin", ARCHIVE, { id: role.id })).toBe("CONFLICT R9");
    dataOf(await test.as("boss")(REMOVE, { id: addMember.id }));
    const events = await eventsOf(test, async () => {
      for (let n = 0; n < 2; n++) {
        expect(dataOf(await test.as("admin")(ARCHIVE, { id: role.id }))).toMatchObject({
          archiveRole: { archived: true, revision: 2 },
        });
      }
    });
    expect(events).toMatchObject([{ kind: "ROLE_ARCHIVED", entityId: role.id }]);
    expect(await calls.refusedAs("boss", ADD, wish)).toBe("CONFLICT R9");
    expect(await calls.refusedAs("admin", UPDATE, { id: role.id, revision: 2, input: {} })).toBe(
      "CONFLICT R9",
    );
  });

  it("their events are read by bosses and admins alone", async () => {
    await makeRole("ANALYST");
    const kinds = async (login: string) => {
      const document = "{ events(first: 500) { nodes { kind } } }";
      const answer = await test.as(login)<{ events: { nodes: { kind: string }[] } }>(document);
      return dataOf(answer).events.nodes.map(({ kind }) => kind);
    };
    expect(await kinds("boss")).toContain("ROLE_CREATED");
    expect(await kinds("admin")).toContain("ROLE_CREATED");
    expect(await kinds("prod.head")).not.toContain("ROLE_CREATED");
  });
});

describe("R9: who has a custom role", () => {
  const SEEN = "{ issues { totalCount nodes { key estimate description } } }";
  interface Seen {
    readonly issues: {
      readonly totalCount: number;
      readonly nodes: readonly { key: string; estimate: number | null; description: string | null }[];
    };
  }

  it("R2: reads by its matrix, changed on the very next request, and nothing once the membership ends", async () => {
    await makeIssues(test, [{ unit: "SERVICE", title: "Claim", description: "Why", estimate: 5 }]);
    const role = await edit(await makeRole("DEVELOPER"), {
      readFields: ["estimate"],
      writeFields: [],
      actions: [],
    });
    const wish = { ...calls.member("SERVICE", "outsider", "DEVELOPER"), role: role.id };
    const { addMember } = dataOf(await test.as("service.head")<{ addMember: { id: string } }>(ADD, wish));
    const seen = async () => test.as("outsider")<Seen>(SEEN);
    const first = await seen();
    expect(dataOf(first).issues).toMatchObject({
      totalCount: 1,
      nodes: [{ estimate: 5, description: null }],
    });
    expect(first.extensions?.redacted).toEqual(["Issue.description"]);
    const wider = await edit(role, { readFields: ["description"] });
    expect(dataOf(await seen()).issues.nodes).toMatchObject([{ estimate: null, description: "Why" }]);
    await edit(wider, { reach: "ASSIGNED" });
    expect(dataOf(await seen()).issues.totalCount).toBe(0);
    dataOf(await test.as("service.head")(REMOVE, { id: addMember.id }));
    const sees = await test.as("outsider")<{ unit: { can: { seeAll: boolean } } }>(
      "query($id: ID!) { unit(id: $id) { can { seeAll } } }",
      { id: calls.unit("SERVICE") },
    );
    expect(dataOf(sees).unit.can.seeAll).toBe(false);
  });
});

describe("R9: the database", () => {
  const insert = (matrix: object) =>
    runSql(
      test.database.connection,
      "insert into role (name, base, reach, matrix) values ('By SQL', 'DEVELOPER', 'UNIT', $1)",
      [JSON.stringify(matrix)],
      "app",
    );
  const NOTHING = { read: [], write: [], actions: [] };

  it.each([
    [{ ...NOTHING, actions: ["close"] }],
    [{ ...NOTHING, write: ["unit"] }],
    [{ ...NOTHING, read: ["password"] }],
    [{ ...NOTHING, delete: ["issue"] }],
    [{ read: [], write: [] }],
    [{ ...NOTHING, read: "all" }],
  ])("refuses the matrix %j", async (matrix) => {
    await expect(insert(matrix)).rejects.toThrow(/R9/);
  });

  it.each([
    "update role set name = 'Chief' where built_in",
    "update role set built_in = false, reach = 'TREE', matrix = '{\"read\":[],\"write\":[],\"actions\":[]}' where base = 'REPORTER' and built_in",
    "insert into role (name, built_in, base) values ('Second manager', true, 'MANAGER')",
    "update role set base = 'MANAGER', revision = revision + 1 where not built_in",
  ])("refuses: %s", async (sql) => {
    await expect(runSql(test.database.connection, sql, [], "app")).rejects.toThrow(/R9/);
  });

  it("knows the same fields and actions as the domain", async () => {
    const [row] = await runSql(
      test.database.connection,
      "select role_matrix_reads() as reads, role_matrix_writes() as writes, role_matrix_actions() as actions",
    );
    const sorted = (names: unknown) => (names as string[]).toSorted();
    expect(sorted(row?.["reads"])).toEqual(GRANTABLE_READS.toSorted());
    expect(sorted(row?.["writes"])).toEqual(GRANTABLE_WRITES.toSorted());
    expect(sorted(row?.["actions"])).toEqual(GRANTABLE_ACTIONS.toSorted());
  });
});
