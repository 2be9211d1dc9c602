import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ListedIssues } from "../../../testing/listed-issues.js";
import { runSql } from "../../../testing/sql.js";
import { dataOf } from "../../../testing/test-server.js";

let list: ListedIssues;
beforeAll(async () => {
  list = await ListedIssues.start();
});
afterAll(() => list.test.stop());

const DEV_SEES = ["plain", "held", "urgent", "done", "mobile", "once mine", "child", "half orphan"];

describe("issues", () => {
  it("PER-14: names of another department's records find what does not exist finds: nothing", async () => {
    for (const filter of [
      { id: { eq: list.issue("sale").id } },
      { unit: { eq: list.test.company.units["COMM"] } },
      { key: { eq: list.issue("sale").key } },
    ]) {
      expect(await list.find("dev.rep1", filter)).toEqual([]);
      expect(
        (await list.find("boss", { or: [filter, { underUnit: list.test.company.units["COMM"] }] })).length,
      ).toBe(2);
    }
    expect(await list.find("dev.rep1", { id: { eq: "999999999" } })).toEqual([]);
  });

  it("R2: what a membership showed is gone on the very next request after its end", async () => {
    expect(await list.find("service.head", {})).toEqual([]);
    const insert = "insert into membership (unit_id, user_id, role_id) values ($1, $2, $3)";
    const who = [list.test.company.units["SALES"], list.test.company.people["service.head"]];
    await runSql(list.test.database.connection, insert, [...who, list.test.company.roles.ANALYST]);
    expect(await list.find("service.head", {})).toEqual(["sale", "once mine"]);
    const end = "update membership set ended_at = now() where unit_id = $1 and user_id = $2";
    await runSql(list.test.database.connection, end, who);
    expect(await list.find("service.head", {})).toEqual([]);
  });

  it("R5 to R8: each sees what is theirs to see, closed ones too, archived ones not", async () => {
    expect(await list.find("dev.dev2", {})).toEqual(DEV_SEES.filter((title) => title !== "once mine"));
    expect(await list.find("dev.dev1", {})).toEqual(DEV_SEES.filter((title) => title !== "mobile"));
    expect(await list.find("dev.rep1", {})).toEqual(["held"]);
    expect(await list.find("outsider", {})).toEqual(["sale"]);
    expect(await list.find("admin", {})).toEqual([]);
    expect((await list.find("analyst", {})).length).toBe(9);
  });

  it("a stranger sees no list", async () => {
    const answer = await list.ask(null);
    expect(answer.errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
  });

  it("by default the newest comes first, and the last made of one instant before it", async () => {
    const { issues } = dataOf(await list.ask("dev.dev1", {}));
    expect(issues.nodes.map((node) => node.title)).toEqual([
      "half orphan",
      "child",
      "once mine",
      "done",
      "urgent",
      "held",
      "plain",
    ]);
  });
});

describe("the parts of a filter", () => {
  const dev = "dev.dev1";

  it("what is null is left out, wherever it stands", async () => {
    const nothing = {
      and: null,
      or: null,
      not: null,
      id: null,
      estimate: null,
      label: { eq: null, in: null, ne: null, notIn: null, isNull: null },
      type: null,
      text: null,
      mine: null,
    };
    expect(await list.find(dev, nothing)).toHaveLength(7);
    expect(
      dataOf(await list.ask(dev, { filter: null, orderBy: null, first: null, after: null })).issues
        .totalCount,
    ).toBe(7);
    expect(
      dataOf(await list.ask(dev, { orderBy: [{ by: "CREATED_AT", direction: null }] })).issues.nodes[0]
        ?.title,
    ).toBe("plain");
  });

  it("and, or, not: empty lists, and many in one object", async () => {
    expect(await list.find(dev, { and: [] })).toHaveLength(7);
    expect(await list.find(dev, { or: [] })).toEqual([]);
    expect(await list.find(dev, { not: { or: [] } })).toHaveLength(7);
    expect(await list.find(dev, { not: {} })).toEqual([]);
    expect(
      await list.find(dev, {
        and: [{ category: ["BACKLOG"] }, { or: [{ mine: true }, { followed: true }] }],
      }),
    ).toEqual(["urgent", "once mine"]);
    expect(
      await list.find(dev, {
        category: ["BACKLOG"],
        or: [{ key: { eq: "DEV-1" } }, { key: { eq: "DEV-4" } }],
        not: { mine: true },
      }),
    ).toEqual(["plain"]);
    expect(
      await list.find(dev, { not: { and: [{ category: ["BACKLOG"] }, { assignee: { isNull: true } }] } }),
    ).toEqual(["held", "done"]);
  });

  it("a misspelt operator or value is refused, never ignored", async () => {
    const wrong = [
      { estimate: { equals: 3 } },
      { estimat: { eq: 3 } },
      { type: ["BUGS"] },
      { dueDate: { eq: "2026-02-31" } },
      { createdAt: { lt: "yesterday" } },
      { estimate: { eq: "3" } },
      { mine: "yes" },
    ];
    for (const filter of wrong) {
      const answer = await list.ask("boss", { filter });
      expect(answer.errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
    }
  });

  it("TXT-05: NUL and halves of a pair are refused in every text, not sent to the database", async () => {
    for (const bad of ["a\0b", "\ud83d", "\udc00x"]) {
      const filters = [
        { text: bad },
        { key: { eq: bad } },
        { key: { in: [bad] } },
        { key: { contains: bad } },
        { key: { startsWith: bad } },
      ];
      for (const filter of filters) {
        const answer = await list.ask("boss", { filter });
        expect(answer.errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
      }
      for (const filter of [{ id: { eq: bad } }, { underUnit: bad }, { label: { in: [bad] } }]) {
        expect(await list.find("boss", filter)).toEqual([]);
      }
    }
  });

  it("SCA-07: a filter of too many parts, or too deep, is refused before it reaches the database", async () => {
    let deep: object = { mine: true };
    for (let depth = 0; depth < 25; depth++) deep = { not: deep };
    const wide = { or: Array.from({ length: 300 }, () => ({ text: "word" })) };
    const words = {
      or: [0, 30].map((from) => ({
        text: Array.from({ length: 30 }, (_, n) => `w${String(from + n)}`).join(" "),
      })),
    };
    const numbers = { eq: 1, ne: 2, lt: 3, lte: 4, gt: 5, gte: 6 };
    const values = { or: Array.from({ length: 150 }, () => ({ estimate: numbers, value: numbers })) };
    for (const filter of [deep, wide, words, values]) {
      const answer = await list.ask("dev.dev1", { filter });
      expect(answer.errors?.[0]?.extensions).toMatchObject({ code: "LIMIT", field: "filter" });
    }
    expect(await list.find("dev.dev1", { text: words.or[0]?.text, or: values.or.slice(0, 20) })).toEqual([]);
  });
});
