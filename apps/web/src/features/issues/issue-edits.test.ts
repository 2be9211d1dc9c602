import { ApolloClient, ApolloLink, Observable } from "@apollo/client";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { createCache } from "../../lib/apollo";
import { IssueEdits } from "./issue-edits";
import type { Issue } from "./issue-model";
import { ISSUE } from "./issue.graphql";
import { issueAnswer } from "./testing/issue-fixture";

type Update = { revision: number; input: Record<string, unknown> };

/** A server that keeps one issue, as I5 says: a stale edit of the same field is a conflict, of another one merges. */
function serverWith(description: string) {
  const record = { description, title: "Title", revision: 1 };
  const changedAt: Record<string, number> = {};
  const updates: Update[] = [];
  const change = (input: Record<string, unknown>) => {
    Object.assign(record, input);
    record.revision += 1;
    for (const field of Object.keys(input)) changedAt[field] = record.revision;
  };
  const update = ({ revision, input }: Update): object => {
    updates.push({ revision, input });
    const stale = Object.keys(input).filter((field) => (changedAt[field] ?? 0) > revision);
    if (stale.length > 0) {
      const conflicts = stale.map((field) => ({
        field,
        yours: input[field],
        theirs: record[field as "title"],
      }));
      return { errors: [{ message: "CONFLICT", extensions: { code: "CONFLICT", conflicts } }] };
    }
    change(input);
    return { data: { updateIssue: issueAnswer(record) } };
  };
  const link = new ApolloLink((operation) => {
    const answer =
      operation.operationName === "Issue"
        ? { data: { issue: issueAnswer(record) } }
        : update(operation.variables as Update);
    return new Observable((observer) => {
      observer.next(answer as ApolloLink.Result);
      observer.complete();
    });
  });
  const client = new ApolloClient({ cache: createCache(), link });
  return { client, record, change, updates };
}

type Server = ReturnType<typeof serverWith>;
let server: Server;
let edits: IssueEdits;

async function load(client: ApolloClient): Promise<Issue> {
  const { data } = await client.query({
    query: ISSUE,
    variables: { key: "DEV-1" },
    fetchPolicy: "network-only",
  });
  if (!data?.issue) throw new Error("no issue");
  return data.issue;
}
const cached = () => server.client.readQuery({ query: ISSUE, variables: { key: "DEV-1" } })?.issue;
const waiting = () =>
  vi.waitFor(() => {
    const conflict = edits.conflict.get();
    if (!conflict) throw new Error("no conflict yet");
    return conflict;
  });

beforeEach(async () => {
  server = serverWith("first");
  edits = new IssueEdits(server.client, await load(server.client));
});

describe("CON-01, CON-02: two people edit one issue", () => {
  test("different fields merge without a word", async () => {
    server.change({ title: "Theirs" });
    await expect(edits.save({ description: "mine" })).resolves.toBe(true);
    expect(edits.conflict.get()).toBeNull();
    expect(server.record).toMatchObject({ title: "Theirs", description: "mine" });
  });

  test("the same field: both values are shown, nothing is overwritten, and the edit waits for the choice", async () => {
    server.change({ description: "theirs" });
    let isOver = false;
    void edits.save({ description: "mine" }).then(() => (isOver = true));
    const conflict = await waiting();
    expect(conflict.conflicts).toMatchObject([{ field: "description", yours: "mine", theirs: "theirs" }]);
    expect(server.record.description).toBe("theirs");
    expect(isOver).toBe(false);
  });

  test("to save mine overwrites what was seen, by the revision that was seen", async () => {
    server.change({ description: "theirs" });
    const saved = edits.save({ description: "mine" });
    await waiting();
    await edits.keepMine();
    await expect(saved).resolves.toBe(true);
    expect(server.record.description).toBe("mine");
    expect(server.updates.map(({ revision }) => revision)).toEqual([1, 2]);
  });

  test("somebody writes again while the choice is open: that is a conflict of its own, not lost", async () => {
    server.change({ description: "theirs" });
    const saved = edits.save({ description: "mine" }, { revision: 1 });
    await waiting();
    const { client } = server;
    const query = client.query.bind(client);
    vi.spyOn(client, "query").mockImplementationOnce(async (options) => {
      const answer = await query(options);
      server.change({ description: "third" });
      return answer as never;
    });
    void edits.keepMine();
    const second = await vi.waitFor(() => {
      const conflict = edits.conflict.get();
      if (conflict?.conflicts[0]?.theirs !== "third") throw new Error("not yet");
      return conflict;
    });
    expect(second.input).toEqual({ description: "mine" });
    expect(server.record.description).toBe("third");
    await edits.keepMine();
    await expect(saved).resolves.toBe(true);
    expect(server.record.description).toBe("mine");
  });

  test("to keep theirs ends the edit and shows theirs", async () => {
    server.change({ description: "theirs" });
    const saved = edits.save({ description: "mine" });
    await waiting();
    await edits.takeTheirs();
    await expect(saved).resolves.toBe(true);
    expect(cached()?.description).toBe("theirs");
    expect(server.updates).toHaveLength(1);
  });

  test("to decide later leaves the text to its form, and the next save asks again", async () => {
    server.change({ description: "theirs" });
    const saved = edits.save({ description: "mine" }, { revision: 1 });
    await waiting();
    edits.decideLater();
    await expect(saved).resolves.toBe(false);
    expect(edits.conflict.get()).toBeNull();
    void edits.save({ description: "mine, longer" }, { revision: 1 });
    expect((await waiting()).input).toEqual({ description: "mine, longer" });
  });
});

test("what is chosen is shown at once and taken back when it is refused, with the reason at its field", async () => {
  const message = { key: "issue.fieldNotWritable", params: { field: "priority" } };
  const refusal = { code: "FORBIDDEN", field: "priority", message };
  let answer: (result: object) => void = () => undefined;
  const link = new ApolloLink(
    () =>
      new Observable((observer) => {
        answer = (result) => {
          observer.next(result as ApolloLink.Result);
          observer.complete();
        };
      }),
  );
  const issue = await load(server.client);
  server.client.setLink(link);
  const shown = () =>
    server.client.cache.readQuery({ query: ISSUE, variables: { key: "DEV-1" }, optimistic: true });
  edits = new IssueEdits(server.client, issue);
  const saved = edits.save({ priority: "URGENT" }, { shown: { priority: "URGENT" } });
  await vi.waitFor(() => {
    expect(shown()?.issue?.priority).toBe("URGENT");
  });
  answer({ errors: [{ message: "no", extensions: refusal }] });
  await expect(saved).resolves.toBe(false);
  expect(shown()?.issue?.priority).toBe("NORMAL");
  expect(edits.refusal.get()?.field).toBe("priority");
});
