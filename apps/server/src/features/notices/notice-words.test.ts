import { describe, expect, it } from "vitest";
import { NOTICE_KEYS, NOTICE_PARAMS } from "@stafeta/domain/notices/notice-message";
import { LOCALES } from "@stafeta/domain/org/settings";
import { noticeText } from "./notice-words.js";

const PARAMS = { actor: "Anna {issue}", issue: "DEV-1", person: "Pál", unit: "Sales" };

describe.each(LOCALES)("section 9: notices in %s", (locale) => {
  it.each(NOTICE_KEYS)("%s names all that it is given, and nothing else", (key) => {
    const text = noticeText(locale, key, PARAMS);
    for (const name of NOTICE_PARAMS[key]) expect(text).toContain(PARAMS[name]);
    // What a name says of itself is no parameter.
    expect(text.replace(PARAMS.actor, "")).not.toMatch(/[{}]|undefined/);
  });
});
