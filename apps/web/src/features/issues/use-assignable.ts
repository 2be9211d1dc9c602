import { skipToken, useQuery } from "@apollo/client/react";
import { useMemo } from "react";
import type { IssueUnitQuery } from "../../gql/graphql";
import { compareNames } from "../../lib/format";
import { ISSUE_UNIT } from "./issue-unit.graphql";

export type Assignable = NonNullable<IssueUnitQuery["unit"]>["members"][number]["user"];

/** Section 1, "who can hold": members whose role lets them hold an issue of this unit. Null until they are known. */
export function useAssignable(unitId: string | null): readonly Assignable[] | null {
  const { data } = useQuery(ISSUE_UNIT, unitId === null ? skipToken : { variables: { id: unitId } });
  const members = data?.unit?.members;
  return useMemo(() => {
    if (!members) return null;
    const people = new Map<string, Assignable>();
    for (const { user, role } of members) {
      if (user.active && role.base !== "ANALYST") people.set(user.id, user);
    }
    return [...people.values()].toSorted((a, b) => compareNames(a.name, b.name));
  }, [members]);
}

/** Who gives access to a unit. Null until they are known. */
export function useUnitHeads(
  unitId: string,
): readonly { readonly id: string; readonly name: string }[] | null {
  const { data } = useQuery(ISSUE_UNIT, { variables: { id: unitId } });
  return data?.unit?.heads ?? null;
}
