import { expect } from "@playwright/test";
import { column, panelOf, signedIn } from "../actors.js";
import { violations } from "../axe.js";
import { test } from "../stack.js";

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on sign-in, board, panel, account and members, ${colorScheme}`, async ({
    browser,
    stack,
  }) => {
    test.setTimeout(180_000);
    const context = await browser.newContext({ baseURL: stack.url, colorScheme });
    const stranger = await context.newPage();
    await stranger.goto("/login");
    await expect(stranger.getByRole("button", { name: "Sign in" })).toBeVisible();
    expect(await violations(stranger)).toEqual([]);

    const page = await signedIn(browser, stack.url, "boss", "/board/DEV");
    await page.emulateMedia({ colorScheme });
    await expect(column(page, "To do").getByRole("listitem").first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await column(page, "To do").getByRole("listitem").first().click();
    await expect(panelOf(page)).toBeVisible();
    expect(await violations(page)).toEqual([]);
    for (const path of ["/account", "/people", "/unit/DEV", "/inbox", "/roles", "/view-as?on=DEV-1"]) {
      await page.goto(path);
      await expect(page.getByRole("heading").first()).toBeVisible();
      expect(await violations(page)).toEqual([]);
    }
  });
}

test("CSP: no page breaks its own policy", async ({ browser, stack }) => {
  const faults: string[] = [];
  const page = await signedIn(browser, stack.url, "dev.dev1", "/board/DEV");
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) faults.push(message.text());
  });
  await page.reload();
  await expect(column(page, "To do").getByRole("listitem").first()).toBeVisible();
  await column(page, "To do").getByRole("listitem").first().click();
  await expect(panelOf(page)).toBeVisible();
  expect(faults).toEqual([]);
});
