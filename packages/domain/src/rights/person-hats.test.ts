import { expect, test } from "vitest";
import { demoCompany, userId, viewerAs } from "../testing/demo-company.js";
import { canRead } from "./field-policy.js";
import { USER_FIELDS } from "./org-fields.js";
import { hatsOnPerson } from "./person-hats.js";

test.each([
  ["its owner", "outsider", "outsider", true],
  ["an admin", "admin", "dev.dev1", true],
  ["a manager", "app.head", "sales.head", true],
  ["a boss", "boss", "outsider", true],
  ["a developer", "dev.dev1", "dev.dev2", false],
  ["a reporter", "dev.rep1", "dev.head", false],
  ["an analyst", "analyst", "dev.head", false],
  ["who is staff only", "outsider", "admin", false],
])("R8: %s (%s) reads the mail address of %s: %s", (_who, login, person, expected) => {
  const hats = hatsOnPerson(viewerAs(demoCompany(), login), userId(person));
  expect(canRead(USER_FIELDS.email, hats)).toBe(expected);
  // Names and pictures are for all staff.
  expect(canRead(USER_FIELDS.name, hats)).toBe(true);
});
