import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canSee, type Viewer } from "../rights/viewer.js";
import { companyArb, factsArb } from "../testing/arbitraries.js";
import { demoCompany, unitId, userId, viewerAs, viewersOf } from "../testing/demo-company.js";
import {
  hatsByFacts,
  issueEventSight,
  readableIssueChanges,
  type IssueEvent,
  type SightFacts,
} from "./issue-event-sight.js";

const company = demoCompany();
const facts = (unit: string, changes: Partial<SightFacts> = {}): SightFacts => ({
  unitId: unitId(unit),
  assigneeId: null,
  authorId: userId("boss"),
  holders: [],
  stepUnitId: null,
  ...changes,
});

function eventOf(changes: Partial<IssueEvent> = {}): IssueEvent {
  const after = changes.after ?? facts("DEV");
  return { kind: "ISSUE_EDITED", changes: [], before: after, after, now: after, comment: null, ...changes };
}

describe("I9: whether a stream tells a viewer of an event", () => {
  const held = { assigneeId: userId("dev.rep1"), holders: [userId("dev.rep1")] };

  test.each<[string, string, Partial<IssueEvent>, string]>([
    ["who sees the unit", "dev.dev1", {}, "SHOWN"],
    ["who sees another unit", "design.dev1", {}, "NOTHING"],
    ["who is only staff", "outsider", {}, "NOTHING"],
    ["R6: a reporter, of what they do not hold", "dev.rep1", {}, "NOTHING"],
    ["R6: a reporter who gets it", "dev.rep1", { before: facts("DEV"), after: facts("DEV", held) }, "SHOWN"],
    [
      "R8: a reporter who gives it away follows it",
      "dev.rep1",
      { before: facts("DEV", held), after: facts("DEV", { holders: held.holders }) },
      "SHOWN",
    ],
    ["who had it come into sight later", "dev.rep1", { now: facts("DEV", held) }, "NOTHING"],
    [
      "R8: its author, wherever it is",
      "outsider",
      { after: facts("SALES", { authorId: userId("outsider") }) },
      "SHOWN",
    ],
    ["who lost sight of it by this", "dev.dev1", { before: facts("DEV"), after: facts("SALES") }, "GONE"],
    [
      "who gained sight of it by this",
      "sales.head",
      { before: facts("DEV"), after: facts("SALES") },
      "SHOWN",
    ],
    [
      "H2: who had the turn, and has acted",
      "sales.head",
      {
        before: facts("DEV", { stepUnitId: unitId("SALES") }),
        after: facts("DEV", { holders: [userId("sales.head")] }),
      },
      "SHOWN",
    ],
    [
      "H2: a head above who had the turn, and has it no more",
      "comm.head",
      { before: facts("DEV", { stepUnitId: unitId("SALES") }), after: facts("DEV") },
      "GONE",
    ],
    ["who sees both units", "boss", { before: facts("DEV"), after: facts("SALES") }, "SHOWN"],
    ["who sees neither", "design.dev1", { before: facts("DEV"), after: facts("SALES") }, "NOTHING"],
    ["who lost sight of it later", "dev.dev1", { now: facts("SALES") }, "NOTHING"],
    [
      "who lost sight of it by this, and has it back",
      "dev.dev1",
      { before: facts("DEV"), after: facts("SALES"), now: facts("DEV") },
      "NOTHING",
    ],
  ])("%s (%s)", (_who, login, changes, expected) => {
    expect(issueEventSight(viewerAs(company, login), eventOf(changes))).toBe(expected);
  });

  const sightArb = (companyGiven: typeof company): fc.Arbitrary<SightFacts> =>
    fc
      .tuple(factsArb(companyGiven), fc.subarray(companyGiven.people.map(({ id }) => id)))
      .map(([one, holders]) => ({
        unitId: one.unitId,
        assigneeId: one.assigneeId,
        authorId: one.authorId,
        stepUnitId: one.stepUnitId,
        holders,
      }));
  const caseArb = companyArb.chain((given) =>
    fc.record({
      viewer: fc.constantFrom(...viewersOf(given)),
      before: sightArb(given),
      after: sightArb(given),
      now: sightArb(given),
    }),
  );
  const sees = (viewer: Viewer, one: SightFacts) => canSee(hatsByFacts(viewer, one));

  test("R10: nothing is shown of an issue that is not seen now, and GONE tells only who has seen it", () => {
    fc.assert(
      fc.property(caseArb, ({ viewer, before, after, now }) => {
        const sight = issueEventSight(viewer, eventOf({ before, after, now }));
        if (sight === "SHOWN") expect([sees(viewer, after), sees(viewer, now)]).toEqual([true, true]);
        if (sight === "GONE") {
          expect([before, after, now].map((one) => sees(viewer, one))).toEqual([true, false, false]);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("R10, PER-05: what is read of an event's changes", () => {
  const change = (field: string, before: string | null = null, after: string | null = "x") => ({
    field,
    before,
    after,
  });
  const read = (login: string, event: IssueEvent, sees: (id: string) => boolean = () => false) => {
    const viewer = viewerAs(company, login);
    return (
      readableIssueChanges(viewer, event, hatsByFacts(viewer, event.now), sees)?.map(({ field }) => field) ??
      null
    );
  };
  const edit = eventOf({
    changes: [change("title"), change("estimate"), change("rank")],
    after: facts("DEV", { authorId: userId("outsider") }),
  });

  test("is masked like the fields; of which nothing is read is left out", () => {
    expect(read("dev.dev1", edit)).toEqual(["title", "estimate", "rank"]);
    expect(read("outsider", edit)).toEqual(["title"]);
    expect(read("outsider", { ...edit, changes: [change("estimate")] })).toBeNull();
    expect(read("dev.dev1", { ...edit, changes: [change("unheardOf")] })).toBeNull();
    expect(read("dev.dev1", { ...edit, changes: [] })).toBeNull();
  });

  test("an id of an issue that is not seen is no value, on either side", () => {
    const moved = { ...edit, changes: [change("parent", "1", "2")] };
    const viewer = viewerAs(company, "dev.dev1");
    const parents = (sees: (id: string) => boolean) =>
      readableIssueChanges(viewer, moved, hatsByFacts(viewer, moved.now), sees);
    expect(parents(() => true)).toEqual([change("parent", "1", "2")]);
    expect(parents((id) => id === "1")).toEqual([change("parent", "1", null)]);
    expect(parents((id) => id === "2")).toEqual([change("parent", null, "2")]);
    expect(parents(() => false)).toBeNull();
  });

  test("section 2: a comment's event is read by who reads the comment, whatever it says of itself", () => {
    const said = (internal: boolean, unit = "DEV") =>
      eventOf({
        kind: "COMMENT_ADDED",
        changes: [change("body")],
        comment: { internal, unitId: unitId(unit), authorId: userId("boss") },
      });
    expect(read("dev.dev1", said(false))).toEqual(["body"]);
    expect(read("dev.dev1", said(true))).toBeNull();
    expect(read("dev.head", said(true))).toEqual(["body"]);
    expect(read("dev.head", said(true, "SALES"))).toBeNull();
    expect(read("dev.head", { ...said(false), comment: null })).toBeNull();
  });
});
