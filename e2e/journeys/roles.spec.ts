import { expect } from "@playwright/test";
import { Client, signedIn } from "../actors.js";
import { violations } from "../axe.js";
import { test } from "../stack.js";

test("R9, R12: an admin makes a role, changes one right by keyboard alone, and sees its effect on a person", async ({
  browser,
  stack,
}) => {
  const admin = await signedIn(browser, stack.url, "admin", "/roles");
  await admin.getByRole("button", { name: "New role" }).click();
  await admin.getByLabel("Name").fill("Tester");
  await admin.getByLabel("Starts as a copy of").selectOption({ label: "Developers" });
  await admin.keyboard.press("Enter");
  const cell = (value: string) => admin.getByRole("button", { name: `Estimate, Tester: ${value}` });
  await expect(cell("read")).toBeVisible();
  expect(await violations(admin)).toEqual([]);

  // UX section 4: arrows and Space; the new role's first cell has the focus.
  await expect(admin.getByRole("button", { name: /^Which issues it reaches, Tester/ })).toBeFocused();
  for (
    let presses = 0;
    presses < 60 && !(await cell("read").evaluate((one) => one === document.activeElement));
  ) {
    await admin.keyboard.press("ArrowDown");
    presses += 1;
  }
  await admin.keyboard.press("Space");
  await expect(cell("write, not saved yet")).toBeFocused();
  expect(await violations(admin)).toEqual([]);
  await admin.getByRole("button", { name: "Save", exact: true }).press("Enter");
  await expect(cell("write")).toHaveAccessibleName("Estimate, Tester: write");

  const boss = await Client.signIn(stack.url, "boss");
  const { roles, unit, users } = await boss.ask<{
    roles: { id: string; name: string }[];
    unit: { id: string };
    users: { id: string }[];
  }>('{ roles { id name } unit(key: "DEV") { id } users(text: "outsider") { id } }');
  const add =
    "mutation($unit: ID!, $user: ID!, $role: ID!) { addMember(unit: $unit, user: $user, role: $role) { id } }";
  const role = roles.find(({ name }) => name === "Tester")?.id;
  await boss.ask(add, { unit: unit.id, user: users[0]?.id, role });

  const outsider = await signedIn(browser, stack.url, "outsider", "/view-as");
  await outsider.getByLabel("Key of the issue").fill("DEV-1");
  await outsider.keyboard.press("Enter");
  const row = outsider
    .getByRole("table", { name: /^Fields/ })
    .getByRole("row", { name: /^Estimate/ })
    .first();
  await expect(row.getByRole("cell").nth(1)).toContainText("Custom role");
  await expect(row.getByRole("cell").nth(1)).toContainText("R9");
  expect(await violations(outsider)).toEqual([]);
});
