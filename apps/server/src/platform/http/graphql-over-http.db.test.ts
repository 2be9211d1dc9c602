import { auditServer } from "graphql-http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SESSION_COOKIE } from "../../access/session-cookie.js";
import { startTestServer, type TestServer } from "../../testing/test-server.js";

let test: TestServer;
beforeAll(async () => {
  test = await startTestServer();
});
afterAll(() => test.stop());

describe("GraphQL over HTTP", () => {
  it("passes every audit of the specification's own audit library, MUST, SHOULD and MAY", async () => {
    const cookie = `${SESSION_COOKIE}=${test.company.secrets["dev.dev1"] ?? ""}`;
    const results = await auditServer({
      url: `${test.server.url}/graphql`,
      fetchFn: (input: string, init: RequestInit = {}) => {
        const isGet = (init.method ?? "GET") === "GET";
        const headers = new Headers(init.headers);
        headers.set("cookie", cookie);
        if (isGet) headers.set("apollo-require-preflight", "1");
        return fetch(input, { ...init, headers });
      },
    });
    const failed = results.flatMap((result) =>
      result.status === "ok" ? [] : [`${result.id} ${result.name}: ${result.reason}`],
    );
    expect(results.length).toBeGreaterThan(55);
    expect(failed).toEqual([]);
  });
});
