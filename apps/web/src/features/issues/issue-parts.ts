import { createContext, use, type ComponentType } from "react";

/** What features that come after issues add to an issue's page; the app says which (app/issue-parts.ts). */
export interface IssueParts {
  /** Beside the words that say where it is: what can be done with it as a whole. */
  readonly actions: readonly ComponentType[];
  /** Below the title. */
  readonly below: readonly ComponentType[];
}

const NONE: IssueParts = { actions: [], below: [] };
const PartsContext = createContext<IssueParts>(NONE);
export const IssuePartsProvider = PartsContext.Provider;

export function useIssueParts(): IssueParts {
  return use(PartsContext);
}
