import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HandoffCalls } from "../../testing/handoff-calls.js";
import { NoticeCalls } from "../../testing/notice-calls.js";
import { runSql } from "../../testing/sql.js";
import { makeIssues } from "../../testing/test-issues.js";
import { startTestServer, type TestServer } from "../../testing/test-server.js";

let test: TestServer;
let calls: NoticeCalls;
let handoffs: HandoffCalls;

beforeAll(async () => {
  test = await startTestServer();
  calls = new NoticeCalls(test);
  handoffs = new HandoffCalls(test);
});
afterAll(() => test.stop());

function endMemberships(login: string): Promise<unknown> {
  const text = "update membership set ended_at = now() where user_id = $1";
  return runSql(test.database.connection, text, [calls.person(login)]);
}

describe("R10: never a notice of what its reader may not see", () => {
  it("a person of another department who is mentioned is told nothing, in list and count", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV" }]);
    await calls.comment(
      "dev.head",
      issue.id,
      `Ask ${calls.mention("sales.dev1")} and ${calls.mention("dev.dev1")}`,
    );
    expect([await calls.notices("sales.dev1"), await calls.unread("sales.dev1")]).toEqual([[], 0]);
    expect(await calls.told("dev.dev1", issue.id)).toEqual(["notice.mentionedInComment"]);
  });

  it("R2: what its reader has just ceased to see takes its notices along", async () => {
    const [issue] = await makeIssues(test, [{ unit: "SALES" }]);
    await calls.comment("sales.head", issue.id, calls.mention("sales.dev1"));
    const [notice] = await calls.notices("sales.dev1");
    expect([notice?.issue?.id, await calls.unread("sales.dev1")]).toEqual([issue.id, 1]);
    await endMemberships("sales.dev1");
    expect([await calls.notices("sales.dev1"), await calls.unread("sales.dev1")]).toEqual([[], 0]);
    expect(await calls.mark("sales.dev1", [notice?.id ?? ""])).toBe("NOT_FOUND");
  });

  it("PER-10: an internal comment mentions who does not read it, and tells them nothing", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV", author: "outsider", assignee: "dev.rep1" }]);
    const body = `${calls.mention("dev.rep1")} ${calls.mention("prod.head")}`;
    await calls.comment("dev.head", issue.id, body, true);
    expect(await calls.told("dev.rep1", issue.id)).toEqual([]);
    expect(await calls.told("outsider", issue.id)).toEqual([]);
    expect(await calls.told("prod.head", issue.id)).toEqual(["notice.mentionedInComment"]);
  });

  it("who reads no description is not told that it mentions them, though they see the issue", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV", heldBefore: ["sales.rep1"] }]);
    const edit = `mutation($id: ID!, $input: UpdateIssueInput!) { updateIssue(id: $id, revision: 1, input: $input) { id } }`;
    const description = `For ${calls.mention("sales.rep1")} and ${calls.mention("dev.dev2")}`;
    await calls.done("dev.head", edit, { id: issue.id, input: { title: "New", description } });
    expect(await calls.told("sales.rep1", issue.id)).toEqual([]);
    expect(await calls.unread("sales.rep1")).toBe(0);
    expect(await calls.told("dev.dev2", issue.id)).toEqual(["notice.mentioned"]);
  });

  it("R11: an assignee learns that it is theirs, and no value that they may not read", async () => {
    const [issue] = await makeIssues(test, [
      { unit: "DEV", assignee: "dev.rep1", estimate: 77, description: "Unspeakable" },
    ]);
    await calls.assign("dev.head", issue.id, "dev.dev1");
    const notices = (await calls.notices("dev.rep1")).filter((one) => one.issue?.id === issue.id);
    expect(notices.map(({ message }) => message)).toEqual([
      { key: "notice.passedOn", params: { actor: "dev.head", issue: issue.key } },
    ]);
    expect(JSON.stringify(notices)).not.toMatch(/77|Unspeakable/);
    expect(notices[0]?.issue?.description).toBeNull();
  });
});

