import { createContext, use } from "react";

/** The request that is told and answered beside the issue already, as in the inbox: its list need not tell it again. */
const AnsweredBeside = createContext<string | null>(null);
export const AnsweredBesideProvider = AnsweredBeside.Provider;

export function useAnsweredBeside(): string | null {
  return use(AnsweredBeside);
}
