import { expect } from "@playwright/test";
import { card, Client, column, dragOver, hears, signedIn } from "../actors.js";
import { violations } from "../axe.js";
import { test } from "../stack.js";

const NEW = "mutation($input: CreateIssueInput!) { createIssue(input: $input) { id key } }";

/** An issue of Development in "To do", held by somebody. */
async function issueHeldBy(url: string, login: string, title: string): Promise<string> {
  const head = await Client.signIn(url, "dev.head");
  const { unit } = await head.ask<{ unit: { id: string; statuses: { id: string; name: string }[] } }>(
    '{ unit(key: "DEV") { id statuses { id name } } }',
  );
  const holder = await Client.signIn(url, login);
  const { me } = await holder.ask<{ me: { user: { id: string } } }>("{ me { user { id } } }");
  const status = unit.statuses.find(({ name }) => name === "To do")?.id;
  const input = { unit: unit.id, title, status, assignee: me.user.id };
  const { createIssue } = await head.ask<{ createIssue: { key: string } }>(NEW, { input });
  return createIssue.key;
}

test("H6, R5: a developer asks for another estimate by keyboard; the head accepts by keyboard; the asker sees it live", async ({
  browser,
  stack,
}) => {
  // Two people and what axe looks through: more than a minute where the machine has other work.
  test.slow();
  const key = await issueHeldBy(stack.url, "dev.dev1", "Bigger than it looked");
  const asker = await signedIn(browser, stack.url, "dev.dev1", `/issue/${key}`);
  const ask = asker.getByRole("button", { name: "Ask the head: Estimate" });
  await ask.focus();
  await expect(ask).toHaveAttribute("title", /Your roles do not allow/);
  await asker.keyboard.press("Enter");
  const dialog = asker.getByRole("dialog", { name: `${key}: ask the head` });
  await expect(dialog.getByLabel("Estimate")).toBeFocused();
  expect(await violations(asker)).toEqual([]);
  await asker.keyboard.type("8");
  await asker.keyboard.press("Tab");
  await asker.keyboard.type("It grew");
  await asker.keyboard.press("Enter");
  const requests = asker.getByRole("region", { name: "Requests to the head" });
  await expect(requests).toContainText("Estimate: “8”");
  await hears(asker, new RegExp(`${key}: the head is asked`));
  await expect(ask).toBeFocused();

  const head = await signedIn(browser, stack.url, "dev.head", "/inbox");
  await expect(head.getByRole("heading", { name: "Inbox" })).toBeVisible();
  const row = head
    .getByRole("list", { name: "Waiting for you" })
    .getByRole("button", { name: new RegExp(key) });
  await expect(row).toContainText("Estimate: “8”");
  expect(await violations(head)).toEqual([]);
  // What waits longer stands above it.
  await expect(async () => {
    if ((await row.getAttribute("aria-current")) !== "true") await head.keyboard.press("j");
    await expect(row).toHaveAttribute("aria-current", "true", { timeout: 500 });
  }).toPass();
  await head.keyboard.press("y");
  await expect(row).toBeHidden();
  await hears(head, new RegExp(`${key}: done, as`));

  const estimate = asker.locator("dl > div", { hasText: /^Estimate/ });
  await expect(estimate).toContainText("8");
  await expect(requests).toBeHidden();
  await expect(asker.getByRole("article")).toContainText("accepted the request of");
});

test("H6, R6: a reporter drags a card where only others may; the toast asks; the head refuses with a reason, which is told", async ({
  browser,
  stack,
}) => {
  // Two people and what axe looks through: more than a minute where the machine has other work.
  test.slow();
  const key = await issueHeldBy(stack.url, "dev.rep1", "Not to be done yet");
  const asker = await signedIn(browser, stack.url, "dev.rep1", "/board/DEV");
  await dragOver(asker, card(asker, key), column(asker, "Backlog"));
  await asker.mouse.up();
  const toast = asker.getByRole("button", { name: "Ask the head" });
  await toast.click();
  await hears(asker, new RegExp(`${key}: the head is asked`));
  await expect(asker.getByRole("button", { name: "Withdraw" })).toBeVisible();

  const head = await signedIn(browser, stack.url, "dev.head", "/inbox");
  const list = head.getByRole("list", { name: "Waiting for you" });
  const row = list.getByRole("button", { name: new RegExp(key) });
  await row.click();
  await expect(row).toContainText("Move to “Backlog”");
  await head.keyboard.press("r");
  await expect(head.getByRole("textbox", { name: "Why it is refused" })).toBeFocused();
  expect(await violations(head)).toEqual([]);
  await head.keyboard.type("It is due this week");
  await head.keyboard.press("Control+Enter");
  await expect(row).toBeHidden();

  await asker.goto(`/issue/${key}`);
  await expect(asker.getByRole("region", { name: "Requests to the head" })).toContainText(
    "It is due this week",
  );
});
