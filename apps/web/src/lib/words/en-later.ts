import { accountWords } from "./en/account";
import { issuePanelWords } from "./en/issue-panel";
import { orgPageWords } from "./en/org-pages";
import { laterRefusalWords } from "./en/refusals-later";
import { boardMenuWords } from "./en/board-menu";
import { closingWords } from "./en/closing";
import { deputyWords } from "./en/deputies";
import { handoffWords } from "./en/handoff";
import { inboxWords } from "./en/inbox";
import { myWorkWords } from "./en/my-work";
import { noticeWords } from "./en/notices";
import { relationWords } from "./en/relations";
import { requestsWords } from "./en/requests";
import { setUpWords } from "./en/set-up";
import { rightsWords } from "./en/rights";

/** What is said by screens that come on demand: `withWords` loads it with them. */
export const enLater = {
  ...accountWords,
  ...setUpWords,
  ...orgPageWords,
  ...issuePanelWords,
  ...laterRefusalWords,
  ...deputyWords,
  ...rightsWords,
  ...boardMenuWords,
  ...closingWords,
  ...relationWords,
  ...handoffWords,
  ...inboxWords,
  ...noticeWords,
  ...myWorkWords,
  ...requestsWords,
} as const;
