// @vitest-environment node
import { afterEach, describe, expect, it, vi } from "vitest";
import { currentSaves, dismissSave, hasUnsaved, openSave, summarise } from "./saves";

afterEach(() => {
  for (const save of currentSaves()) {
    if (save.state === "failed") dismissSave(save.id);
  }
});

describe("the save indicator's list", () => {
  it("follows each change through its life", () => {
    const first = openSave("Move DEV-1");
    const second = openSave("Move DEV-2");
    expect(summarise(currentSaves())).toMatchObject({ saving: 2, waiting: 0, failed: [] });
    first.waiting();
    expect(summarise(currentSaves())).toMatchObject({ saving: 1, waiting: 1 });
    first.saving();
    first.done();
    second.done();
    expect(currentSaves()).toEqual([]);
  });

  it("keeps a failed one with its reason until it is dismissed", () => {
    const retry = vi.fn();
    const ticket = openSave("Move DEV-3");
    ticket.failed("Only the boss closes issues.", retry);
    const [save] = summarise(currentSaves()).failed;
    expect(save).toMatchObject({ label: "Move DEV-3", reason: "Only the boss closes issues." });
    save?.retry?.();
    expect(retry).toHaveBeenCalledOnce();
    dismissSave(save?.id ?? 0);
    expect(currentSaves()).toEqual([]);
  });

  it("does not let a change that is on its way be dismissed", () => {
    const ticket = openSave("Move DEV-4");
    const [save] = currentSaves();
    dismissSave(save?.id ?? 0);
    expect(currentSaves()).toHaveLength(1);
    expect(hasUnsaved()).toBe(true);
    ticket.done();
    expect(hasUnsaved()).toBe(false);
  });

  it("does nothing after the end", () => {
    const ticket = openSave("Move DEV-5");
    ticket.done();
    ticket.failed("late");
    ticket.done();
    expect(currentSaves()).toEqual([]);
  });
});
