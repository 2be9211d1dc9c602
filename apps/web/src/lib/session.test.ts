// @vitest-environment node
import { describe, expect, it, vi } from "vitest";
import { awaitSignIn, endSignInWait, onSessionRenewed, reportSessionRenewed } from "./session";

describe("an ended session", () => {
  it("asks once for all that wait, and lets them all go on", async () => {
    const first = awaitSignIn();
    expect(awaitSignIn()).toBe(first);
    endSignInWait(true);
    expect(await first).toBe(true);
    const next = awaitSignIn();
    expect(next).not.toBe(first);
    endSignInWait(false);
    expect(await next).toBe(false);
  });

  it("tells what was opened under it of each new sign-in", () => {
    const listener = vi.fn();
    const off = onSessionRenewed(listener);
    reportSessionRenewed();
    off();
    reportSessionRenewed();
    expect(listener).toHaveBeenCalledOnce();
  });
});
