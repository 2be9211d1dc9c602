import { describe, expect, test } from "vitest";
import { cleanEmail, isEmail, normaliseEmail } from "./email.js";
import { checkPassword, PASSWORD_MAX, PASSWORD_MIN } from "./password.js";

describe("mail addresses", () => {
  test.each([
    ["  Boss@Demo.TEST ", "boss@demo.test"],
    ["a.b+c@x-y.example.org", "a.b+c@x-y.example.org"],
    ["boss@localhost", "boss@localhost"],
    ["Жук@Почта.РФ", "жук@почта.рф"],
  ])("AUT-01: %j is the account %s", (text, email) => {
    expect(cleanEmail(text)).toEqual({ allowed: true, value: email });
  });

  test.each([
    "",
    "boss",
    "@demo.test",
    "boss@",
    "boss@.test",
    "boss@demo..test",
    "boss@-demo.test",
    ".boss@demo.test",
    "bo..ss@demo.test",
    "bo ss@demo.test",
    "boss@demo.test\nbcc: all@demo.test",
    "boss@demo.test,x@demo.test",
    "<boss@demo.test>",
    "a@b@demo.test",
    "bo\u202Ess@demo.test",
    "bo\0ss@demo.test",
    `${"x".repeat(65)}@demo.test`,
    `boss@${"x.".repeat(130)}test`,
  ])("%j is refused", (text) => {
    expect(cleanEmail(text)).toMatchObject({
      code: "BAD_USER_INPUT",
      field: "email",
      message: "email.invalid",
    });
    expect(isEmail(normaliseEmail(text))).toBe(false);
  });
});

describe("passwords", () => {
  const EMAIL = "boss@demo.test";

  test.each([
    "correct horse",
    "😀".repeat(PASSWORD_MIN),
    "x".repeat(PASSWORD_MAX),
    "  inner blanks  ",
    "дом у реки",
  ])("%j is taken as it is", (password) => {
    expect(checkPassword(password, EMAIL)).toEqual({ allowed: true, value: password });
  });

  test.each([
    ["", "text.required"],
    [" ".repeat(20), "text.required"],
    ["x".repeat(PASSWORD_MIN - 1), "password.tooShort"],
    ["😀".repeat(PASSWORD_MIN - 1), "password.tooShort"],
    ["x".repeat(PASSWORD_MAX + 1), "password.tooLong"],
    ["😀".repeat(PASSWORD_MAX + 1), "password.tooLong"],
    ["Boss@Demo.test ", "password.isEmail"],
    ["12345678\0", "text.invalidCharacters"],
    ["12345678\uD800", "text.invalidCharacters"],
  ])("%j is refused: %s", (password, message) => {
    expect(checkPassword(password, EMAIL, "new")).toMatchObject({
      code: "BAD_USER_INPUT",
      field: "new",
      message,
    });
  });
});
