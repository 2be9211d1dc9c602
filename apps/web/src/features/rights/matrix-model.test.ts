import { describe, expect, it } from "vitest";
import {
  ACTION_ROWS,
  FIELD_ROWS,
  lockOf,
  nextValue,
  REACH_ROW,
  refusalOf,
  valueOf,
  wished,
  withWish,
  type MatrixRow,
  type Wishes,
} from "./matrix-model";

const BASE = { reach: "UNIT", read: ["estimate"], write: ["title"], actions: ["move"] } as const;
const row = (name: string): MatrixRow => {
  const found = [...FIELD_ROWS, ...ACTION_ROWS].find((one) => one.name === name);
  if (!found) throw new Error(name);
  return found;
};

describe("R9: the matrix of a role", () => {
  it("cycles a field through what it can be", () => {
    expect(valueOf(BASE, row("estimate"))).toBe("read");
    expect(nextValue(row("estimate"), "hidden")).toBe("read");
    expect(nextValue(row("estimate"), "read")).toBe("write");
    expect(nextValue(row("estimate"), "write")).toBe("hidden");
    // All who see an issue read its title, and nobody writes how many comments it has.
    expect(nextValue(row("title"), "write")).toBe("read");
    expect(nextValue(row("title"), "read")).toBe("write");
    expect(nextValue(row("commentCount"), "read")).toBe("hidden");
    expect(nextValue(REACH_ROW, "TREE")).toBe("ASSIGNED");
  });

  it("section 3: what a law keeps is locked, with the law", () => {
    expect(lockOf(row("close"))).toBe("L2");
    expect(lockOf(row("cancel"))).toBe("L5");
    expect(lockOf(row("assign"))).toBe("L3");
    expect(lockOf(row("move"))).toBeUndefined();
  });

  it("lays wishes over what the role is now, whoever changed that", () => {
    const wishes = withWish(BASE, {}, row("estimate"), "write");
    expect(wished({ ...BASE, actions: [] }, wishes)).toEqual({
      reach: "UNIT",
      read: ["estimate"],
      write: ["title", "estimate"],
      actions: [],
    });
  });

  it("forgets a wish that says what the role is already", () => {
    let wishes: Wishes = withWish(BASE, {}, row("estimate"), "write");
    wishes = withWish(BASE, wishes, row("estimate"), "hidden");
    expect(wishes).toEqual({ estimate: "hidden" });
    expect(withWish(BASE, wishes, row("estimate"), "read")).toEqual({});
  });

  it("opens comments with commenting, and closes commenting with comments", () => {
    const opened = withWish(BASE, {}, row("comment"), "on");
    expect(opened).toEqual({ comment: "on", comments: "read" });
    expect(refusalOf(wished(BASE, opened))).toBeNull();
    expect(withWish(BASE, opened, row("comments"), "hidden")).toEqual({});
  });

  it("says by the domain's rule what cannot be", () => {
    const wishes = { ...withWish(BASE, {}, row("internalComments"), "read"), reach: "ASSIGNED" as const };
    expect(refusalOf(wished(BASE, wishes))?.message).toBe("role.internalNeedsUnit");
  });
});
