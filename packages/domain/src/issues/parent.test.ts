import fc from "fast-check";
import { expect, test } from "vitest";
import { issueId, verdictText } from "../testing/issues.js";
import type { IssueId } from "../shared/ids.js";
import { canHaveParent } from "./parent.js";

function chainAbove(parents: ReadonlyMap<IssueId, IssueId>, id: IssueId): IssueId[] {
  const chain: IssueId[] = [];
  for (let above = parents.get(id); above !== undefined; above = parents.get(above)) chain.push(above);
  return chain;
}

test.each([
  ["TRE-09: itself", "1", "1", [], "BAD_USER_INPUT parent"],
  ["TRE-01: its child", "1", "2", ["1"], "BAD_USER_INPUT parent"],
  ["TRE-05: its grandchild", "1", "3", ["2", "1"], "BAD_USER_INPUT parent"],
  ["a stranger", "1", "4", ["5", "6"], "allowed"],
  ["its present parent", "2", "1", [], "allowed"],
])("I1: %s", (_what, id, parent, above, expected) => {
  expect(verdictText(canHaveParent(issueId(id), issueId(parent), above.map(issueId)))).toBe(expected);
});

test("TRE-01: its fiftieth descendant", () => {
  const above = Array.from({ length: 50 }, (_, index) => issueId(String(50 - index)));
  expect(verdictText(canHaveParent(issueId("1"), issueId("51"), above))).toBe("BAD_USER_INPUT parent");
});

test("I1: whatever is asked for, one after another, the parents never make a circle, and nothing else is refused", () => {
  const idArb = fc.nat(7).map((number) => issueId(String(number)));
  fc.assert(
    fc.property(fc.array(fc.tuple(idArb, idArb), { maxLength: 40 }), (wishes) => {
      const parents = new Map<IssueId, IssueId>();
      for (const [id, parent] of wishes) {
        const isBelow = chainAbove(parents, parent).includes(id);
        const decision = canHaveParent(id, parent, chainAbove(parents, parent));
        expect(decision.allowed).toBe(id !== parent && !isBelow);
        if (decision.allowed) parents.set(id, parent);
      }
      // Ends only without a circle.
      for (const id of parents.keys()) expect(chainAbove(parents, id).length).toBeLessThan(8);
    }),
  );
});
