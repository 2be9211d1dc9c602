import { describe, expect, it } from "vitest";
import { hashPassword, isPassword, NOBODYS_HASH, passwordPrint } from "./password-hash.js";

describe("section 10: passwords", () => {
  it("are kept as argon2id, with a salt of their own", async () => {
    const [one, other] = await Promise.all([hashPassword("correct horse"), hashPassword("correct horse")]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(other).not.toBe(one);
    expect(await isPassword(one, "correct horse")).toBe(true);
    expect(await isPassword(one, "Correct horse")).toBe(false);
  });

  it("an account that is none costs the same work as one that is", async () => {
    const costs = (hash: string) => hash.split("$").slice(0, 4).join("$");
    expect(costs(NOBODYS_HASH)).toBe(costs(await hashPassword("any")));
    expect(await isPassword(null, "any")).toBe(false);
  });

  it("a repeat is recognised by a slow hash, of its own for each request", async () => {
    const print = await passwordPrint("m1", "7", ["secret", "other"]);
    expect(await passwordPrint("m1", "7", ["secret", "other"])).toBe(print);
    const others = await Promise.all([
      passwordPrint("m2", "7", ["secret", "other"]),
      passwordPrint("m1", "8", ["secret", "other"]),
      passwordPrint("m1", "7", ["secretother"]),
      passwordPrint("m1", "7", ["secret", "othe"]),
    ]);
    expect(new Set([print, ...others]).size).toBe(5);
    expect(await passwordPrint(null, "7", ["secret"])).toBeNull();
  });
});
