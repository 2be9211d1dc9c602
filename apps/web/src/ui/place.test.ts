// @vitest-environment node
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeBeside } from "./place";

const view = { width: 1000, height: 800 };
const anchor = (left: number, top: number) => ({ left, top, right: left + 100, bottom: top + 30 });

describe("where a popover goes", () => {
  it("is below its anchor, at its start or its end", () => {
    expect(placeBeside(anchor(200, 100), { width: 150, height: 300 }, view, "start")).toEqual({
      left: 200,
      top: 134,
    });
    expect(placeBeside(anchor(200, 100), { width: 150, height: 300 }, view, "end")).toEqual({
      left: 150,
      top: 134,
    });
  });

  it("is above where there is more room", () => {
    expect(placeBeside(anchor(200, 700), { width: 150, height: 300 }, view, "start").top).toBe(396);
  });

  it("is never past an edge of the window", () => {
    const inside = fc.record({
      left: fc.integer({ min: 0, max: 900 }),
      top: fc.integer({ min: 0, max: 770 }),
    });
    const size = fc.record({
      width: fc.integer({ min: 10, max: 900 }),
      height: fc.integer({ min: 10, max: 700 }),
    });
    fc.assert(
      fc.property(inside, size, fc.constantFrom("start" as const, "end" as const), (at, box, align) => {
        const { left, top } = placeBeside(anchor(at.left, at.top), box, view, align);
        expect(left).toBeGreaterThanOrEqual(8);
        expect(top).toBeGreaterThanOrEqual(8);
        expect(left + box.width).toBeLessThanOrEqual(view.width - 8);
        expect(top + box.height).toBeLessThanOrEqual(view.height - 8);
      }),
    );
  });
});
