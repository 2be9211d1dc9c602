// @vitest-environment node
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ancestorsOf, buildTree, treeMove, visibleRows, type TreeUnit } from "./tree-model";

function unit(id: string, parent: string | null): TreeUnit {
  return { id, key: id.toUpperCase(), name: id, parent: parent === null ? null : { id: parent } };
}

const units = [
  unit("demo", null),
  unit("prod", "demo"),
  unit("dev", "prod"),
  unit("app", "dev"),
  unit("comm", "demo"),
];
const tree = buildTree(units);
const open = () => false;
const ids = (collapsed: readonly string[] = []) =>
  visibleRows(tree, (id) => collapsed.includes(id)).map((row) => row.unit.id);

describe("R1: the tree of units", () => {
  it("shows rows in order, with their place for a screen reader", () => {
    expect(
      visibleRows(tree, open).map(({ unit: { id }, level, position, setSize, isExpanded }) => [
        id,
        level,
        position,
        setSize,
        isExpanded,
      ]),
    ).toEqual([
      ["demo", 1, 1, 1, true],
      ["prod", 2, 1, 2, true],
      ["dev", 3, 1, 1, true],
      ["app", 4, 1, 1, false],
      ["comm", 2, 2, 2, false],
    ]);
  });

  it("hides what lies in a closed branch", () => {
    expect(ids(["prod"])).toEqual(["demo", "prod", "comm"]);
  });

  it("keeps a unit in sight whose parent is not there", () => {
    expect(buildTree([unit("dev", "archived")]).map((node) => node.unit.id)).toEqual(["dev"]);
  });

  it("shows each unit once, whatever the tree", () => {
    const parents = fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(parents, (wanted) => {
        const random = wanted.map((parent, at) => unit(`u${at}`, at === 0 ? null : `u${parent % at}`));
        const shown = visibleRows(buildTree(random), open).map((row) => row.unit.id);
        expect(shown.toSorted()).toEqual(random.map((one) => one.id).toSorted());
      }),
    );
  });

  it("knows the way from the root", () => {
    expect(ancestorsOf(units, "APP").map((one) => one.id)).toEqual(["demo", "prod", "dev", "app"]);
    expect(ancestorsOf(units, "NONE")).toEqual([]);
    expect(ancestorsOf(units, undefined)).toEqual([]);
  });
});

describe("keys of the tree", () => {
  const rows = visibleRows(tree, (id) => id === "dev");
  it.each([
    ["prod", "ArrowDown", { kind: "focus", id: "dev" }],
    ["prod", "ArrowUp", { kind: "focus", id: "demo" }],
    ["prod", "Home", { kind: "focus", id: "demo" }],
    ["prod", "End", { kind: "focus", id: "comm" }],
    ["prod", "ArrowRight", { kind: "focus", id: "dev" }],
    ["prod", "ArrowLeft", { kind: "collapse", id: "prod" }],
    ["dev", "ArrowRight", { kind: "expand", id: "dev" }],
    ["dev", "ArrowLeft", { kind: "focus", id: "prod" }],
    ["comm", "ArrowLeft", { kind: "focus", id: "demo" }],
    ["comm", "ArrowRight", null],
    ["comm", "ArrowDown", null],
    ["demo", "ArrowUp", null],
    ["demo", "x", null],
    ["gone", "ArrowDown", null],
  ])("on %s, %s: %j", (focused, key, expected) => {
    expect(treeMove(rows, focused, key)).toEqual(expected);
  });
});
