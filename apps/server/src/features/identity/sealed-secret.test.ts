import { expect, it } from "vitest";
import { sealSecret, unsealSecret } from "./sealed-secret.js";

it("a secret shown once is opened by the session that sealed it, and by no other", () => {
  const sealed = sealSecret("stafeta_abc", "my session");
  expect(sealed).not.toContain("abc");
  expect(unsealSecret(sealed, "my session")).toBe("stafeta_abc");
  expect(unsealSecret(sealed, "another session")).toBeNull();
  expect(sealSecret("stafeta_abc", "my session")).not.toBe(sealed);
});
