import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Readiness } from "./health.js";
import { Metrics } from "./metrics.js";
import { makeWebApp } from "./web-app.js";

const INDEX = "<!doctype html><title>Stafeta</title>";
let folder: string;
let server: Server;
let url: string;
let isThere = true;
const errors: unknown[] = [];

async function serve(webDist: string, publicUrl: string | null): Promise<[Server, string]> {
  const app = makeWebApp({
    webDist,
    publicUrl,
    readiness: new Readiness(() => (isThere ? Promise.resolve() : Promise.reject(new Error("gone")))),
    metrics: new Metrics(),
    mayReadMetrics: (request) => Promise.resolve(request.headers["x-admin"] === "1"),
    onError: (error) => errors.push(error),
  });
  const started = createServer((request, response) => {
    app(request, response);
  });
  await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
  return [started, `http://127.0.0.1:${String((started.address() as AddressInfo).port)}`];
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "stafeta-web-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), INDEX);
  writeFileSync(join(folder, "favicon.svg"), "<svg/>");
  writeFileSync(join(folder, "assets", "main-abc123.js"), "export {};");
  writeFileSync(join(folder, ".secret"), "secret");
  [server, url] = await serve(folder, "https://work.example.org");
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function get(path: string, init: RequestInit = {}, base = url) {
  const response = await fetch(`${base}${path}`, init);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

describe("the app's files", () => {
  it("every address is the app's page, asked for anew each time", async () => {
    for (const path of ["/", "/login", "/board/DEV", "/issue/DEV-1", "/a/b/c?d=e", "/index.html"]) {
      const answer = await get(path);
      expect([answer.status, answer.text, answer.headers.get("cache-control")]).toEqual([
        200,
        INDEX,
        "no-cache",
      ]);
      expect(answer.headers.get("content-type")).toContain("text/html");
    }
  });

  it("what has a hash in its name is kept for ever; what is missing is no page", async () => {
    const asset = await get("/assets/main-abc123.js");
    expect([asset.status, asset.text]).toEqual([200, "export {};"]);
    expect(asset.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    const missing = await get("/assets/main-old.js");
    expect([missing.status, missing.headers.get("content-type")]).toEqual([404, "text/plain; charset=utf-8"]);
    expect((await get("/favicon.svg")).text).toBe("<svg/>");
  });

  it("nothing outside the folder, and nothing hidden, is served", async () => {
    for (const path of [
      "/.secret",
      "/..%2f..%2fetc%2fpasswd",
      "/assets/..%2f..%2f..%2fetc%2fpasswd",
      "/assets/%2e%2e/.secret",
    ]) {
      const { text } = await get(path);
      expect(text).not.toMatch(/secret|root:/);
    }
  });

  it("an address that cannot be read, or another method, gets one line and no page", async () => {
    for (const [path, init, status] of [
      ["/%E0%A4%A", {}, 400],
      ["/assets/%E0%A4%A", {}, 400],
      ["/board/DEV", { method: "POST" }, 405],
      ["/", { method: "DELETE" }, 405],
    ] as const) {
      const answer = await get(path, init);
      expect([path, answer.status, answer.headers.get("content-type")]).toEqual([
        path,
        status,
        "text/plain; charset=utf-8",
      ]);
      expect(answer.text).not.toMatch(/<|\n./);
    }
    expect(errors).toEqual([]);
  });

  it("503: says so when the app is not built", async () => {
    const [empty, emptyUrl] = await serve(join(folder, "nothing"), null);
    const answer = await get("/", {}, emptyUrl);
    expect([answer.status, answer.text]).toEqual([503, expect.stringContaining("not built")]);
    expect((await get("/health/live", {}, emptyUrl)).status).toBe(200);
    expect(answer.headers.get("strict-transport-security")).toBeNull();
    empty.closeAllConnections();
    empty.close();
  });
});

describe("security headers", () => {
  it("allow nothing from elsewhere, nothing inline and no frame", async () => {
    const { headers } = await get("/");
    const policy = headers.get("content-security-policy") ?? "";
    const directives = new Map(
      policy.split(";").map((text) => [text.split(" ")[0], text.split(" ").slice(1).join(" ")]),
    );
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(directives.get("default-src")).toBe("'self'");
    expect(directives.get("script-src")).toBe("'self'");
    expect(directives.get("style-src")).toBe("'self'");
    expect(directives.get("img-src")).toBe("'self' data:");
    expect(directives.get("connect-src")).toBe(`'self' ws://${new URL(url).host} wss://${new URL(url).host}`);
    for (const name of ["object-src", "base-uri", "frame-ancestors"])
      expect(directives.get(name)).toBe("'none'");
    expect(directives.get("form-action")).toBe("'self'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
    expect(headers.get("x-powered-by")).toBeNull();
  });

  it("promise https only where PUBLIC_URL is one", async () => {
    expect((await get("/")).headers.get("strict-transport-security")).toContain("max-age=31536000");
  });
});

describe("health and metrics", () => {
  it("ready follows the database, away and back; live does not", async () => {
    expect((await get("/health/ready")).status).toBe(200);
    isThere = false;
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect([(await get("/health/ready")).status, (await get("/health/live")).status]).toEqual([503, 200]);
    isThere = true;
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect((await get("/health/ready")).status).toBe(200);
  });

  it("a database that does not answer is not ready after two seconds", async () => {
    const readiness = new Readiness(() => new Promise(() => undefined));
    const start = performance.now();
    expect(await readiness.isReady()).toBe(false);
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  it("a server that stops is not ready", async () => {
    const readiness = new Readiness(() => Promise.resolve());
    expect(await readiness.isReady()).toBe(true);
    readiness.stop();
    expect(await readiness.isReady()).toBe(false);
  });

  it("metrics are for who may read them", async () => {
    expect((await get("/metrics")).status).toBe(403);
    const answer = await get("/metrics", { headers: { "x-admin": "1" } });
    expect(answer.headers.get("content-type")).toContain("text/plain; version=0.0.4");
    expect(answer.text).toContain("# TYPE stafeta_http_requests_total counter");
    expect(answer.text).toContain("process_resident_memory_bytes");
  });
});
