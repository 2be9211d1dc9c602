import type { BuiltInRole } from "../../gql/graphql";
import { t, type PlainKey } from "../../lib/words/words";

const TITLES = {
  MANAGER: "role.manager",
  DEVELOPER: "role.developer",
  REPORTER: "role.reporter",
  ANALYST: "role.analyst",
} as const satisfies Record<BuiltInRole, PlainKey>;

const TEXTS = {
  MANAGER: "role.managerText",
  DEVELOPER: "role.developerText",
  REPORTER: "role.reporterText",
  ANALYST: "role.analystText",
} as const satisfies Record<BuiltInRole, PlainKey>;

interface NamedRole {
  readonly base: BuiltInRole;
  readonly builtIn: boolean;
  readonly name: string;
}

/** Built-in roles have the words of the page's language; custom ones the name that an admin gave. */
export function roleTitle(role: NamedRole): string {
  return role.builtIn ? t(TITLES[role.base]) : role.name;
}

/** R3 to R7 in one sentence. */
export function roleText(role: NamedRole): string {
  return role.builtIn ? t(TEXTS[role.base]) : t("role.customText", { base: t(TITLES[role.base]) });
}
