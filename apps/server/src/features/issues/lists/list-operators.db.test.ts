import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ListedIssues } from "../../../testing/listed-issues.js";
import { runSql } from "../../../testing/sql.js";

let list: ListedIssues;
beforeAll(async () => {
  list = await ListedIssues.start();
});
afterAll(() => list.test.stop());

describe("FIL-05: every operator on every field", () => {
  const dev = "dev.dev1";

  it("of ids", async () => {
    const { people, units } = list.test.company;
    expect(await list.find(dev, { id: { eq: list.issue("held").id } })).toEqual(["held"]);
    expect(
      await list.find(dev, { id: { in: [list.issue("held").id, list.issue("sale").id, "no id"] } }),
    ).toEqual(["held"]);
    expect(await list.find(dev, { id: { in: [] } })).toEqual([]);
    expect(await list.find(dev, { unit: { ne: units["DEV"] } })).toEqual(["once mine"]);
    expect(await list.find(dev, { unit: { notIn: [units["DEV"]] } })).toEqual(["once mine"]);
    expect(await list.find(dev, { unit: { notIn: [] } })).toHaveLength(7);
    expect(await list.find(dev, { assignee: { isNull: false } })).toEqual(["held"]);
    expect(await list.find(dev, { author: { eq: people["dev.dev1"] } })).toEqual(["urgent"]);
    expect(await list.find(dev, { author: { isNull: true } })).toEqual([]);
    expect(await list.find(dev, { status: { eq: list.test.company.statuses["DEV/Closed"] } })).toEqual([
      "done",
    ]);
    expect(await list.find(dev, { id: { eq: list.issue("held").id, ne: list.issue("held").id } })).toEqual(
      [],
    );
    for (const noId of ["", "x", "-1", "0", "1e3", "99999999999999999999"]) {
      expect(await list.find(dev, { id: { eq: noId } })).toEqual([]);
      expect(await list.find(dev, { id: { ne: noId } })).toHaveLength(7);
    }
  });

  it("FIL-03: what is not, or is not among, takes in what is empty", async () => {
    const rep = list.test.company.people["dev.rep1"];
    const others = ["plain", "urgent", "done", "once mine", "child", "half orphan"];
    expect(await list.find(dev, { assignee: { ne: rep } })).toEqual(others);
    expect(await list.find(dev, { assignee: { notIn: [rep, "no id"] } })).toEqual(others);
    expect(await list.find(dev, { not: { assignee: { eq: rep } } })).toEqual(others);
    expect(await list.find(dev, { not: { not: { assignee: { eq: rep } } } })).toEqual(["held"]);
    expect(await list.find("boss", { estimate: { ne: 3 } })).toContain("plain");
    expect(await list.find("boss", { not: { estimate: { gt: 1 } } })).toEqual([
      "plain",
      "done",
      "mobile",
      "child",
      "half orphan",
    ]);
    expect(await list.find("boss", { not: { dueDate: { lt: "2026-11-15" } } })).not.toContain("done");
    expect(await list.find("boss", { not: { dueDate: { lt: "2026-11-15" } } })).toHaveLength(8);
  });

  it("of labels: has it, has none of them, has none at all", async () => {
    const rows = await runSql(
      list.test.database.connection,
      "select id::text, name, unit_id::text as unit from label",
    );
    const label = (name: string, unit = "DEV") =>
      rows.find((row) => row["name"] === name && row["unit"] === list.test.company.units[unit])?.["id"];
    expect(await list.find("boss", { label: { eq: label("red") } })).toEqual(["held", "urgent"]);
    expect(await list.find("boss", { label: { in: [label("blue"), label("red", "APP")] } })).toEqual([
      "urgent",
      "mobile",
    ]);
    expect(await list.find("boss", { label: { ne: label("red") } })).toHaveLength(7);
    expect(await list.find("boss", { label: { notIn: [label("blue"), label("red", "APP")] } })).toHaveLength(
      7,
    );
    expect(await list.find("boss", { label: { isNull: false } })).toEqual(["held", "urgent", "mobile"]);
    expect(await list.find("boss", { label: { isNull: true } })).toHaveLength(6);
  });

  it("of keys", async () => {
    const key = list.issue("urgent").key;
    expect(key).toBe("DEV-3");
    expect(await list.find(dev, { key: { eq: key } })).toEqual(["urgent"]);
    expect(await list.find(dev, { key: { in: [key, "NONE-1"] } })).toEqual(["urgent"]);
    expect(await list.find(dev, { key: { startsWith: "dev-" } })).toHaveLength(6);
    expect(await list.find(dev, { key: { contains: "ev-3" } })).toEqual(["urgent"]);
    for (const wild of ["%", "_", "DEV_3", "\\"])
      expect(await list.find(dev, { key: { contains: wild } })).toEqual([]);
    expect(await list.find(dev, { key: { isNull: true } })).toEqual([]);
    expect(await list.find(dev, { key: { isNull: false } })).toHaveLength(7);
  });

  it("of numbers, exactly", async () => {
    expect(await list.find("boss", { estimate: { eq: 0.1 } })).toEqual(["mobile"]);
    expect(await list.find("boss", { estimate: { lt: 3 } })).toEqual(["mobile"]);
    expect(await list.find("boss", { estimate: { lte: 3 } })).toEqual(["held", "mobile"]);
    expect(await list.find("boss", { estimate: { gt: 5 } })).toEqual(["sale", "once mine"]);
    expect(await list.find("boss", { estimate: { gte: 5, lt: 13 } })).toEqual(["urgent", "sale"]);
    expect(await list.find("boss", { estimate: { isNull: true } })).toHaveLength(4);
    expect(await list.find("boss", { estimate: { lt: 1e308, gt: -1e308 } })).toHaveLength(5);
    expect(await list.find("boss", { value: { eq: 1, ne: 2 } })).toEqual(["held"]);
  });

  it("of days and instants", async () => {
    expect(await list.find(dev, { dueDate: { eq: "2026-12-01" } })).toEqual(["urgent"]);
    expect(await list.find(dev, { dueDate: { gte: "2026-11-01", lte: "2026-11-30" } })).toEqual(["done"]);
    expect(await list.find(dev, { dueDate: { gt: "2026-11-01" } })).toEqual(["urgent"]);
    expect(await list.find(dev, { dueDate: { isNull: false } })).toEqual(["urgent", "done"]);
    expect(await list.find(dev, { closedAt: { isNull: false } })).toEqual(["done"]);
    expect(
      await list.find(dev, { createdAt: { gt: "2026-01-01T00:00:00+02:00", lte: "9999-12-31T23:59:59Z" } }),
    ).toHaveLength(7);
    expect(await list.find(dev, { createdAt: { lt: "2000-01-01T00:00:00Z" } })).toEqual([]);
    expect(await list.find(dev, { updatedAt: { gte: "2000-01-01T00:00:00Z" } })).toHaveLength(7);
  });

  it("of categories, types, priorities, and what is the viewer's own", async () => {
    expect(await list.find(dev, { category: ["CLOSED", "TODO"] })).toEqual(["done"]);
    expect(await list.find(dev, { category: [] })).toEqual([]);
    expect(await list.find("boss", { type: ["BUG"] })).toEqual(["urgent"]);
    expect(await list.find("boss", { type: [] })).toEqual([]);
    expect(await list.find("boss", { priority: ["LOW", "URGENT"] })).toEqual(["urgent", "done", "once mine"]);
    expect(await list.find("dev.rep1", { mine: true })).toEqual(["held"]);
    expect(await list.find("boss", { mine: true })).toEqual([]);
    expect(await list.find("boss", { mine: false })).toHaveLength(9);
    expect(await list.find(dev, { followed: true })).toEqual(["urgent", "once mine"]);
    expect(await list.find(dev, { followed: false })).toEqual([
      "plain",
      "held",
      "done",
      "child",
      "half orphan",
    ]);
  });

  it("of units below, where an unknown one holds nothing", async () => {
    const { units } = list.test.company;
    expect(await list.find("boss", { underUnit: units["DEV"] })).toHaveLength(7);
    expect(await list.find("boss", { underUnit: units["APP"] })).toEqual(["mobile"]);
    expect(await list.find("dev.dev1", { underUnit: units["DEMO"] })).toHaveLength(7);
    for (const unknown of ["999999", "x"])
      expect(await list.find("boss", { underUnit: unknown })).toEqual([]);
  });

  it("archived: left out, alone, or, by an `or`, both", async () => {
    expect(await list.find("boss", { archived: true })).toEqual(["put away"]);
    expect(await list.find("boss", { archived: false })).toHaveLength(9);
    expect(await list.find("boss", { or: [{ archived: true }, { archived: false }] })).toHaveLength(10);
    expect(await list.find("boss", { archived: null })).toHaveLength(9);
    expect(await list.find("outsider", { archived: true })).toEqual([]);
  });
});
