import { expect, type Browser, type Locator, type Page } from "@playwright/test";
import { DEMO_PASSWORD } from "./stack.js";

/** A browser of their own, signed in as one of the demo company, on a page. */
export async function signedIn(browser: Browser, url: string, login: string, path: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: url });
  const page = await context.newPage();
  await page.goto(`/login?next=${encodeURIComponent(path)}`);
  await page.getByLabel("Email").fill(`${login}@demo.test`);
  await page.getByLabel("Password", { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((address) => address.pathname === path);
  return page;
}

export function column(page: Page, name: string): Locator {
  return page.getByRole("region", { name: new RegExp(`^${name}`) });
}

/** The issue that is open beside the board. */
export function panelOf(page: Page): Locator {
  return page.getByRole("complementary", { name: "Issue" });
}

export function card(page: Page, key: string): Locator {
  return page.getByRole("listitem", { name: new RegExp(`^${key}\\b`) });
}

/** Keys of a column's cards from the top, as far as they are drawn. */
export async function keysIn(page: Page, name: string): Promise<string[]> {
  const texts = await column(page, name).getByRole("listitem").allInnerTexts();
  return texts.flatMap((text) => /[A-Z][A-Z0-9]+-\d+/.exec(text)?.[0] ?? []);
}

/** Dragging comes after the board's first paint: until then a press is a click, and nothing is lifted. */
export async function dragIsReady(page: Page): Promise<void> {
  await page.locator("[data-drop-line]").waitFor({ state: "attached" });
}

/** Pick up, pass the activation distance, carry on, and stay over the target. */
export async function dragOver(page: Page, from: Locator, to: Locator): Promise<void> {
  await dragIsReady(page);
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error("nothing to drag, or nowhere to drop");
  await page.mouse.move(start.x + 60, start.y + 30);
  await page.mouse.down();
  await page.mouse.move(start.x + 68, start.y + 36);
  await page.mouse.move(end.x + end.width / 2, end.y + Math.min(end.height / 2, 120), { steps: 10 });
}

/** What the live region says last; waits until it says it. */
export async function hears(page: Page, words: RegExp): Promise<void> {
  await expect(page.getByRole("status").filter({ hasText: words }).first()).toBeAttached();
}

/** An API client that speaks as a person, by a session of its own. */
export class Client {
  readonly #url: string;
  #cookie = "";

  private constructor(url: string) {
    this.#url = url;
  }

  static async signIn(url: string, login: string): Promise<Client> {
    const client = new Client(url);
    const mutation =
      "mutation($email: String!, $password: String!) { login(email: $email, password: $password) { user { id } } }";
    await client.ask(mutation, { email: `${login}@demo.test`, password: DEMO_PASSWORD });
    return client;
  }

  /** @throws Error with what the API answered, where it answered with an error */
  async ask<T = Record<string, unknown>>(query: string, variables: object = {}): Promise<T> {
    const response = await fetch(`${this.#url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie: this.#cookie },
      body: JSON.stringify({ query, variables }),
    });
    this.#cookie = response.headers.getSetCookie()[0]?.split(";")[0] ?? this.#cookie;
    const answer = (await response.json()) as { data?: T; errors?: unknown };
    if (answer.errors !== undefined || answer.data === undefined)
      throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  }
}
