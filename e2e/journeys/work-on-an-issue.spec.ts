import { expect } from "@playwright/test";
import { card, Client, column, keysIn, panelOf, signedIn } from "../actors.js";
import { test } from "../stack.js";

test("a card is made in its column, opened, described and commented on; a colleague sees it come", async ({
  browser,
  stack,
}) => {
  const head = await signedIn(browser, stack.url, "prod.head", "/board/PROD");
  const colleague = await signedIn(browser, stack.url, "dev.head", "/board/PROD");
  await expect(column(colleague, "To do")).toBeVisible();

  await column(head, "To do")
    .getByRole("button", { name: /Create issue in/ })
    .click();
  await head.getByLabel("Title of the new issue").fill("Paint the meeting room");
  await head.keyboard.press("Enter");
  await head.getByLabel("Title of the new issue").fill("Order the paint");
  await head.keyboard.press("Enter");
  await head.keyboard.press("Escape");
  await expect(column(head, "To do").getByText("Paint the meeting room")).toBeVisible();
  await expect(column(colleague, "To do").getByText("Order the paint")).toBeVisible({ timeout: 3000 });

  await column(head, "To do").getByText("Paint the meeting room").click();
  const panel = panelOf(head);
  await expect(panel.getByRole("heading", { name: "Paint the meeting room" })).toBeVisible();
  await panel.getByRole("button", { name: "Edit", exact: true }).click();
  await panel.getByRole("textbox", { name: "Description" }).fill("Two coats of **white**.");
  await panel.getByRole("button", { name: "Save" }).click();
  await expect(panel.locator("strong", { hasText: "white" })).toBeVisible();
  await panel.getByRole("textbox", { name: "Comment" }).fill("The painter comes on Friday.");
  await panel.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(panel.getByText("The painter comes on Friday.").first()).toBeVisible();
  await panel.getByText("Changes", { exact: true }).click();
  await expect(panel.getByText(/created the issue/)).toBeVisible();
  await head.goBack();
  await expect(panel).toHaveCount(0);
});

test("CON-02: when somebody else changed the same text, both are shown and nothing typed is lost", async ({
  browser,
  stack,
}) => {
  const page = await signedIn(browser, stack.url, "dev.head", "/board/DEV");
  await expect(column(page, "To do").getByRole("listitem").first()).toBeVisible();
  const [key = ""] = await keysIn(page, "To do");
  const typed = "Mine, and long. ".repeat(32);
  await card(page, key).click();
  const panel = panelOf(page);
  await panel.getByRole("button", { name: "Edit", exact: true }).click();
  await panel.getByRole("textbox", { name: "Description" }).fill(typed);

  const boss = await Client.signIn(stack.url, "boss");
  const { issue } = await boss.ask<{ issue: { id: string; revision: number } }>(
    "query($key: String!) { issue(key: $key) { id revision } }",
    { key },
  );
  const update =
    'mutation($id: ID!, $revision: Int!) { updateIssue(id: $id, revision: $revision, input: { description: "The boss\'s." }) { id } }';
  await boss.ask(update, { id: issue.id, revision: issue.revision });

  await panel.getByRole("button", { name: "Save" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("The boss's.")).toBeVisible();
  await expect(dialog.getByText(/Mine, and long\./).first()).toBeVisible();
});

test("R2: when a membership ends, the open board says so at once and shows nothing more", async ({
  browser,
  stack,
}) => {
  const page = await signedIn(browser, stack.url, "sales.dev2", "/board/SALES");
  await expect(column(page, "Backlog").getByRole("listitem").first()).toBeVisible();
  const boss = await Client.signIn(stack.url, "boss");
  type Member = { id: string; user: { name: string } };
  const { unit } = await boss.ask<{ unit: { members: Member[] } }>(
    '{ unit(key: "SALES") { members { id user { name } } } }',
  );
  const membership = unit.members.find(({ user }) => user.name === "Varga Luca");
  await boss.ask("mutation($id: ID!) { removeMember(membership: $id) { id } }", { id: membership?.id });
  // What they hold stays in their name, yet the board shows only what their rank lets them read: nothing.
  await expect(column(page, "Backlog").getByRole("listitem")).toHaveCount(0, { timeout: 5000 });
});
