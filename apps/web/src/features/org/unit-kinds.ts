import type { UnitKind } from "../../gql/graphql";
import type { PlainKey } from "../../lib/words/words";
import type { IconName } from "../../ui/icon";

export const UNIT_ICONS: Readonly<Record<UnitKind, IconName>> = {
  COMPANY: "company",
  DIVISION: "division",
  DEPARTMENT: "department",
  PROJECT: "project",
};

export const KIND_WORDS = {
  COMPANY: "kind.company",
  DIVISION: "kind.division",
  DEPARTMENT: "kind.department",
  PROJECT: "kind.project",
} as const satisfies Record<UnitKind, PlainKey>;
