/** What the tree of the rail needs of a unit. */
export interface TreeUnit {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly parent: { readonly id: string } | null;
}

export interface TreeNode<U extends TreeUnit> {
  readonly unit: U;
  readonly children: readonly TreeNode<U>[];
}

export type UnitTree<U extends TreeUnit = TreeUnit> = readonly TreeNode<U>[];

/** One visible row, with what a screen reader says of its place. */
export interface TreeRow<U extends TreeUnit> {
  readonly unit: U;
  readonly level: number;
  readonly position: number;
  readonly setSize: number;
  readonly hasChildren: boolean;
  readonly isExpanded: boolean;
}

/** R1. Whoever's parent is not among the units (archived) stands at the top, so that nothing drops out of sight. */
export function buildTree<U extends TreeUnit>(units: readonly U[]): UnitTree<U> {
  const known = new Set(units.map((unit) => unit.id));
  const byParent = new Map<string | null, U[]>();
  for (const unit of units) {
    const parent = unit.parent !== null && known.has(unit.parent.id) ? unit.parent.id : null;
    byParent.set(parent, [...(byParent.get(parent) ?? []), unit]);
  }
  const nodes = (parent: string | null): TreeNode<U>[] =>
    (byParent.get(parent) ?? []).map((unit) => ({ unit, children: nodes(unit.id) }));
  return nodes(null);
}

export function visibleRows<U extends TreeUnit>(
  tree: UnitTree<U>,
  isCollapsed: (id: string) => boolean,
  level = 1,
): readonly TreeRow<U>[] {
  return tree.flatMap(({ unit, children }, index) => {
    const hasChildren = children.length > 0;
    const isExpanded = hasChildren && !isCollapsed(unit.id);
    const row = { unit, level, position: index + 1, setSize: tree.length, hasChildren, isExpanded };
    return [row, ...(isExpanded ? visibleRows(children, isCollapsed, level + 1) : [])];
  });
}

export function ancestorsOf<U extends TreeUnit>(units: readonly U[], key: string | undefined): readonly U[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const path: U[] = [];
  let unit = units.find((one) => one.key === key);
  while (unit && !path.includes(unit)) {
    path.unshift(unit);
    unit = unit.parent ? byId.get(unit.parent.id) : undefined;
  }
  return path;
}

/** What a key does in the tree: focus another row, open or close one, or nothing. */
export type TreeMove =
  | { readonly kind: "focus"; readonly id: string }
  | { readonly kind: "expand" | "collapse"; readonly id: string }
  | null;

/** The keys of a tree as WAI-ARIA describes them; Enter and letters are the caller's. */
export function treeMove<U extends TreeUnit>(
  rows: readonly TreeRow<U>[],
  focused: string,
  key: string,
): TreeMove {
  const at = rows.findIndex((row) => row.unit.id === focused);
  const row = rows[at];
  if (!row) return null;
  const focus = (target: TreeRow<U> | undefined): TreeMove =>
    target ? { kind: "focus", id: target.unit.id } : null;
  switch (key) {
    case "ArrowDown":
      return focus(rows[at + 1]);
    case "ArrowUp":
      return focus(rows[at - 1]);
    case "Home":
      return focus(rows[0]);
    case "End":
      return focus(rows.at(-1));
    case "ArrowRight":
      if (!row.hasChildren) return null;
      return row.isExpanded ? focus(rows[at + 1]) : { kind: "expand", id: focused };
    case "ArrowLeft":
      if (row.isExpanded) return { kind: "collapse", id: focused };
      return focus(rows.slice(0, at).findLast((above) => above.level < row.level));
    default:
      return null;
  }
}
