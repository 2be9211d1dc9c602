interface Hat {
  readonly role: { readonly base: string };
  readonly unit: { readonly key: string };
}

interface Lander {
  readonly isBoss: boolean;
  readonly memberships: readonly Hat[];
}

export interface Landing {
  readonly unitKey: string;
  /** With all units below, one column per category. */
  readonly under: boolean;
}

/** Whoever leads lands on what they lead, then come those who work in a unit; who only reads comes last. */
const FIRST = ["MANAGER", "DEVELOPER", "REPORTER", "ANALYST"];

/** The board that opens first. The boss sees the whole company, anyone else the first unit that they have a hat in. */
export function landingOf(viewer: Lander, rootKey: string | undefined): Landing | null {
  if (viewer.isBoss && rootKey !== undefined) return { unitKey: rootKey, under: true };
  const weight = (hat: Hat) => {
    const at = FIRST.indexOf(hat.role.base);
    return at < 0 ? FIRST.length : at;
  };
  const [first] = [...viewer.memberships].sort((a, b) => weight(a) - weight(b));
  if (!first) return null;
  // An analyst of the company reads all of it; its own board alone would be nearly empty.
  return { unitKey: first.unit.key, under: first.unit.key === rootKey };
}
