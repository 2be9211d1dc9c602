import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { IssueCalls } from "../../testing/issue-calls.js";
import { LiveScene } from "../../testing/live-scene.js";
import { OrgCalls } from "../../testing/org-calls.js";
import { dataOf, startTestServer, type TestServer } from "../../testing/test-server.js";

const NAME =
  "mutation ($user: ID!, $from: Date!, $to: Date!) { nameDeputy(user: $user, from: $from, to: $to) { id } }";
const END = "mutation ($deputy: ID!) { endDeputy(deputy: $deputy) { id } }";
const DEPUTIES = "{ deputies { id user { id } boss { name } from to } }";
const ME = "{ me { isBoss deputyFor { name } } }";
const DAY_MS = 86_400_000;

let test: TestServer;
let org: OrgCalls;
let issues: IssueCalls;
beforeAll(async () => {
  test = await startTestServer();
  org = new OrgCalls(test);
  issues = new IssueCalls(test);
});
afterAll(() => test.stop());

const day = (offset: number) => new Date(Date.now() + offset * DAY_MS).toISOString().slice(0, 10);
const wish = (login: string, from: number, to: number) => ({
  user: org.person(login),
  from: day(from),
  to: day(to),
});

interface Me {
  readonly me: { readonly isBoss: boolean; readonly deputyFor: readonly { readonly name: string }[] };
}
const me = async (login: string) => dataOf(await test.as(login)<Me>(ME)).me;

describe("nameDeputy (section 1, R2)", () => {
  it.each(["admin", "prod.head", "dev.dev1", "outsider"])("is refused to %s", async (login) => {
    expect(await org.refusedAs(login, NAME, wish("dev.dev2", 0, 1))).toBe("FORBIDDEN R2");
  });

  it("R2: is refused to who was a boss a moment ago", async () => {
    await issues.whileMember("outsider", "MANAGER", "DEMO", async () => {
      expect((await me("outsider")).isBoss).toBe(true);
    });
    expect(await org.refusedAs("outsider", NAME, wish("dev.dev2", 0, 1))).toBe("FORBIDDEN R2");
  });

  it("the conventions: nobody, oneself, days the wrong way round", async () => {
    expect(await org.refusedAs("boss", NAME, { ...wish("dev.dev2", 0, 1), user: "999999" })).toBe(
      "NOT_FOUND",
    );
    expect(await org.refusedAs("boss", NAME, wish("boss", 0, 1))).toBe("BAD_USER_INPUT user");
    expect(await org.refusedAs("boss", NAME, wish("dev.dev2", 2, 1))).toBe("BAD_USER_INPUT to");
  });

  it("L2: a deputy closes in the name of a boss on their days, names none, and no longer once it is ended", async () => {
    const resolved = async () =>
      (await issues.create("boss", "SALES", { status: issues.status("SALES/Resolved") })).id;
    expect(await issues.refused("dev.dev2", "closeIssues", { ids: [await resolved()] })).toBe("NOT_FOUND");
    dataOf(await test.as("boss")(NAME, wish("dev.dev2", -1, 1)));
    expect(await me("dev.dev2")).toMatchObject({ isBoss: true, deputyFor: [expect.anything()] });
    const id = await resolved();
    await issues.done("dev.dev2", "closeIssues", { ids: [id] });
    const ask =
      "query ($id: ID!) { events(issue: $id, first: 5) { nodes { kind actor { name } onBehalfOf { name } } } }";
    interface Events {
      readonly events: { readonly nodes: readonly Record<string, unknown>[] };
    }
    const { events } = dataOf(await test.as("boss")<Events>(ask, { id }));
    const closed = events.nodes.find(({ kind }) => kind === "ISSUE_CLOSED");
    expect(closed).toMatchObject({ actor: { name: "dev.dev2" }, onBehalfOf: { name: "boss" } });
    expect(await org.refusedAs("dev.dev2", NAME, wish("dev.rep1", 0, 1))).toBe("FORBIDDEN R2");
    interface Listed {
      readonly deputies: readonly { readonly id: string; readonly user: { readonly id: string } }[];
    }
    const { deputies } = dataOf(await test.as("boss")<Listed>(DEPUTIES));
    const deputy = deputies.find(({ user }) => user.id === org.person("dev.dev2"))?.id;
    dataOf(await test.as("boss")(END, { deputy }));
    expect(await me("dev.dev2")).toEqual({ isBoss: false, deputyFor: [] });
    expect(await issues.refused("dev.dev2", "closeIssues", { ids: [await resolved()] })).toBe("NOT_FOUND");
  });

  it("gives nothing before the first day and after the last", async () => {
    dataOf(await test.as("boss")(NAME, wish("dev.rep1", 2, 4)));
    dataOf(await test.as("boss")(NAME, wish("dev.rep1", -4, -2)));
    expect(await me("dev.rep1")).toEqual({ isBoss: false, deputyFor: [] });
  });

  it("R2: those whose days are over, or were cut short, are told to bosses alone, the last first", async () => {
    const PAST = "{ deputies(past: true) { user { id } from to active endedAt } }";
    dataOf(await test.as("boss")(NAME, wish("sales.rep1", -9, -8)));
    dataOf(await test.as("boss")(NAME, wish("sales.rep1", 5, 6)));
    interface Listed {
      readonly deputies: readonly {
        readonly id?: string;
        readonly user: { readonly id: string };
        readonly from: string;
        readonly active: boolean;
        readonly endedAt: string | null;
      }[];
    }
    const theirs = async (query: string) =>
      dataOf(await test.as("boss")<Listed>(query)).deputies.filter(
        ({ user }) => user.id === org.person("sales.rep1"),
      );
    const [coming] = await theirs(DEPUTIES);
    expect(coming?.from).toBe(day(5));
    expect(await theirs(PAST)).toEqual([
      expect.objectContaining({ from: day(-9), active: false, endedAt: null }),
    ]);
    dataOf(await test.as("boss")(END, { deputy: coming?.id }));
    expect(await theirs(DEPUTIES)).toEqual([]);
    const past = await theirs(PAST);
    expect(past.map(({ from }) => from)).toEqual([day(5), day(-9)]);
    expect(past[0]?.endedAt).toMatch(/^\d{4}-.*Z$/);
    expect(await org.refusedAs("dev.dev1", PAST, {})).toBe("FORBIDDEN R2");
  });

  it("R2: the day's turn ends the right on the next request, and the stream within 2 s, though nothing happens", async () => {
    const { access } = test.server;
    const { now } = access;
    const scene = new LiveScene(test);
    dataOf(await test.as("boss")(NAME, wish("outsider", 0, 0)));
    const watch = await scene.board("outsider", "SALES");
    const seen = await scene.move((await issues.create("boss", "SALES", {})).id, "To do", "boss", "SALES");
    await watch.until(() => watch.has(seen));
    try {
      access.now = () => new Date(Date.now() + 2 * DAY_MS);
      await watch.untilOver(2_000);
      expect(watch.isComplete).toBe(true);
      expect((await me("outsider")).isBoss).toBe(false);
    } finally {
      access.now = now;
      scene.clear();
    }
  });
});
