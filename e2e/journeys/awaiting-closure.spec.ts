import { expect, type Page } from "@playwright/test";
import { Client, panelOf, signedIn } from "../actors.js";
import { violations } from "../axe.js";
import { test } from "../stack.js";

interface Listed {
  readonly issues: { readonly nodes: readonly { readonly id: string; readonly key: string }[] };
}

/** Issues of a unit that wait for the boss, apart from those of others by words of their own. */
async function resolved(client: Client, unit: string, title: string, count: number): Promise<string[]> {
  const { unit: found } = await client.ask<{
    unit: { id: string; statuses: { id: string; category: string }[] };
  }>("query($key: String!) { unit(key: $key) { id statuses { id category } } }", { key: unit });
  const status = found.statuses.find(({ category }) => category === "RESOLVED")?.id;
  const create = "mutation($input: CreateIssueInput!) { createIssue(input: $input) { key } }";
  const keys: string[] = [];
  for (let index = 1; index <= count; index += 1) {
    const input = { unit: found.id, title: `${title} ${String(index)}`, status };
    const { createIssue } = await client.ask<{ createIssue: { key: string } }>(create, { input });
    keys.push(createIssue.key);
  }
  return keys;
}

async function statusesOf(client: Client, keys: readonly string[]): Promise<string[]> {
  const query = "query($key: String!) { issue(key: $key) { status { category } } }";
  const answers = [];
  for (const key of keys) {
    const { issue } = await client.ask<{ issue: { status: { category: string } } }>(query, { key });
    answers.push(issue.status.category);
  }
  return answers;
}

/** Counts every key that goes down, modifiers apart: what a person presses. */
async function countPresses(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counter = window as unknown as { presses: number };
    counter.presses = 0;
    addEventListener(
      "keydown",
      (event) => {
        if (!["Control", "Shift", "Alt", "Meta"].includes(event.key)) counter.presses += 1;
      },
      true,
    );
  });
  return () => page.evaluate(() => (window as unknown as { presses: number }).presses);
}

const rows = (page: Page) => page.getByRole("list", { name: "Awaiting closure" }).getByRole("listitem");

test("L2: the boss closes ten issues by G C, Ctrl+A and Y, and returns one with a reason, by keyboard alone", async ({
  browser,
  stack,
}) => {
  const boss = await Client.signIn(stack.url, "boss");
  // What the demo company has left is closed first, so that all that waits are the ten.
  const { issues } = await boss.ask<Listed>(
    "{ issues(first: 500, filter: { category: [RESOLVED] }) { nodes { id key } } }",
  );
  await boss.ask("mutation($ids: [ID!]!) { closeIssues(ids: $ids) { id } }", {
    ids: issues.nodes.map(({ id }) => id),
  });
  const head = await Client.signIn(stack.url, "dev.head");
  const ten = await resolved(head, "DEV", "Waits for the boss", 10);

  const page = await signedIn(browser, stack.url, "boss", "/board/DEV");
  await expect(page.getByRole("link", { name: /Awaiting closure.*10/ })).toBeVisible();
  const presses = await countPresses(page);
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await expect(rows(page)).toHaveCount(10);
  await page.keyboard.press("Control+a");
  await page.keyboard.press("y");
  await expect(rows(page)).toHaveCount(0);
  // The budget of UX.md, section 4: `G C`, `Ctrl+A`, `Y`.
  expect(await presses()).toBe(4);
  await expect(page.getByText("10 issues are closed.").first()).toBeVisible();
  // The rows go before the server has answered.
  await expect.poll(async () => new Set(await statusesOf(boss, ten))).toEqual(new Set(["CLOSED"]));

  const three = await resolved(head, "DEV", "Waits once more", 3);
  await page.reload();
  await expect(rows(page)).toHaveCount(3);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("r");
  await page.keyboard.type("The sum is wrong.");
  await page.keyboard.press("Control+Enter");
  await expect(rows(page)).toHaveCount(2);
  await expect(page.getByText(`${three[1] ?? ""} is back in work.`).first()).toBeVisible();
  await expect.poll(() => statusesOf(boss, three)).toEqual(["RESOLVED", "IN_PROGRESS", "RESOLVED"]);
  const holder = await signedIn(browser, stack.url, "dev.head", `/issue/${three[1] ?? ""}`);
  await expect(holder.getByText("returned it for more work")).toBeVisible();
  await expect(holder.getByText("“The sum is wrong.”")).toBeVisible();
});

