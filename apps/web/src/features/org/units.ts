import { useQuery } from "@apollo/client/react";
import { useMemo } from "react";
import type { UnitNodeFragment } from "../../gql/graphql";
import { apollo } from "../../lib/apollo";
import { ancestorsOf, buildTree, type UnitTree } from "./tree-model";
import { UNITS } from "./units.graphql";

export type UnitNode = UnitNodeFragment;

export async function loadUnits(): Promise<void> {
  // Asked together with who the viewer is: a refusal then means nobody, and is no ended session.
  await apollo().query({ query: UNITS, context: { anonymous: true } });
}

/** R1, R2: the tree and what may be done where, as of now. */
export async function refreshUnits(): Promise<void> {
  await apollo().query({ query: UNITS, fetchPolicy: "network-only" });
}

const NO_UNITS: readonly UnitNode[] = [];

/** All units, archived ones too, flat. */
export function useAllUnits(): readonly UnitNode[] {
  const { data } = useQuery(UNITS);
  return data?.units ?? NO_UNITS;
}

/** All units that are not archived, flat. */
export function useUnits(): readonly UnitNode[] {
  const units = useAllUnits();
  return useMemo(() => units.filter((unit) => !unit.archived), [units]);
}

export function useUnit(key: string | undefined): UnitNode | undefined {
  return useUnits().find((unit) => unit.key === key);
}

/** @param withArchived those that are archived, too, each where it was */
export function useUnitTree(withArchived = false): UnitTree<UnitNode> {
  const all = useAllUnits();
  const active = useUnits();
  const units = withArchived ? all : active;
  return useMemo(() => buildTree(units), [units]);
}

/** From the root down to the unit, itself included. */
export function useUnitPath(key: string | undefined): readonly UnitNode[] {
  const units = useUnits();
  return useMemo(() => ancestorsOf(units, key), [units, key]);
}
