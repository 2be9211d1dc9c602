import { expect } from "vitest";
import { SESSION_COOKIE } from "../access/session-cookie.js";
import { runSql } from "./sql.js";
import type { TestServer } from "./test-server.js";

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export function codesOf({ text }: Answer): unknown[] {
  const { errors } = JSON.parse(text) as { errors?: { extensions?: { code?: unknown } }[] };
  return (errors ?? []).map((error) => error.extensions?.code);
}

/** A status, one code, JSON, and nothing of the inside. */
export function expectRefused(answer: Answer, status: number, code: string): void {
  expect([answer.status, codesOf(answer)]).toEqual([status, [code]]);
  expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
  expect(answer.text).not.toMatch(/<html|<!doctype|node_modules|\.js:\d|at async/i);
}

export interface HttpCalls {
  readonly cookie: (login?: string) => string;
  readonly ask: (init: RequestInit & { readonly path?: string }) => Promise<Answer>;
  readonly post: (body: string | Buffer, headers?: Record<string, string>) => Promise<Answer>;
  readonly postQuery: (query: string, headers?: Record<string, string>) => Promise<Answer>;
  /** Whether no issue with the title "made" is there. */
  readonly isNothingMade: () => Promise<boolean>;
}

/**
 * HTTP as a foreign program speaks it, down to headers and bytes; signed in as the boss unless the headers say otherwise.
 *
 * @param current the server, which is there only once the tests run
 */
export function httpCalls(current: () => TestServer): HttpCalls {
  const cookie = (login = "boss") => `${SESSION_COOKIE}=${current().company.secrets[login] ?? ""}`;
  const ask: HttpCalls["ask"] = async (init) => {
    const response = await fetch(`${current().server.url}${init.path ?? "/graphql"}`, init);
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const post: HttpCalls["post"] = (body, headers = {}) => {
    const all = { "content-type": "application/json", cookie: cookie(), ...headers };
    return ask({
      method: "POST",
      headers: all,
      body: typeof body === "string" ? body : new Uint8Array(body),
    });
  };
  return {
    cookie,
    ask,
    post,
    postQuery: (query, headers = {}) => post(JSON.stringify({ query }), headers),
    isNothingMade: async () => {
      const made = await runSql(current().database.connection, "select from issue where title = 'made'");
      return made.length === 0;
    },
  };
}
