import { expect, type Page } from "@playwright/test";
import { card, column, panelOf, signedIn } from "../actors.js";
import { violations } from "../axe.js";
import { test } from "../stack.js";

/** Counts what a hand does to the page: keys but for typed text, and clicks (UX.md, section 4). */
class Hand {
  readonly #page: Page;
  count = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(key: string): Promise<void> {
    this.count += 1;
    await this.#page.keyboard.press(key);
  }

  /** Typing is not counted. */
  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  async click(name: string | RegExp): Promise<void> {
    this.count += 1;
    await this.#page.getByRole("button", { name }).click();
  }
}

/** A new issue in a column, by its form; @returns its key */
async function written(page: Page, title: string): Promise<string> {
  await page.getByRole("button", { name: "Create issue in Backlog" }).click();
  await page.getByRole("textbox", { name: "Title of the new issue" }).fill(title);
  await page.keyboard.press("Enter");
  const item = column(page, "Backlog").getByRole("listitem").filter({ hasText: title });
  await expect(item).toHaveText(/[A-Z]+-\d+/);
  await page.keyboard.press("Escape");
  return /[A-Z]+-\d+/.exec(await item.innerText())?.[0] ?? "";
}

const inboxRow = (page: Page, key: string) =>
  page.getByRole("list", { name: "Waiting for you" }).getByRole("button", { name: new RegExp(`^${key} `) });

/** What waits longer stands before it. */
async function chooseByKeys(page: Page, key: string): Promise<void> {
  await expect(inboxRow(page, key)).toBeVisible();
  for (let tries = 0; tries < 30; tries += 1) {
    if ((await inboxRow(page, key).getAttribute("aria-current")) === "true") return;
    await page.keyboard.press("j");
  }
  throw new Error(`${key} was not reached by J`);
}

test("H1 to H5: handed off by keyboard, accepted by both heads, an executor named; the author sees the trail", async ({
  browser,
  stack,
}) => {
  test.setTimeout(180_000);
  const author = await signedIn(browser, stack.url, "dev.dev1", "/board/DEV");
  const key = await written(author, "Ask them whether the invoice is right");
  const start = new Hand(author);
  await card(author, key).focus();
  await start.press("h");
  await expect(author.getByRole("combobox", { name: `Unit to hand ${key} off to` })).toBeFocused();
  expect(await violations(author)).toEqual([]);
  await start.type("sales");
  await start.press("Enter");
  await expect(author.getByRole("list", { name: "The way it takes" }).getByRole("listitem")).toHaveCount(4);
  expect(await violations(author)).toEqual([]);
  await start.type("Only sales can ask them this");
  await start.press("Enter");
  // Painted before the server answers; then the words of the answer.
  await expect(card(author, key).getByRole("img", { name: "In transit" })).toBeVisible();
  await expect(author.getByText(`${key} is on its way to Sales`).first()).toBeVisible();
  // UX.md, section 4: H, letters, Enter, Enter.
  expect(start.count).toBe(3);
  await expect(card(author, key)).toBeFocused();

  const first = await signedIn(browser, stack.url, "dev.head", "/board/DEV");
  await expect(column(first, "Backlog").getByRole("listitem").first()).toBeVisible();
  await first.keyboard.press("g");
  await first.keyboard.press("i");
  await first.waitForURL(/\/inbox/);
  await chooseByKeys(first, key);
  expect(await violations(first)).toEqual([]);
  const accepting = new Hand(first);
  await accepting.press("y");
  await expect(inboxRow(first, key)).toHaveCount(0);
  await expect(first.getByText(`${key} is accepted and goes on to Sales`).first()).toBeVisible();
  expect(accepting.count).toBe(1);

  const second = await signedIn(browser, stack.url, "sales.head", "/inbox");
  await chooseByKeys(second, key);
  const naming = new Hand(second);
  await naming.press("y");
  await expect(second.getByRole("combobox", { name: "Who is to do it" })).toBeFocused();
  const names = await second.getByRole("option").allInnerTexts();
  const executor = names[1]?.trim() ?? "";
  await naming.type(executor.slice(0, 3).toLowerCase());
  await naming.press("Enter");
  await expect(second.getByText(`${key} is in Sales now, held by ${executor}`).first()).toBeVisible();
  // UX.md, section 4: Y, letters, Enter.
  expect(naming.count).toBe(2);

  // R8, H5: it has left the author's board, and they see for ever where it is.
  await expect(card(author, key)).toHaveCount(0);
  await author.goto(`/issue/${key}`);
  const trail = author.getByRole("region", { name: "Relay trail" });
  await expect(trail).toContainText("Development → Sales");
  await expect(trail).toContainText("Accepted");
  await trail.getByText("Development → Sales").click();
  await expect(trail).toContainText("Development: accepted by");
  await expect(trail).toContainText("Sales: accepted by");
  await expect(author.getByText(`Sales · held by ${executor}`)).toBeVisible();
  expect(await violations(author)).toEqual([]);
});

test("H2: a refusal goes back with its reason, within two clicks and by R, text, Ctrl+Enter; the second head is told", async ({
  browser,
  stack,
}) => {
  test.setTimeout(180_000);
  const author = await signedIn(browser, stack.url, "sales.head", "/board/SALES");
  const byMouse = await written(author, "By mouse");
  const hand = new Hand(author);
  await card(author, byMouse).click();
  // UX.md, section 4: three clicks from the open issue.
  await hand.click("Hand off");
  hand.count += 1;
  await author.getByRole("option", { name: /^Service/ }).click();
  await author.getByRole("dialog").getByRole("button", { name: "Hand off" }).click();
  hand.count += 1;
  expect(hand.count).toBe(3);
  await expect(panelOf(author).getByRole("region", { name: "Relay trail" })).toContainText("On its way");

  // Two people who may act for the unit have it before them; one is first (H2).
  const late = await signedIn(browser, stack.url, "service.head", "/inbox");
  await chooseByKeys(late, byMouse);
  const refusing = await signedIn(browser, stack.url, "service.head", "/inbox");
  await chooseByKeys(refusing, byMouse);
  const keys = new Hand(refusing);
  await keys.press("r");
  await keys.type("The customer has to say it in writing");
  await keys.press("Control+Enter");
  await expect(refusing.getByText(`${byMouse} is refused and back with its holder`).first()).toBeVisible();
  expect(keys.count).toBe(2);
  if ((await inboxRow(late, byMouse).count()) > 0) {
    await late.keyboard.press("y");
    await late.keyboard.press("Enter");
    await expect(late.getByText(/refused it meanwhile/).first()).toBeVisible();
    await expect(inboxRow(late, byMouse)).toHaveCount(0);
  }
  const trail = panelOf(author).getByRole("region", { name: "Relay trail" });
  await expect(trail).toContainText("Refused");
  await trail.getByText("Sales → Service").click();
  await expect(trail).toContainText("The customer has to say it in writing");
});
