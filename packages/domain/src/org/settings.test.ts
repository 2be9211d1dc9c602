import { describe, expect, test } from "vitest";
import { cleanLocale, cleanTimeZone } from "./settings.js";

const NOT_OFFERED = { code: "BAD_USER_INPUT", message: "value.notOffered" };

describe("section 9: the company's language and time zone", () => {
  test.each([
    [null, "en"],
    ["en", "en"],
    ["hu-HU", "hu"],
    ["RU_ru", "ru"],
  ])("%j is the language %s", (text, locale) => {
    expect(cleanLocale(text)).toEqual({ allowed: true, value: locale });
  });

  test.each(["", "de", "\0", "english"])("%j is none of the languages", (text) => {
    expect(cleanLocale(text)).toMatchObject({ ...NOT_OFFERED, field: "locale" });
  });

  test.each([
    [null, "UTC"],
    ["Europe/Budapest", "Europe/Budapest"],
    ["europe/moscow", "Europe/Moscow"],
    ["UTC", "UTC"],
  ])("%j is the time zone %s", (text, zone) => {
    expect(cleanTimeZone(text)).toEqual({ allowed: true, value: zone });
  });

  test.each(["", "Mars/Olympus", "+02:00", "Europe/Budapest\0", "x".repeat(100)])("%j is no zone", (text) => {
    expect(cleanTimeZone(text)).toMatchObject({ ...NOT_OFFERED, field: "timeZone" });
  });
});
