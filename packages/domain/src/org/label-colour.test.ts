import { expect, test } from "vitest";
import { cleanLabelColour, LABEL_COLOUR_NAMES } from "./label-colour.js";

test("a label without a colour is grey", () => {
  expect(cleanLabelColour(null)).toEqual({ allowed: true, value: "grey" });
});

test.each(LABEL_COLOUR_NAMES)("%s is one of the ten colours", (name) => {
  expect(cleanLabelColour(name)).toEqual({ allowed: true, value: name });
});

test.each([
  ["Red", "red"],
  ["#FCE4E2", "red"],
  ["98185b", "pink"],
  ["#1e2f52", "blue"],
])("%s is the colour %s", (text, name) => {
  expect(cleanLabelColour(text)).toEqual({ allowed: true, value: name });
});

test.each(["", "#ff0000", "crimson", "\0", "constructor"])("%j is none of them", (text) => {
  expect(cleanLabelColour(text)).toMatchObject({ code: "BAD_USER_INPUT", field: "color" });
});
