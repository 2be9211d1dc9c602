import { boardWords } from "./en/board";
import { deputyWords } from "./en/deputies";
import { handoffWords } from "./en/handoff";
import { closingWords } from "./en/closing";
import { identityWords } from "./en/identity";
import { inboxWords } from "./en/inbox";
import { issuesWords } from "./en/issues";
import { myWorkWords } from "./en/my-work";
import { noticeWords } from "./en/notices";
import { orgWords } from "./en/org";
import { refusalWords } from "./en/refusals";
import { relationWords } from "./en/relations";
import { requestsWords } from "./en/requests";
import { rightsWords } from "./en/rights";
import { shellWords } from "./en/shell";

/** The source of all words. ICU: whole sentences inside plural arms, and no text glued together in code. */
export const en = {
  ...shellWords,
  ...identityWords,
  ...orgWords,
  ...deputyWords,
  ...rightsWords,
  ...refusalWords,
  ...issuesWords,
  ...closingWords,
  ...relationWords,
  ...boardWords,
  ...handoffWords,
  ...inboxWords,
  ...noticeWords,
  ...myWorkWords,
  ...requestsWords,
} as const;
