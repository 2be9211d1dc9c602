import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_SPEC } from "../../../testing/test-company.js";
import { makeIssues } from "../../../testing/test-issues.js";
import { dataOf, startTestServer, type TestServer } from "../../../testing/test-server.js";

let test: TestServer;

beforeAll(async () => {
  test = await startTestServer({ ...DEMO_SPEC, units: { ...DEMO_SPEC.units, QA: "DEV" } });
  await makeIssues(test, [
    { unit: "DEV", title: "КаФа на обед" },
    { unit: "DEV", title: "Ёлка в холле" },
    { unit: "DEV", title: "ŐSZ és tél" },
    { unit: "DEV", title: "Straße 100% a_b c\\d" },
    { unit: "DEV", title: "Invoice export", description: "Fails for Łódź customers" },
    {
      unit: "DEV",
      title: "Login",
      comments: [{ body: "The invoice page is slow" }, { body: "budget cut", internal: true }],
    },
    { unit: "APP", title: "Of the app", comments: [{ body: "moved here", internal: true, unit: "SALES" }] },
    {
      unit: "SALES",
      title: "Contract",
      author: "dev.rep1",
      description: "with dev.rep1",
      comments: [{ body: "visible invoice" }, { body: "hidden margin", internal: true }],
    },
    { unit: "QA", title: "Of short key" },
  ]);
});
afterAll(() => test.stop());

async function find(login: string, text: string, more: object = {}): Promise<string[]> {
  const document = `query($filter: IssueFilter, $orderBy: [IssueOrder!]) { issues(filter: $filter, orderBy: $orderBy) { totalCount nodes { title } } }`;
  const variables = { filter: { text }, orderBy: [{ by: "CREATED_AT" }], ...more };
  const { issues } = dataOf(
    await test.as(login)<{ issues: { totalCount: number; nodes: { title: string }[] } }>(document, variables),
  );
  expect(issues.totalCount).toBe(issues.nodes.length);
  return issues.nodes.map((node) => node.title);
}

describe("text", () => {
  it.each([
    ["кафа", "КаФа на обед"],
    ["КАФА", "КаФа на обед"],
    ["ёлка", "Ёлка в холле"],
    ["ЕЛКА", "Ёлка в холле"],
    ["ёлка", "Ёлка в холле"],
    ["ősz", "ŐSZ és tél"],
    ["ÉS ŐSZ", "ŐSZ és tél"],
    ["straße", "Straße 100% a_b c\\d"],
    ["łódź", "Invoice export"],
  ])("TXT-01: %s finds %s, whatever the case", async (text, title) => {
    expect(await find("boss", text)).toEqual([title]);
  });

  it("what a pattern would mean is looked for as it stands", async () => {
    expect(await find("boss", "100%")).toEqual(["Straße 100% a_b c\\d"]);
    expect(await find("boss", "a_b")).toEqual(["Straße 100% a_b c\\d"]);
    expect(await find("boss", "c\\d")).toEqual(["Straße 100% a_b c\\d"]);
    for (const none of ["10_%", "a%b", "c%d", "osz", "\\"]) {
      expect(await find("boss", none)).toEqual(none === "\\" ? ["Straße 100% a_b c\\d"] : []);
    }
  });

  it("every word must be found, each in whatever place: title, description, comment", async () => {
    expect(await find("boss", "invoice")).toEqual(["Invoice export", "Login", "Contract"]);
    expect(await find("boss", "export customers")).toEqual(["Invoice export"]);
    expect(await find("boss", "login slow page")).toEqual(["Login"]);
    expect(await find("boss", "login customers")).toEqual([]);
    expect(await find("boss", "  invoice \t invoice\nINVOICE ")).toHaveLength(3);
    expect(await find("boss", "in")).toEqual(["Invoice export", "Login", "Contract"]);
  });

  it("a key finds its issue", async () => {
    expect(await find("boss", "dev-5")).toEqual(["Invoice export"]);
    expect(await find("boss", "DEV-5 invoice")).toEqual(["Invoice export"]);
    expect(await find("sales.dev1", "DEV-5")).toEqual([]);
    // Too short for the indexes of three letters.
    expect(await find("boss", "qa-1")).toEqual(["Of short key"]);
    expect(await find("sales.dev1", "QA-1")).toEqual([]);
  });

  it("a text without words asks nothing", async () => {
    expect(await find("boss", " ")).toHaveLength(9);
  });

  it("section 2: internal comments are found by managers and analysts of the unit they were written in", async () => {
    expect(await find("dev.head", "budget")).toEqual(["Login"]);
    expect(await find("analyst", "budget")).toEqual(["Login"]);
    expect(await find("dev.dev1", "budget")).toEqual([]);
    expect(await find("dev.dev1", "slow")).toEqual(["Login"]);
    // Seen, but written elsewhere: not theirs to read.
    expect(await find("app.head", "moved")).toEqual([]);
    expect(await find("boss", "moved")).toEqual(["Of the app"]);
    // And what the manager of where it was written reads, they do not see any more.
    expect(await find("sales.head", "moved")).toEqual([]);
  });

  it("PER-06: an author finds what they read, and nothing of what others wrote among themselves", async () => {
    expect(await find("dev.rep1", "visible")).toEqual(["Contract"]);
    expect(await find("dev.rep1", "margin")).toEqual([]);
    expect(await find("dev.rep1", "login")).toEqual([]);
    expect(await find("dev.dev1", "contract")).toEqual([]);
  });

  it("BAD_USER_INPUT: longer than any title", async () => {
    const document = `query($text: String) { issues(filter: { text: $text }) { totalCount } }`;
    const answer = await test.as("boss")(document, { text: "слово ".repeat(90) });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "text" });
    expect((await test.as("boss")(document, { text: "я".repeat(500) })).errors).toBeUndefined();
  });
});

describe("relevance", () => {
  const best = { orderBy: [{ by: "RELEVANCE", direction: "DESC" }] };

  it("puts the key and the whole title first, then title, description, comments; of equals the newest", async () => {
    await makeIssues(test, [
      { unit: "DEV", title: "Talk", comments: [{ body: "about beta" }] },
      { unit: "DEV", title: "Plan", description: "for Beta" },
      { unit: "DEV", title: "beta" },
      { unit: "DEV", title: "Beta test" },
      { unit: "DEV", title: "Old beta test" },
    ]);
    const order = ["beta", "Old beta test", "Beta test", "Plan", "Talk"];
    expect(await find("boss", "BETA", best)).toEqual(order);
    expect(await find("boss", "BETA", { orderBy: [{ by: "RELEVANCE" }] })).toEqual(order.toReversed());
    await makeIssues(test, [{ unit: "DEV", title: "See DEV-1" }]);
    expect(await find("boss", "dev-1", best)).toEqual(["КаФа на обед", "See DEV-1"]);
  });

  it("R10: a description that the viewer does not read gives no better place", async () => {
    await makeIssues(test, [
      { unit: "SALES", title: "gamma one", heldBefore: ["outsider"], description: "delta" },
      { unit: "SALES", title: "gamma two", author: "outsider", description: "delta" },
    ]);
    expect(await find("outsider", "gamma", best)).toEqual(["gamma two", "gamma one"]);
    expect(await find("outsider", "gamma delta", best)).toEqual(["gamma two"]);
  });
});
