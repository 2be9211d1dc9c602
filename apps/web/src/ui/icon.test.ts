// @vitest-environment node
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ICON_NAMES } from "./icon";

describe("the icon sprite", () => {
  it("has a symbol for each name, and no other", () => {
    const sprite = readFileSync(path.join(import.meta.dirname, "icons.svg"), "utf8");
    const ids = [...sprite.matchAll(/<symbol id="icon-([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual([...ICON_NAMES]);
  });
});
