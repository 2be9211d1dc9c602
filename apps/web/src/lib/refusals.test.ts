// @vitest-environment node
import { CombinedGraphQLErrors, ServerError } from "@apollo/client/errors";
import { describe, expect, it } from "vitest";
import { isOffline, readRefusal, wordsOf, wordsOfError, wordsOfRefusal } from "./refusals";

function refusal(extensions: Record<string, unknown>): CombinedGraphQLErrors {
  return new CombinedGraphQLErrors({ errors: [{ message: "refused", extensions }] });
}

describe("readRefusal", () => {
  it("reads all that the server says", () => {
    const conflicts = [{ field: "title", base: "a", yours: "b", theirs: "c" }];
    const extensions = {
      code: "CONFLICT",
      rule: "I5",
      field: "title",
      message: { key: "record.changedSince", params: { n: 1, odd: null } },
      current: { title: "c" },
      conflicts,
      needs: ["value", 3],
      requestId: "r1",
    };
    expect(readRefusal(refusal(extensions))).toEqual({
      code: "CONFLICT",
      rule: "I5",
      field: "title",
      message: { key: "record.changedSince", params: { n: 1 } },
      current: { title: "c" },
      conflicts,
      needs: ["value"],
      requestId: "r1",
    });
  });

  it("reads errors from the body of a 4xx", () => {
    const bodyText = JSON.stringify({ errors: [{ extensions: { code: "LIMIT" } }] });
    const error = new ServerError("413", { response: new Response("", { status: 413 }), bodyText });
    expect(readRefusal(error).code).toBe("LIMIT");
  });

  it.each([
    [500, "INTERNAL"],
    [502, "OFFLINE"],
    [503, "OFFLINE"],
    [504, "OFFLINE"],
  ])("knows a broken server from one that a proxy cannot reach: %d is %s", (status, code) => {
    const response = new Response("", { status });
    expect(readRefusal(new ServerError("x", { response, bodyText: "<html>" }))).toEqual({ code });
  });

  it("knows no answer from a refusal", () => {
    expect(isOffline(new TypeError("Failed to fetch"))).toBe(true);
    expect(isOffline(refusal({ code: "LAW" }))).toBe(false);
  });
});

describe("R12: words of a refusal", () => {
  it("are those of the domain's key, with its parameters", () => {
    const message = { key: "issue.subIssuesUnfinished", params: { count: 2 } };
    expect(wordsOfRefusal({ code: "CONFLICT", message })).toBe("2 sub-issues are unfinished.");
    expect(wordsOf("issue.onlyBossCloses")).toBe("Only the boss closes issues.");
  });

  it("show an instant in the reader's time", () => {
    const until = "2026-11-25T12:30:00Z";
    const shown = wordsOfRefusal({
      code: "RATE_LIMITED",
      message: { key: "login.banned", params: { until } },
    });
    const expected = new Intl.DateTimeFormat("en-GB", { timeStyle: "short" }).format(new Date(until));
    expect(shown).toBe(`Too many attempts. Sign-in from here is blocked until ${expected}.`);
  });

  it("fall back to the code for a key of a newer server or one without its parameter", () => {
    const law = { code: "LAW", message: { key: "some.newKey", params: {} } };
    expect(wordsOfRefusal(law)).toBe("One of the company’s fixed rules forbids this.");
    const bare = { code: "CONFLICT", message: { key: "issue.subIssuesUnfinished", params: {} } };
    expect(wordsOfRefusal(bare)).toBe("Somebody changed this in the meantime.");
    expect(wordsOfRefusal({ code: "SOMETHING_ELSE" })).toBe(
      "Something went wrong on the server. Nothing was changed.",
    );
  });

  it("say that nothing is lost when no answer came", () => {
    expect(wordsOfError(new TypeError("Failed to fetch"))).toContain("Nothing is lost");
  });
});
