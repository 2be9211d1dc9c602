import { readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { chooseTheme, THEME_KEY } from "./theme";

const script = readFileSync(path.join(import.meta.dirname, "../../public/theme.js"), "utf8");
const page = document.documentElement;

/** As the browser does with the file in the page's head. */
function runScript(): void {
  window.eval(script);
}

afterEach(() => {
  localStorage.clear();
  delete page.dataset["theme"];
});

describe("the theme", () => {
  it.each(["light", "dark"] as const)("%s is there before the first paint of the next visit", (theme) => {
    chooseTheme(theme);
    expect(page.dataset["theme"]).toBe(theme);
    delete page.dataset["theme"];
    runScript();
    expect(page.dataset["theme"]).toBe(theme);
  });

  it("of the system needs nothing stored", () => {
    chooseTheme("dark");
    chooseTheme("system");
    expect(page.dataset["theme"]).toBeUndefined();
    expect(localStorage.getItem(THEME_KEY)).toBeNull();
    runScript();
    expect(page.dataset["theme"]).toBeUndefined();
  });

  it("ignores what somebody else stored", () => {
    localStorage.setItem(THEME_KEY, "<script>");
    runScript();
    expect(page.dataset["theme"]).toBeUndefined();
  });
});
