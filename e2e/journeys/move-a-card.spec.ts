import { expect, type Page } from "@playwright/test";
import { card, column, dragIsReady, dragOver, hears, keysIn, signedIn } from "../actors.js";
import { test } from "../stack.js";

/** The first card of a column, which the column must have. */
async function firstKey(page: Page, name: string): Promise<string> {
  await expect(column(page, name).getByRole("listitem").first()).toBeVisible();
  const [key] = await keysIn(page, name);
  if (key === undefined) throw new Error(`${name} is empty`);
  return key;
}

// Pages that nobody looks at any more would go on working beside the next test's.
test.afterEach(async ({ browser }) => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});

test("two people on one board: what one drags by mouse, the other sees move, and both keep one order (I4)", async ({
  browser,
  stack,
}) => {
  const head = await signedIn(browser, stack.url, "dev.head", "/board/DEV");
  const developer = await signedIn(browser, stack.url, "dev.dev1", "/board/DEV");
  const key = await firstKey(head, "To do");
  await expect(card(developer, key)).toBeVisible();

  await dragOver(head, card(head, key), column(head, "In progress"));
  await head.mouse.up();

  await expect(column(developer, "In progress").getByText(key, { exact: true })).toBeVisible({
    timeout: 3000,
  });
  await expect(column(developer, "To do").getByText(key, { exact: true })).toHaveCount(0);
  await hears(head, new RegExp(`${key} is in “In progress”`));
  await expect.poll(() => keysIn(developer, "In progress")).toEqual(await keysIn(head, "In progress"));

  await head.reload();
  await expect(column(head, "In progress").getByText(key, { exact: true })).toBeVisible();
});

test("by keyboard: lift, carry over, drop; each step is spoken, and the focus stays on the card", async ({
  browser,
  stack,
}) => {
  const head = await signedIn(browser, stack.url, "design.head", "/board/DESIGN");
  const other = await signedIn(browser, stack.url, "design.dev1", "/board/DESIGN");
  const key = await firstKey(head, "To do");
  await expect(card(other, key)).toBeVisible();

  await card(head, key).focus();
  await head.keyboard.press("Space");
  await hears(head, new RegExp(`${key} lifted. Column “To do”, position 1 of \\d+`));
  await head.keyboard.press("ArrowRight");
  await hears(head, /Column “In progress”, position \d+ of \d+/);
  await head.keyboard.press("Space");
  await hears(head, new RegExp(`${key} is in “In progress”, position \\d+ of \\d+`));

  await expect(column(head, "In progress").getByText(key, { exact: true })).toBeVisible();
  await expect(card(head, key)).toBeFocused();
  await expect(column(other, "In progress").getByText(key, { exact: true })).toBeVisible({ timeout: 3000 });
});

test("by keyboard at once: Shift and an arrow move to the next column that allows it; Escape puts a lifted card back", async ({
  browser,
  stack,
}) => {
  const page = await signedIn(browser, stack.url, "app.head", "/board/APP");
  const key = await firstKey(page, "To do");
  await card(page, key).focus();
  await page.keyboard.press("Shift+ArrowRight");
  await expect(column(page, "In progress").getByText(key, { exact: true })).toBeVisible();
  await hears(page, new RegExp(`${key} is in “In progress”`));

  await page.keyboard.press("Space");
  await hears(page, new RegExp(`${key} lifted`));
  await page.keyboard.press("ArrowRight");
  await hears(page, /Column “Review”/);
  await page.keyboard.press("Escape");
  await hears(page, new RegExp(`Cancelled. ${key} is back in “In progress”`));
  await expect(column(page, "In progress").getByText(key, { exact: true })).toBeVisible();
});

test("by touch: a held finger lifts the card, and it drops where the finger ends", async ({
  browser,
  stack,
}) => {
  const page = await signedIn(browser, stack.url, "service.head", "/board/SERVICE");
  const key = await firstKey(page, "To do");
  await dragIsReady(page);
  const [from, to] = [await card(page, key).boundingBox(), await column(page, "In progress").boundingBox()];
  if (!from || !to) throw new Error("the board is not drawn");
  const session = await page.context().newCDPSession(page);
  const touch = async (type: string, x: number, y: number) => {
    await session.send("Input.dispatchTouchEvent", {
      type: type as "touchStart",
      touchPoints: type === "touchEnd" ? [] : [{ x, y }],
    });
  };
  await touch("touchStart", from.x + 60, from.y + 30);
  await page.waitForTimeout(350);
  for (let step = 1; step <= 10; step++) {
    const x = from.x + 60 + ((to.x + to.width / 2 - from.x - 60) * step) / 10;
    await touch("touchMove", x, from.y + 30 + step * 5);
    await page.waitForTimeout(20);
  }
  await touch("touchEnd", 0, 0);
  await expect(column(page, "In progress").getByText(key, { exact: true })).toBeVisible();
});

test("a refused move travels back and says why: someone closed the way meanwhile (R5)", async ({
  browser,
  stack,
}) => {
  const page = await signedIn(browser, stack.url, "sales.dev1", "/board/SALES");
  const key = await firstKey(page, "To do");
  // The server refuses what the screen believed to be allowed.
  await page.route("**/graphql", async (route) => {
    if (!(route.request().postData() ?? "").includes("moveIssue")) return route.fallback();
    const error = {
      message: "issue.transitionNotAllowed",
      extensions: {
        code: "FORBIDDEN",
        rule: "I3",
        message: { key: "issue.transitionNotAllowed", params: {} },
      },
    };
    return route.fulfill({ json: { data: null, errors: [error] } });
  });
  await dragOver(page, card(page, key), column(page, "In progress"));
  await page.mouse.up();
  await expect(
    page
      .getByRole("alert")
      .filter({ hasText: key })
      .or(page.getByText(new RegExp(`${key} was not moved`)))
      .first(),
  ).toBeAttached();
  await expect(column(page, "To do").getByText(key, { exact: true })).toBeVisible();
});

test("L2: the column of closed work refuses before the drop, and says why", async ({ browser, stack }) => {
  const page = await signedIn(browser, stack.url, "sales.head", "/board/SALES");
  const key = await firstKey(page, "Resolved");
  await column(page, "Closed").scrollIntoViewIfNeeded();
  await dragOver(page, card(page, key), column(page, "Closed"));
  await expect(column(page, "Closed").getByText("Only the boss closes issues")).toBeVisible();
  await page.mouse.up();
  await expect(column(page, "Resolved").getByText(key, { exact: true })).toBeVisible();
});
