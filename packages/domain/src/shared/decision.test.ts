import { expect, test } from "vitest";
import { allow, badInput, notFound, refuse } from "./decision.js";
import { ERROR_CODES, REFUSAL_ORDER } from "./error-codes.js";
import { MESSAGE_KEYS, MESSAGE_PARAMS } from "./message-keys.js";

test("R12: a refusal carries its rule and the key and parameters of its words", () => {
  expect(refuse("LAW", "L2", "issue.onlyBossCloses")).toEqual({
    allowed: false,
    code: "LAW",
    rule: "L2",
    message: "issue.onlyBossCloses",
    params: {},
  });
  expect(badInput("title", "text.tooLong", { max: 500 })).toMatchObject({
    field: "title",
    params: { max: 500 },
  });
});

test("R10: what is not there and what cannot be seen answer with the very same refusal", () => {
  expect(notFound()).toEqual({
    allowed: false,
    code: "NOT_FOUND",
    rule: "",
    message: "notFound",
    params: {},
  });
});

test("what follows from an allowance comes with it, nothing included", () => {
  expect(allow()).toEqual({ allowed: true, value: undefined });
  expect(allow(null)).toEqual({ allowed: true, value: null });
  expect(allow(0)).toEqual({ allowed: true, value: 0 });
});

test("the order of refusals is that of the API's conventions, and made of its codes", () => {
  expect(REFUSAL_ORDER).toEqual(["NOT_FOUND", "LAW", "FORBIDDEN", "CONFLICT"]);
  expect(ERROR_CODES).toEqual(expect.arrayContaining([...REFUSAL_ORDER]));
});

test("R12: message keys are dotted words and their parameters are named", () => {
  expect(new Set(MESSAGE_KEYS).size).toBe(MESSAGE_KEYS.length);
  for (const key of MESSAGE_KEYS) {
    expect(key).toMatch(/^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)?$/);
    expect(MESSAGE_PARAMS[key].every((param) => /^[a-z][A-Za-z]*$/.test(param))).toBe(true);
  }
});
