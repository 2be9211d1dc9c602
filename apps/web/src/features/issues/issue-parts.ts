import { createContext, use, type ComponentType } from "react";
import type { NamedField } from "./issue-words";

/** What features that come after issues add to an issue's page; the app says which (app/issue-parts.ts). */
export interface IssueParts {
  /** Beside a field's value: what can be done about it by whoever may not write it (H6). */
  readonly field?: ComponentType<{ readonly field: NamedField }>;
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
