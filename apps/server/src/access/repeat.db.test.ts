import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inChange } from "./change.js";
import { repeatable } from "./repeat.js";
import { runSql } from "../testing/sql.js";
import { startTestServer, type TestServer } from "../testing/test-server.js";

let test: TestServer;
beforeAll(async () => {
  test = await startTestServer();
});
afterAll(() => test.stop());

let acts = 0;

/** A request of a person; each act has its own number as the record's id. */
function send(login: string, clientMutationId: string | null, input: unknown, operation = "doIt") {
  const userId = test.company.people[login] ?? "";
  return inChange(test.server.access, null, ({ change }) =>
    repeatable(change, { userId, clientMutationId, operation, input }, () => Promise.resolve(String(++acts))),
  );
}

const conflict = { code: "CONFLICT", details: { message: { key: "request.repeatDiffers" } } };

describe("repeatable", () => {
  it("acts once and answers a repeat with the record of the first time", async () => {
    const first = await send("boss", "once", { a: 1, b: [{ c: null }] });
    expect(await send("boss", "once", { b: [{ c: null }], a: 1, left: undefined })).toBe(first);
  });

  it("acts once for a hundred repeats at the same time", async () => {
    const before = acts;
    const answers = await Promise.all(Array.from({ length: 100 }, () => send("boss", "many", {})));
    expect(new Set(answers).size).toBe(1);
    expect(acts).toBe(before + 1);
  });

  it("refuses the same id with another input or for another mutation", async () => {
    await send("boss", "other", { a: 1 });
    await expect(send("boss", "other", { a: 2 })).rejects.toMatchObject(conflict);
    await expect(send("boss", "other", { a: 1, b: null })).rejects.toMatchObject(conflict);
    await expect(send("boss", "other", { a: 1 }, "undoIt")).rejects.toMatchObject(conflict);
  });

  it("keeps the ids of two users apart, and remembers nothing without an id", async () => {
    const first = await send("boss", "mine", {});
    expect(await send("dev.head", "mine", {})).not.toBe(first);
    expect(await send("boss", null, {})).not.toBe(await send("boss", null, {}));
  });

  it("acts again after 24 hours, and remembers that time from then on", async () => {
    const first = await send("boss", "yesterday", { a: 1 });
    await runSql(
      test.database.connection,
      "update client_mutation set created_at = now() - interval '25 hours' where client_mutation_id = 'yesterday'",
    );
    const second = await send("boss", "yesterday", { a: 2 });
    expect(second).not.toBe(first);
    expect(await send("boss", "yesterday", { a: 2 })).toBe(second);
  });

  it("remembers nothing of an act that failed", async () => {
    const userId = test.company.people["boss"] ?? "";
    const failing = inChange(test.server.access, null, ({ change }) =>
      repeatable(change, { userId, clientMutationId: "failed", operation: "doIt", input: {} }, () =>
        Promise.reject(new Error("refused")),
      ),
    );
    await expect(failing).rejects.toThrow("refused");
    const before = acts;
    await send("boss", "failed", {});
    expect(acts).toBe(before + 1);
  });

  it.each([["\0"], ["\ud800"], [" "], ["x".repeat(201)]])("TXT-05: refuses the id %j", async (id) => {
    await expect(send("boss", id, {})).rejects.toMatchObject({
      code: "BAD_USER_INPUT",
      details: { field: "clientMutationId" },
    });
  });
});