test("L2: what another boss closed meanwhile is told, nothing is lost, and the rest go on", async ({
  browser,
  stack,
}) => {
  const boss = await Client.signIn(stack.url, "boss");
  const head = await Client.signIn(stack.url, "dev.head");
  const keys = await resolved(head, "DEV", "Closed twice", 3);
  const page = await signedIn(browser, stack.url, "boss", "/closure");
  await expect(rows(page).first()).toBeVisible();
  await page.keyboard.press("f");
  await page.keyboard.type("Closed twice");
  await expect(rows(page)).toHaveCount(3);
  // The queue looks for news by itself: it must not hear of the other boss before the keys are pressed.
  const isNews = (data: string | null) => data?.includes('"AwaitingClosure"') ?? false;
  await page.route("**/graphql", (route) =>
    isNews(route.request().postData()) ? undefined : route.continue(),
  );
  const { issue } = await boss.ask<{ issue: { id: string } }>(
    "query($key: String!) { issue(key: $key) { id } }",
    { key: keys[1] },
  );
  await boss.ask("mutation($id: ID!) { closeIssues(ids: [$id]) { id } }", { id: issue.id });
  // Out of the filter's field and onto the list; then all of them.
  await rows(page).first().focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("y");
  await expect(page.getByText("This issue is closed already.").first()).toBeVisible();
  await expect(rows(page)).toHaveCount(3);
  await page.unroute("**/graphql");
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Leave out" }).press("Enter");
  await expect(rows(page)).toHaveCount(2);
  await page.keyboard.press("y");
  await expect(rows(page)).toHaveCount(0);
  // The rows go before the server has answered.
  await expect.poll(async () => new Set(await statusesOf(boss, keys))).toEqual(new Set(["CLOSED"]));
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on the queue, an issue's menu and its forms, a unit's menu and deputies, ${colorScheme}`, async ({
    browser,
    stack,
  }) => {
    test.setTimeout(180_000);
    const boss = await Client.signIn(stack.url, "boss");
    const [key = ""] = await resolved(boss, "DEV", `Seen in ${colorScheme}`, 1);
    const page = await signedIn(browser, stack.url, "boss", "/closure");
    await page.emulateMedia({ colorScheme });
    await expect(rows(page).first()).toBeVisible();
    await page.keyboard.press("x");
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("r");
    await expect(page.getByRole("dialog")).toBeVisible();
    expect(await violations(page)).toEqual([]);

    await page.goto(`/board/DEV?issue=${key}`);
    await panelOf(page)
      .getByRole("button", { name: `Actions for ${key}` })
      .click();
    await expect(page.getByRole("menu")).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("menuitem", { name: /^Cancel/ }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await panelOf(page)
      .getByRole("region", { name: "Relations" })
      .getByRole("button", { name: "Add" })
      .click();
    await expect(page.getByRole("dialog")).toBeVisible();
    expect(await violations(page)).toEqual([]);

    await page.goto("/unit/APP");
    await page.getByRole("button", { name: /^Actions for/ }).click();
    await page.getByRole("menuitem", { name: /^Archive/ }).click();
    await expect(page.getByText(/unfinished/)).toBeVisible();
    expect(await violations(page)).toEqual([]);

    await page.goto("/account");
    await page.getByRole("button", { name: "Name a deputy" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}
