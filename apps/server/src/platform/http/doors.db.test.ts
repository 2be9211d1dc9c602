import { request as httpRequest } from "node:http";
import { connect } from "node:net";
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

const { cookie, ask, post, postQuery, isNothingMade } = httpCalls(() => test);

async function isAlive(): Promise<boolean> {
  return (await postQuery(ME)).text.includes('"boss"');
}

describe("what is no request of the API gets a 4xx in JSON, and changes nothing", () => {
  it("AUT-12, SCA-10: any other content type, charset or none, fast", async () => {
    const charsets = [
      "utf-7",
      "x-mac-cyrillic",
      "iso-8859-1",
      "utf-16",
      "utf-32",
      "koi8-r",
      "none",
      "latin1",
      "base64",
      "hex",
      "",
    ];
    const types = [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "application/graphql",
      "application/jsonp",
      "text/json",
      "application/json/x",
      "*/*",
      ...charsets.map((charset) => `application/json; charset=${charset}`),
    ];
    const start = performance.now();
    for (const type of types) {
      expectRefused(
        await post(JSON.stringify({ query: CREATE }), { "content-type": type }),
        415,
        "BAD_REQUEST",
      );
    }
    expect(performance.now() - start).toBeLessThan(types.length * 100);
    const bare = await ask({
      method: "POST",
      headers: { cookie: cookie() },
      body: new Uint8Array(Buffer.from(CREATE)),
    });
    expectRefused(bare, 415, "BAD_REQUEST");
    expect(await isNothingMade()).toBe(true);
  });

  it("utf-8 is taken under either name, with other parameters beside it", async () => {
    for (const type of [
      "application/json; charset=UTF-8",
      'application/json;charset="utf8"',
      "Application/JSON; x=y",
    ]) {
      expect((await post(JSON.stringify({ query: ME }), { "content-type": type })).status).toBe(200);
    }
  });

  it("SCA-10: a header of 200 kB is refused, and the server lives", async () => {
    const answer = await new Promise<number>((resolve, reject) => {
      const url = new URL(`${test.server.url}/graphql`);
      const headers = { "content-type": `application/json; charset=${"x".repeat(200_000)}` };
      const request = httpRequest(url, { method: "POST", headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      request.on("error", reject);
      request.end("{}");
    });
    expect(answer).toBe(431);
    expect(await isAlive()).toBe(true);
  });

  it.each<[string, string | Buffer]>([
    ["nothing", ""],
    ["half an object", '{"query":'],
    ["no JSON", "query"],
    ["no UTF-8", Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
    ["a number", "1"],
    ["null", "null"],
    ["a batch", JSON.stringify([{ query: ME }, { query: ME }])],
    ["an object without anything", "{}"],
    ["a query that is no text", '{"query":{"a":1}}'],
    ["variables that are no object", JSON.stringify({ query: ME, variables: [] })],
    ["no query", '{"variables":{}}'],
  ])("400: a body of %s", async (_, body) => {
    expectRefused(await post(body), 400, "BAD_REQUEST");
  });

  it("405: any other method, with those that are served", async () => {
    for (const method of ["PUT", "DELETE", "PATCH", "HEAD"]) {
      const answer = await ask({ method, headers: { cookie: cookie() } });
      expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, POST, OPTIONS"]);
      if (method !== "HEAD") expectRefused(answer, 405, "BAD_REQUEST");
    }
  });

  it("406: who takes no JSON is told so before anything runs", async () => {
    for (const accept of ["text/html", "application/xml", "application/json;q=0", "multipart/mixed"]) {
      expectRefused(await postQuery(CREATE, { accept }), 406, "BAD_REQUEST");
    }
    expect((await postQuery(ME, { accept: "text/html, application/*;q=0.1" })).status).toBe(200);
    expect(await isNothingMade()).toBe(true);
  });

  it("413: a body over 1 MB, told or not told, whose sender sees the answer", async () => {
    const body = JSON.stringify({ query: CREATE, x: "x".repeat(10_000_000) });
    expectRefused(await post(body), 413, "LIMIT");
    const stream = new ReadableStream({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode(body));
        controller.close();
      },
    });
    const streamed = {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: stream,
      duplex: "half",
    };
    expectRefused(await ask(streamed as RequestInit), 413, "LIMIT");
    const fits = JSON.stringify({ query: ME, x: "x".repeat(900_000) });
    expect((await post(fits)).status).toBe(200);
  });

  it("413: who asks before sending is told before sending", async () => {
    const { port } = new URL(test.server.url);
    const text = await new Promise<string>((resolve, reject) => {
      const line = connect(Number(port), "127.0.0.1");
      let answer = "";
      line.on("data", (part: Buffer) => {
        answer += part.toString("utf8");
        if (answer.includes("\r\n\r\n")) resolve(answer);
      });
      line.on("error", reject);
      line.write(
        "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 5000000\r\nExpect: 100-continue\r\n\r\n",
      );
    });
    expect(text).toMatch(/^HTTP\/1\.1 413 /);
    expect(await isAlive()).toBe(true);
  });

  it("a client that goes away in the middle of its body harms nobody", async () => {
    const { port } = new URL(test.server.url);
    for (let n = 0; n < 5; n++) {
      const line = connect(Number(port), "127.0.0.1");
      line.on("error", () => undefined);
      line.write(
        "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{",
      );
      await new Promise((resolve) => setTimeout(resolve, 20));
      line.destroy();
    }
    expect(await isAlive()).toBe(true);
  });
});

describe("what is well formed and not to be run", () => {
  it("a subscription goes by the WebSocket", async () => {
    const answer = await postQuery('subscription { boardChanged(unit: "1") { issueId } }');
    expectRefused(answer, 400, "BAD_REQUEST");
    const skipped = 'subscription ($no: Boolean!) { boardChanged(unit: "1") @skip(if: $no) { issueId } }';
    expectRefused(await postQuery(skipped), 400, "GRAPHQL_VALIDATION_FAILED");
  });

  it("the schema is told to the signed in only, and guessing is not helped", async () => {
    for (const query of [
      "{ __schema { types { name } } }",
      '{ __type(name: "Issue") { name } }',
      "{ ...F } fragment F on Query { x: __schema { types { name } } }",
    ]) {
      const stranger = await postQuery(query, { cookie: "" });
      expect([stranger.status, codesOf(stranger)]).toEqual([200, ["UNAUTHENTICATED"]]);
      expect(stranger.text).not.toContain("Issue");
      expect(codesOf(await postQuery(query))).toEqual([]);
    }
    expect((await postQuery("{ isues { nodes { id } } }", { cookie: "" })).text).not.toContain(
      "Did you mean",
    );
    expect((await postQuery("{ __typename }", { cookie: "" })).text).toContain('"Query"');
  });

  it("PER-18: an error of the document is told without anything of ours", async () => {
    const answer = await postQuery("{ nothing }");
    expect([answer.status, codesOf(answer)]).toEqual([200, ["GRAPHQL_VALIDATION_FAILED"]]);
    const graphql = await postQuery("{ nothing }", { accept: "application/graphql-response+json" });
    expect(graphql.status).toBe(400);
    expect(graphql.headers.get("content-type")).toMatch(/^application\/graphql-response\+json/);
    const broken = await postQuery("{ nothing");
    expect([broken.status, codesOf(broken)]).toEqual([200, ["GRAPHQL_PARSE_FAILED"]]);
    expect(`${answer.text}${broken.text}`).not.toMatch(/stack|node_modules/);
  });

  it("100 requests at once of one session are all answered", async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => postQuery(ME)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });
});
