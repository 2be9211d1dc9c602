import { expect } from "@playwright/test";
import { Client, panelOf, signedIn } from "../actors.js";
import { violations } from "../axe.js";
import { test } from "../stack.js";

interface Handoff {
  readonly steps: readonly { readonly id: string; readonly current: boolean }[];
}

/** Once a member of Development, in whose hands an issue was; now without any role. @returns its id and key */
async function heldOnce(boss: Client, user: string): Promise<{ id: string; key: string }> {
  const { units } = await boss.ask<{ units: { id: string; key: string }[] }>("{ units { id key } }");
  const unit = units.find(({ key }) => key === "DEV")?.id;
  const { roles } = await boss.ask<{ roles: { id: string; base: string; builtIn: boolean }[] }>(
    "{ roles { id base builtIn } }",
  );
  const role = roles.find(({ base, builtIn }) => builtIn && base === "DEVELOPER")?.id;
  const join = `mutation($unit: ID!, $user: ID!, $role: ID!) { addMember(unit: $unit, user: $user, role: $role) { id } }`;
  const { addMember } = await boss.ask<{ addMember: { id: string } }>(join, { unit, user, role });
  const create = `mutation($input: CreateIssueInput!) { createIssue(input: $input) { id key } }`;
  const input = {
    unit,
    title: "Followed for ever",
    assignee: user,
    priority: "HIGH",
    description: "Not for followers",
  };
  const { createIssue } = await boss.ask<{ createIssue: { id: string; key: string } }>(create, { input });
  await boss.ask("mutation($id: ID!) { assignIssue(id: $id, assignee: null) { id } }", {
    id: createIssue.id,
  });
  await boss.ask("mutation($id: ID!) { removeMember(membership: $id) { id } }", { id: addMember.id });
  return createIssue;
}

test("R8, B4: who once held an issue finds it in 'I follow' by keyboard, with its holder, and hears of it at once", async ({
  browser,
  stack,
}) => {
  // Two browsers, each looked at in both themes.
  test.slow();
  const boss = await Client.signIn(stack.url, "boss");
  const { me } = await (
    await Client.signIn(stack.url, "outsider")
  ).ask<{ me: { user: { id: string } } }>("{ me { user { id } } }");
  const { id, key } = await heldOnce(boss, me.user.id);
  const page = await signedIn(browser, stack.url, "outsider", "/people");
  await expect(page.getByRole("button", { name: /^Notices/ })).toBeVisible();

  await test.step("it is handed to another department, and accepted there", async () => {
    const head = await Client.signIn(stack.url, "dev.head");
    const { units } = await head.ask<{ units: { id: string; key: string }[] }>("{ units { id key } }");
    const toUnit = units.find((unit) => unit.key === "SALES")?.id;
    const start = `mutation($issue: ID!, $toUnit: ID!) { startHandoff(issue: $issue, toUnit: $toUnit) { steps { id current } } }`;
    const { startHandoff } = await head.ask<{ startHandoff: Handoff }>(start, { issue: id, toUnit });
    const step = startHandoff.steps.find(({ current }) => current)?.id;
    const accept = `mutation($step: ID!) { acceptHandoff(step: $step) { id } }`;
    await (await Client.signIn(stack.url, "sales.head")).ask(accept, { step });
  });

  await test.step("G M, then the tab 'I follow': where it is, who holds it, and that more is hidden", async () => {
    await page.keyboard.press("g");
    await page.keyboard.press("m");
    await expect(page.getByRole("heading", { name: "My work" })).toBeVisible();
    await page.getByRole("link", { name: "I follow" }).focus();
    await page.keyboard.press("Enter");
    const row = page.getByRole("list", { name: "I follow" }).getByRole("button", { name: new RegExp(key) });
    await expect(row).toContainText("Sales");
    await expect(row).toContainText(/Held by/);
    await expect(row.getByRole("img", { name: "More is hidden for your role" })).toBeVisible();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page)).toEqual([]);
    }
    await row.focus();
    await page.keyboard.press("Enter");
    await expect(panelOf(page)).toContainText("Hidden for your role");
    await expect(panelOf(page)).not.toContainText("Not for followers");
    await page.keyboard.press("Escape");
  });

  await test.step("a notice arrives live in a second browser, and opens its issue", async () => {
    const sales = await signedIn(browser, stack.url, "sales.dev1", "/my");
    await expect(sales.getByRole("heading", { name: "My work" })).toBeVisible();
    await sales.waitForTimeout(1_000);
    const { users } = await boss.ask<{ users: { id: string; email: string | null }[] }>(
      "{ users(first: 100) { id email } }",
    );
    const assignee = users.find(({ email }) => email === "sales.dev1@demo.test")?.id;
    const assign = "mutation($id: ID!, $assignee: ID) { assignIssue(id: $id, assignee: $assignee) { id } }";
    await boss.ask(assign, { id, assignee });
    const bell = sales.getByRole("button", { name: /^Notices, \d+ unread/ });
    await expect(bell).toBeVisible();
    await bell.click();
    const notice = sales.getByRole("list", { name: "Notices" }).getByRole("button").first();
    await expect(notice).toContainText(`assigned ${key} to you`);
    for (const colorScheme of ["light", "dark"] as const) {
      await sales.emulateMedia({ colorScheme });
      expect(await violations(sales)).toEqual([]);
    }
    const unread = Number(/\d+/.exec((await bell.getAttribute("aria-label")) ?? "")?.[0]);
    await notice.press("Enter");
    await expect(panelOf(sales)).toContainText("Followed for ever");
    // To open it was to read it.
    const left = unread > 1 ? `Notices, ${String(unread - 1)} unread` : "Notices";
    await expect(sales.getByRole("button", { name: left, exact: true })).toBeVisible();
  });
});
