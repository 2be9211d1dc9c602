import { expect, test } from "@playwright/test";
import { rmSync } from "node:fs";
import { freePort, makeDataDir, Product } from "../stack.js";

const dataDir = makeDataDir();
let product: Product;

test.beforeAll(async () => {
  product = new Product({ PORT: String(await freePort()), DATA_DIR: dataDir, LOG_LEVEL: "warn" });
  await product.ready();
});
test.afterAll(async () => {
  await product.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test("an empty database prints a link; the first boss makes their account by it and lands on a board, once", async ({
  page,
}) => {
  await expect.poll(() => /http:\S+\/setup\S+/.exec(product.output)?.[0]).toBeTruthy();
  const link = /http:\S+\/setup\S+/.exec(product.output)?.[0] ?? "";
  await page.goto(link);
  await page.getByLabel("Your name").fill("Clara Boss");
  await page.getByLabel("Email").fill("clara@example.org");
  await page.getByLabel("Password", { exact: true }).fill("a long enough password");
  await page.getByLabel("The demo company").check();
  await page.getByRole("button", { name: "Create and open the board" }).click();
  await page.waitForURL(/\/board\//, { timeout: 30_000 });
  await expect(page.getByRole("region", { name: /^In progress/ })).toBeVisible();
  await expect(page.getByText("Development", { exact: true })).toBeVisible();

  await page.goto(link);
  await page.getByLabel("Your name").fill("Second");
  await page.getByLabel("Email").fill("second@example.org");
  await page.getByLabel("Password", { exact: true }).fill("a long enough password");
  await page.getByLabel("The demo company").check();
  await page.getByRole("button", { name: "Create and open the board" }).click();
  await expect(page).toHaveURL(/\/setup/);
  await expect(page.getByRole("alert").first()).toBeVisible();
});
