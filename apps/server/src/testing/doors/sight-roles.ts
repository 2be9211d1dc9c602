import type { IssueField } from "@stafeta/domain/issues/issue-fields";
import type { Hat } from "@stafeta/domain/rights/hats";
import { DEMO_SPEC, type CompanySpec } from "../test-company.js";

/** Who tries the doors, and what section 2 says that they are towards the issues of the scene. */
export interface Role {
  readonly login: string;
  readonly hats: readonly Hat[];
  /** The same towards an issue that waits for the head of another unit. */
  readonly inTransit?: readonly Hat[];
  readonly isBoss?: boolean;
}

/** R9: what the custom role of the scene grants. */
export const GRANTED: readonly IssueField[] = ["estimate", "rank", "comments", "relations", "subIssues"];

export const ROLES: Readonly<Record<string, Role>> = {
  boss: { login: "boss", hats: ["MANAGER"], isBoss: true },
  deputy: { login: "deputy", hats: ["MANAGER"], isBoss: true },
  "MANAGER above (R3)": { login: "prod.head", hats: ["MANAGER"] },
  MANAGER: { login: "dev.head", hats: ["MANAGER"] },
  DEVELOPER: { login: "dev.dev1", hats: ["DEVELOPER"] },
  "MANAGER below (R4)": { login: "app.head", hats: ["DEVELOPER"] },
  "REPORTER and HOLDER": { login: "dev.rep1", hats: ["REPORTER", "HOLDER"] },
  "REPORTER of others'": { login: "reporter", hats: [] },
  ANALYST: { login: "analyst", hats: ["ANALYST"] },
  "custom role": { login: "custom", hats: ["CUSTOM"] },
  AUTHOR: { login: "author", hats: ["AUTHOR"] },
  FOLLOWER: { login: "follower", hats: ["FOLLOWER"] },
  STEP_HEAD: { login: "sales.head", hats: [], inTransit: ["STEP_HEAD"] },
  "head elsewhere": { login: "design.head", hats: [] },
  "admin only": { login: "admin", hats: [] },
  "staff only": { login: "outsider", hats: [] },
  "member until now": { login: "former", hats: [] },
};

export const SIGHT_SPEC: CompanySpec = {
  ...DEMO_SPEC,
  roles: { TESTER: { read: GRANTED } },
  people: {
    ...DEMO_SPEC.people,
    deputy: [],
    reporter: ["REPORTER of DEV"],
    custom: ["TESTER of DEV"],
    author: [],
    follower: [],
    former: ["MANAGER of DEV"],
  },
};
