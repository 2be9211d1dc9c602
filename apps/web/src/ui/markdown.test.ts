import { describe, expect, test } from "vitest";
import { markdownToHtml } from "./markdown";

function rendered(text: string): HTMLElement {
  const element = document.createElement("div");
  element.innerHTML = markdownToHtml(text);
  return element;
}

describe("FXS-07: no script and no dangerous address comes out of a text", () => {
  test.each([
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](java&#x0A;script:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[x](//evil.example/a)",
    "<javascript:alert(1)>",
    "[x][r]\n\n[r]: javascript:alert(1)",
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" javascript:alert(1)">x</a>',
    '<a href="java\nscript:alert(1)">x</a>',
  ])("the link is dropped: %s", (text) => {
    expect(rendered(text).querySelector("a")).toBeNull();
  });

  test.each([
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "<svg onload=alert(1)></svg>",
    "<iframe src='https://example.org'></iframe>",
    "<style>*{display:none}</style>",
    '<p style="position:fixed">x</p>',
    '<form action="/x"><button>y</button></form>',
    '<input type="text" value="x">',
    '<math><mtext><table><mglyph><style><img src=x onerror="alert(1)">',
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml,<svg onload=alert(1)>)",
  ])("nothing active is left of %s", (text) => {
    const html = rendered(text);
    expect(html.querySelector("script, svg, iframe, style, form, button, math, input, [style]")).toBeNull();
    const attributes = [...html.querySelectorAll("*")].flatMap((element) => [...element.attributes]);
    expect(attributes.filter(({ name }) => name.startsWith("on"))).toEqual([]);
    expect(attributes.filter(({ value }) => /^\s*(javascript|data|vbscript):/i.test(value))).toEqual([]);
  });
});

test("the words of a dropped link stay", () => {
  expect(rendered("see [the page](javascript:alert(1)) there").textContent).toBe("see the page there\n");
});

test("links that lead away open apart, and tell the other page nothing of ours", () => {
  const link = rendered("[docs](https://example.org/a)").querySelector("a");
  expect(link?.href).toBe("https://example.org/a");
  expect(link?.target).toBe("_blank");
  expect(link?.rel).toContain("noopener");
});

test("own paths stay in the app", () => {
  const link = rendered("[DEV-1](/issue/DEV-1)").querySelector("a");
  expect(link?.getAttribute("href")).toBe("/issue/DEV-1");
  expect(link?.hasAttribute("target")).toBe(false);
});

test("structure is kept: headings, lists, tables, code, tasks", () => {
  const html = rendered("## Head\n\n- one\n- [x] done\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n```");
  for (const tag of ["h2", "li", "table", "pre code", "input[type=checkbox]:disabled"]) {
    expect(html.querySelector(tag), tag).not.toBeNull();
  }
});
