import { describe, expect, inject, test } from "vitest";
import { checkDatabase, refuseOld } from "./check-database.js";

const never = new AbortController().signal;

function urlOf(change: (url: URL) => void): string {
  const postgres = inject("postgres");
  const url = new URL("postgres://x");
  if ("url" in postgres) url.href = postgres.url;
  else {
    Object.assign(url, { username: postgres.user, password: postgres.password, pathname: postgres.database });
    url.searchParams.set("host", postgres.host);
  }
  change(url);
  return url.href;
}

async function refusalOf(url: string): Promise<string> {
  const error: unknown = await checkDatabase("DATABASE_URL", url, never).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error)) throw new Error("not refused");
  expect(error.name).toBe("StartError");
  return error.message;
}

test("a PostgreSQL that is there and new enough is taken", async () => {
  await expect(
    checkDatabase(
      "DATABASE_URL",
      urlOf(() => undefined),
      never,
    ),
  ).resolves.toBeUndefined();
});

test("an older one is refused", () => {
  expect(() => {
    refuseOld("DATABASE_URL", 14);
  }).toThrow("DATABASE_URL leads to PostgreSQL 14; it must be 15 or newer");
  expect(() => {
    refuseOld("DATABASE_URL", 15);
  }).not.toThrow();
});

describe("a refusal is one line that shows no password", () => {
  const cases: readonly (readonly [what: string, words: RegExp, change: (url: URL) => void])[] = [
    ["a wrong password", /authentication failed/, (url) => (url.password = "s3cret")],
    ["no such database", /"nowhere" does not exist/, (url) => (url.pathname = "nowhere")],
    ["nobody at the port", /ECONNREFUSED/, (url) => (url.href = "postgres://a:s3cret@127.0.0.1:9/c")],
    [
      "no such host",
      /ENOTFOUND|EAI_AGAIN/,
      (url) => (url.href = "postgres://a:s3cret@no-such-host.invalid/c"),
    ],
    ["no such socket", /ENOENT/, (url) => (url.href = "postgres://a:s3cret@x/c?host=/nowhere")],
  ];

  test.each(cases)("%s", async (_what, words, change) => {
    const message = await refusalOf(urlOf(change));
    expect(message).toMatch(/^DATABASE_URL leads to no database that can be used: [^\n]+$/);
    expect(message).toMatch(words);
    expect(message).not.toContain("s3cret");
  });
});

test("asked to stop, it waits no longer", async () => {
  const abort = new AbortController();
  // An address that answers nothing: packets to it are lost.
  const checking = checkDatabase("DATABASE_URL", "postgres://a:b@192.0.2.1/c", abort.signal);
  abort.abort(new Error("stop"));
  await expect(checking).rejects.toThrow("stop");
});
