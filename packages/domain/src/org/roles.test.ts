import { describe, expect, test } from "vitest";
import {
  customRole,
  demoCompany,
  demoRecords,
  roleId,
  viewerAs,
  withCustom,
} from "../testing/demo-company.js";
import { verdictText } from "../testing/issues.js";
import { unitId, userId } from "../testing/demo-company.js";
import { canAddMember } from "./membership.js";
import { canArchiveRole, canCreateRole, canEditRole, canRenameRole, MAX_CUSTOM_ROLES } from "./roles.js";

const company = withCustom({ revision: 3 });
const CUSTOM = roleId("CUSTOM");

describe("R9: who makes and changes roles", () => {
  test.each([
    ["admin", "allowed"],
    ["boss", "allowed"],
    ["dev.head", "FORBIDDEN R9"],
    ["outsider", "FORBIDDEN R9"],
  ])("%s: %s", (login, expected) => {
    const actor = viewerAs(company, login);
    expect(verdictText(canCreateRole(company, actor, roleId("DEVELOPER"), "Tester"))).toBe(expected);
    expect(verdictText(canEditRole(company, actor, CUSTOM, 3))).toBe(expected);
    expect(verdictText(canArchiveRole(company, actor, CUSTOM))).toBe(expected);
  });

  test("what does not exist is not found, by whoever asks", () => {
    for (const login of ["outsider", "admin"]) {
      const actor = viewerAs(company, login);
      expect(verdictText(canCreateRole(company, actor, roleId("NONE"), "Tester"))).toBe("NOT_FOUND");
      expect(verdictText(canEditRole(company, actor, roleId("NONE"), 1))).toBe("NOT_FOUND");
      expect(verdictText(canArchiveRole(company, actor, roleId("NONE")))).toBe("NOT_FOUND");
    }
  });

  test("built-in roles stay as they are", () => {
    const boss = viewerAs(company, "boss");
    expect(verdictText(canEditRole(company, boss, roleId("REPORTER"), 1))).toBe("FORBIDDEN R9");
    expect(verdictText(canArchiveRole(company, boss, roleId("REPORTER")))).toBe("FORBIDDEN R9");
  });

  test("R2: an admin leaves a role alone that is their own; a boss need not", () => {
    const theirs = withCustom({}, ["DEV", "admin"], ["DEV", "boss"]);
    expect(verdictText(canEditRole(theirs, viewerAs(theirs, "admin"), CUSTOM, 1))).toBe("FORBIDDEN R2");
    expect(verdictText(canEditRole(theirs, viewerAs(theirs, "boss"), CUSTOM, 1))).toBe("allowed");
  });
});

test("R9: a name is one role's, whatever its case; its own it may keep", () => {
  const admin = viewerAs(company, "admin");
  expect(verdictText(canCreateRole(company, admin, CUSTOM, "mANAGER"))).toBe("BAD_USER_INPUT name");
  const role = company.roleById.get(CUSTOM);
  if (!role) throw new Error("no such role");
  expect(verdictText(canRenameRole(company, role, "manager"))).toBe("BAD_USER_INPUT name");
  expect(verdictText(canRenameRole(company, role, "custom"))).toBe("allowed");
});

test("R9: there are 200 custom roles at most", () => {
  const many = Array.from({ length: MAX_CUSTOM_ROLES }, (_, index) => customRole(`R${String(index)}`));
  const full = demoCompany({ roles: [...demoRecords().roles, ...many] });
  const admin = viewerAs(full, "admin");
  expect(verdictText(canCreateRole(full, admin, roleId("R1"), "One more"))).toBe("LIMIT R9");
});

test.each([
  [3, "allowed"],
  [2, "CONFLICT I5"],
  [4, "BAD_USER_INPUT revision"],
  [0, "BAD_USER_INPUT revision"],
])("I5: an edit based on revision %i of a role at 3: %s", (revision, expected) => {
  expect(verdictText(canEditRole(company, viewerAs(company, "admin"), CUSTOM, revision))).toBe(expected);
});

test("R9: a role is not archived under who has it; an archived one is given to nobody and stays", () => {
  const used = withCustom({}, ["DEV", "outsider"]);
  const admin = viewerAs(used, "admin");
  expect(canArchiveRole(used, admin, CUSTOM)).toMatchObject({ code: "CONFLICT", params: { count: 1 } });
  const archived = withCustom({ archived: true });
  const wish = { unitId: unitId("DEV"), userId: userId("outsider"), roleId: CUSTOM };
  expect(verdictText(canAddMember(archived, viewerAs(archived, "boss"), wish))).toBe("CONFLICT R9");
  expect(verdictText(canEditRole(archived, viewerAs(archived, "boss"), CUSTOM, 1))).toBe("CONFLICT R9");
  expect(verdictText(canArchiveRole(archived, viewerAs(archived, "boss"), CUSTOM))).toBe("allowed");
});
