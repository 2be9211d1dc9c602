/** UX.md, section 5: where `G` and a second key go. */
export const GO_TO = {
  i: "/inbox",
  c: "/closure",
  m: "/my",
  w: "/my/waiting",
} as const satisfies Readonly<Record<string, string>>;

export type GoTarget = (typeof GO_TO)[keyof typeof GO_TO];

/** How long the second key may take. */
export const SECOND_KEY_MS = 1500;

/** A two-key sequence in the making. */
export interface GoKeys {
  /** @returns where the press leads; "first" when it begins a sequence; null when it means nothing here */
  press(letter: string, now: number): GoTarget | "first" | null;
}

export function createGoKeys(): GoKeys {
  let begunAt: number | null = null;
  return {
    press: (letter, now) => {
      const isSecond = begunAt !== null && now - begunAt <= SECOND_KEY_MS;
      begunAt = null;
      if (isSecond && Object.hasOwn(GO_TO, letter)) return GO_TO[letter as keyof typeof GO_TO];
      if (letter !== "g") return null;
      begunAt = now;
      return "first";
    },
  };
}
