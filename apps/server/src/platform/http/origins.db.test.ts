import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codesOf, expectRefused, httpCalls } from "../../testing/http-calls.js";
import { startTestServer, type TestServer } from "../../testing/test-server.js";

const CREATE = 'mutation { createIssue(input: { unit: "1", title: "made" }) { id } }';
const ME = "{ me { user { name } } }";

let test: TestServer;
beforeAll(async () => {
  test = await startTestServer(undefined, {
    publicUrl: "https://work.example.org",
    allowedOrigins: ["https://tools.example.org"],
  });
});
afterAll(() => test.stop());

const { cookie, ask, postQuery, isNothingMade } = httpCalls(() => test);

describe("AUT-12: foreign pages", () => {
  it("a foreign origin is refused on every way in, whatever the cookie", async () => {
    const own = new URL(test.server.url);
    const foreign = [
      "https://evil.example",
      "null",
      "http://localhost:1",
      `${own.origin}.evil.example`,
      "file://",
      "garbage",
      "https://work.example.org.evil.example",
    ];
    for (const origin of foreign) {
      expectRefused(await postQuery(CREATE, { origin }), 403, "FORBIDDEN");
      const headers = { origin, cookie: cookie(), "apollo-require-preflight": "1" };
      expectRefused(await ask({ path: `/graphql?query=${ME}`, headers }), 403, "FORBIDDEN");
      expect(
        (await ask({ method: "OPTIONS", headers: { origin } })).headers.get("access-control-allow-origin"),
      ).toBeNull();
    }
    expect(await isNothingMade()).toBe(true);
  });

  it("own are the host under either name of this machine, PUBLIC_URL, ALLOWED_ORIGINS, and none at all", async () => {
    const { port } = new URL(test.server.url);
    const own = [
      `http://localhost:${port}`,
      `http://127.0.0.1:${port}`,
      `http://[::1]:${port}`,
      "https://work.example.org",
      "https://tools.example.org",
    ];
    for (const origin of own) expect((await postQuery(ME, { origin })).status).toBe(200);
    expect((await postQuery(ME)).status).toBe(200);
  });

  it("a browser lets a page of ALLOWED_ORIGINS use the answers", async () => {
    const origin = "https://tools.example.org";
    const preflight = await ask({
      method: "OPTIONS",
      headers: { origin, "access-control-request-method": "POST" },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-headers")).toContain("content-type");
    for (const answer of [preflight, await postQuery(ME, { origin })]) {
      expect(answer.headers.get("access-control-allow-origin")).toBe(origin);
      expect(answer.headers.get("vary")).toContain("origin");
    }
    expect((await postQuery(ME)).headers.get("access-control-allow-origin")).toBeNull();
  });

  it("GET reads, where a header says that no form sent it; it never changes anything", async () => {
    const headers = { cookie: cookie(), "apollo-require-preflight": "1" };
    const query = encodeURIComponent(ME);
    expect((await ask({ path: `/graphql?query=${query}`, headers })).text).toContain('"boss"');
    expectRefused(
      await ask({ path: `/graphql?query=${query}`, headers: { cookie: cookie() } }),
      400,
      "BAD_REQUEST",
    );
    const mutation = await ask({ path: `/graphql?query=${encodeURIComponent(CREATE)}`, headers });
    expect([mutation.status, codesOf(mutation)]).toEqual([405, ["BAD_REQUEST"]]);
    expect(await isNothingMade()).toBe(true);
  });
});