describe("B4: who is told", () => {
  it("whoever is assigned, by the new holder's own words; never of one's own act", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV" }]);
    await calls.assign("dev.head", issue.id, "dev.dev1");
    await calls.assign("dev.head", issue.id, "dev.head");
    const mine = (await calls.notices("dev.dev1")).filter((one) => one.issue?.id === issue.id);
    expect(mine.map(({ text }) => text)).toEqual([
      `dev.head took ${issue.key} out of your name`,
      `dev.head assigned ${issue.key} to you`,
    ]);
    expect(await calls.told("dev.head", issue.id)).toEqual([]);
  });

  it("at creation: the holder and who is mentioned, each once", async () => {
    const create = "mutation($input: CreateIssueInput!) { createIssue(input: $input) { id } }";
    const input = {
      unit: test.company.units["DEV"],
      title: "New",
      description: `${calls.mention("dev.dev2")} ${calls.mention("dev.dev2")} ${calls.mention("dev.dev1")}`,
      assignee: calls.person("dev.dev1"),
    };
    const made = (await calls.done("dev.head", create, { input })) as { createIssue: { id: string } };
    const { id } = made.createIssue;
    expect(await calls.told("dev.dev1", id)).toEqual(["notice.assigned"]);
    expect(await calls.told("dev.dev2", id)).toEqual(["notice.mentioned"]);
  });

  it("R8: the author, of comments and of who took it; the holder, of comments", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV", author: "outsider" }]);
    await calls.done("dev.dev1", "mutation($id: ID!) { takeIssue(id: $id) { id } }", { id: issue.id });
    await calls.comment("outsider", issue.id, "Thank you");
    await calls.comment("dev.head", issue.id, "Go on");
    expect(await calls.told("outsider", issue.id)).toEqual(["notice.commented", "notice.taken"]);
    expect(await calls.told("dev.dev1", issue.id)).toEqual(["notice.commented", "notice.commented"]);
  });

  it("an edited comment tells those whom it did not mention before", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV" }]);
    const made = (await calls.comment("dev.head", issue.id, calls.mention("dev.dev1"))) as {
      addComment: { id: string };
    };
    const edit = "mutation($id: ID!, $body: String!) { updateComment(id: $id, body: $body) { id } }";
    const body = `${calls.mention("dev.dev1")} ${calls.mention("dev.dev2")}`;
    await calls.done("dev.head", edit, { id: made.addComment.id, body });
    expect(await calls.told("dev.dev1", issue.id)).toEqual(["notice.mentionedInComment"]);
    expect(await calls.told("dev.dev2", issue.id)).toEqual(["notice.mentionedInComment"]);
  });

  it("H2, H4, H5: a hand-off asks its heads one after another; initiator and author follow it", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV", author: "outsider", assignee: "dev.dev1" }]);
    const begun = await handoffs.start("dev.dev1", issue.id, "DESIGN");
    expect(await calls.told("dev.head", issue.id)).toEqual(["notice.handoffAsked"]);
    expect(await calls.told("design.head", issue.id)).toEqual([]);
    const passed = await handoffs.accept("dev.head", begun);
    expect(await calls.told("design.head", issue.id)).toEqual(["notice.handoffAsked"]);
    await handoffs.accept("design.head", passed, { assignee: calls.person("design.dev1") });
    expect(await calls.told("design.dev1", issue.id)).toEqual(["notice.handedOver"]);
    expect(await calls.told("dev.dev1", issue.id)).toEqual([
      "notice.handoffAccepted",
      "notice.handoffPassed",
    ]);
    expect(await calls.told("outsider", issue.id)).toEqual([
      "notice.handoffAccepted",
      "notice.handoffPassed",
      "notice.handoffStarted",
    ]);
  });

  it("H1: a step that is accepted in the initiator's name asks nobody", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV", author: "dev.dev1" }]);
    const begun = await handoffs.start("prod.head", issue.id, "SALES");
    expect(await calls.told("dev.head", issue.id)).toEqual([]);
    expect(await calls.told("sales.head", issue.id)).toEqual(["notice.handoffAsked"]);
    await handoffs.refuse("sales.head", begun);
    expect((await calls.told("prod.head", issue.id))[0]).toBe("notice.handoffRefused");
    // The heads hold what is in nobody's name.
    expect((await calls.told("dev.head", issue.id))[0]).toBe("notice.handoffRefused");
  });

  it("H6: the heads, of what is asked of them; who asked, of the answer; and whom the act concerns", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV", assignee: "dev.rep1" }]);
    const ask = "mutation($issue: ID!, $act: IssueAct!) { requestAct(issue: $issue, act: $act) { id } }";
    const act = { assign: { assignee: calls.person("dev.dev1") } };
    const asked = (await calls.done("dev.rep1", ask, { issue: issue.id, act })) as {
      requestAct: { id: string };
    };
    expect(await calls.told("dev.head", issue.id)).toEqual(["notice.requested"]);
    const accept = "mutation($request: ID!) { acceptRequest(request: $request) { id } }";
    await calls.done("dev.head", accept, { request: asked.requestAct.id });
    expect(await calls.told("dev.dev1", issue.id)).toEqual(["notice.assigned"]);
    expect((await calls.told("dev.rep1", issue.id)).toSorted()).toEqual([
      "notice.passedOn",
      "notice.requestAccepted",
    ]);
  });

  it("L2: the holder of what the boss returned", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV", assignee: "dev.dev1", status: "Resolved" }]);
    const mutation = 'mutation($ids: [ID!]!) { returnIssues(ids: $ids, reason: "Look again") { id } }';
    await calls.done("boss", mutation, { ids: [issue.id] });
    expect(await calls.told("dev.dev1", issue.id)).toEqual(["notice.returned"]);
  });

  it("R2: the heads, when a holder leaves issues behind; the bosses, of what an admin does", async () => {
    await makeIssues(test, [{ unit: "SERVICE", assignee: "outsider" }]);
    const [unit, user] = [test.company.units["SERVICE"], calls.person("outsider")];
    const add = `mutation($unit: ID!, $user: ID!, $role: ID!) { addMember(unit: $unit, user: $user, role: $role) { id } }`;
    const remove = "mutation($id: ID!) { removeMember(membership: $id) { id } }";
    const member = async (login: string) => {
      const role = test.company.roles.DEVELOPER;
      const made = (await calls.done(login, add, { unit, user, role })) as { addMember: { id: string } };
      await calls.done(login, remove, { id: made.addMember.id });
    };
    await member("comm.head");
    const texts = async (login: string) => (await calls.notices(login)).map(({ text }) => text);
    expect(await texts("service.head")).toEqual([
      "comm.head removed outsider from Unit SERVICE: what they held stays in their name",
    ]);
    const before = (await texts("boss")).length;
    await member("admin");
    expect((await texts("boss")).slice(0, -before || undefined)).toEqual([
      "admin removed outsider from Unit SERVICE",
      "admin added outsider to Unit SERVICE",
    ]);
  });

  it("section 1: whoever is named as deputy, and when that ends", async () => {
    const day = new Date().toISOString().slice(0, 10);
    const name =
      "mutation($user: ID!, $from: Date!, $to: Date!) { nameDeputy(user: $user, from: $from, to: $to) { id } }";
    await calls.done("boss", name, { user: calls.person("comm.head"), from: day, to: day });
    const [notice] = await calls.notices("comm.head");
    expect([notice?.text, notice?.issue, notice?.event?.kind]).toEqual([
      "boss named you as deputy",
      null,
      "DEPUTY_NAMED",
    ]);
  });

  it("section 9: in the reader's language", async () => {
    const [issue] = await makeIssues(test, [{ unit: "DEV" }]);
    const speak = (locale: string) =>
      runSql(test.database.connection, "update app_user set locale = $1 where id = $2", [
        locale,
        calls.person("dev.dev2"),
      ]);
    await calls.assign("dev.head", issue.id, "dev.dev2");
    await speak("hu");
    const [first] = await calls.notices("dev.dev2");
    await speak("en");
    expect(first?.text).toBe(`dev.head Önre bízta: ${issue.key}`);
  });
});
