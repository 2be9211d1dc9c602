import { boardWords } from "./en/board";
import { identityWords } from "./en/identity";
import { issuesWords } from "./en/issues";
import { orgWords } from "./en/org";
import { refusalWords } from "./en/refusals";
import { shellWords } from "./en/shell";

/** What the sign-in and the board say: loaded before the first paint. */
export const enFirst = {
  ...shellWords,
  ...identityWords,
  ...orgWords,
  ...refusalWords,
  ...issuesWords,
  ...boardWords,
} as const;
