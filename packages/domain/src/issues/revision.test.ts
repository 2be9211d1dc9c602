import { expect, test } from "vitest";
import { verdictText } from "../testing/issues.js";
import { isKnownRevision } from "./revision.js";

test.each([
  [1, 1, "allowed"],
  [3, 7, "allowed"],
  [7, 7, "allowed"],
  [8, 7, "BAD_USER_INPUT revision"],
  [0, 7, "BAD_USER_INPUT revision"],
  [-1, 7, "BAD_USER_INPUT revision"],
  [1.5, 7, "BAD_USER_INPUT revision"],
])("I5: an edit based on revision %d of an issue at %d is %s", (revision, current, expected) => {
  expect(verdictText(isKnownRevision(revision, current))).toBe(expected);
});
