import { SESSION_COOKIE } from "../access/session-cookie.js";
import type { GraphqlAnswer } from "./test-server.js";

/** What a browser keeps between requests: the session's cookie, with what came along with it. */
export class Browser {
  readonly url: string;
  /** The secret; null: none. */
  secret: string | null = null;
  /** The last `Set-Cookie`, as it came. */
  setCookie: string | null = null;

  constructor(url: string, secret: string | null = null) {
    this.url = url;
    this.secret = secret;
  }

  async ask<T = Record<string, unknown>>(
    document: string,
    variables: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ): Promise<GraphqlAnswer<T>> {
    const cookie = this.secret === null ? {} : { cookie: `${SESSION_COOKIE}=${this.secret}` };
    const response = await fetch(`${this.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...cookie, ...headers },
      body: JSON.stringify({ query: document, variables }),
    });
    this.keep(response.headers.getSetCookie());
    return (await response.json()) as GraphqlAnswer<T>;
  }

  private keep(cookies: readonly string[]): void {
    const [cookie] = cookies;
    if (cookie === undefined) return;
    this.setCookie = cookie;
    const value = cookie.split(";")[0]?.slice(SESSION_COOKIE.length + 1) ?? "";
    this.secret = value === "" ? null : value;
  }
}
