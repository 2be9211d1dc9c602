/**
 * Why something was refused (R12): one message for each key of the domain's list, under `refused.` and that key, and one
 * for each code where no key came. Those of what only later screens do stand in refusals-later.ts; a test checks that every
 * key of the domain has words in one of them (R12).
 */
export const refusalWords = {
  "refused.notFound": "This does not exist, or you cannot see it.",
  "refused.unauthenticated": "Your session has ended. Sign in to go on.",
  "refused.internal": "Something went wrong on the server. Nothing was changed.",
  "refused.login.wrong": "The email or the password is wrong.",
  "refused.login.banned": "Too many attempts. Sign-in from here is blocked until {until, time, short}.",
  "refused.login.blocked": "Sign-in from this address is blocked. An admin can lift that.",
  "refused.record.changedSince": "Somebody changed the same field in the meantime.",
  "refused.record.unknownRevision": "This version of it is not known. Reload the page and try again.",

  "refused.value.notOffered": "This is none of the values to choose from.",
  "refused.text.required": "This cannot be left empty.",
  "refused.text.invalidCharacters": "This has characters that cannot be stored.",
  "refused.text.tooLong": "This is too long: {max, plural, one {# character} other {# characters}} at most.",
  "refused.number.notFinite": "This is not a number.",
  "refused.number.negative": "This cannot be less than zero.",
  "refused.number.tooLarge": "This is too large: at most {max, number}.",
  "refused.number.tooManyDecimals":
    "{max, plural, =0 {Only whole numbers are allowed.} one {At most # decimal is allowed.} other {At most # decimals are allowed.}}",
  "refused.date.startAfterDue": "The start lies after the due date.",

  "refused.unit.managersOnly": "Only a manager of this unit, or of one above it, may do this.",
  "refused.unit.archived": "This unit is archived.",

  "refused.issue.onlyBossCloses": "Only the boss closes issues.",
  "refused.issue.onlyBossReopens": "Only the boss reopens closed issues.",
  "refused.issue.noSuchStatus": "The unit has no status for this.",
  "refused.issue.tooManyAtOnce": "At most {max, number} issues at once.",
  "refused.issue.transitionNotAllowed": "Your roles do not allow this change of status.",
  "refused.issue.subIssuesUnfinished":
    "{count, plural, one {# sub-issue is unfinished.} other {# sub-issues are unfinished.}}",
  "refused.issue.subIssuesUnfinishedUnseen": "A sub-issue that you cannot see is unfinished.",
  "refused.issue.archived": "This issue is archived.",
  "refused.issue.statusOfOtherUnit": "This status belongs to another unit.",
  "refused.issue.createNotAllowed": "Your roles do not allow creating issues here.",
  "refused.issue.developerStatus": "A new issue cannot begin as resolved or closed.",
  "refused.issue.assignsThemselvesOnly": "A developer assigns a new issue to nobody or to themselves.",
  "refused.issue.unknownLabel": "This label is not one of the unit’s.",
  "refused.issue.labelAddedAndRemoved": "The same label is added and removed.",
  "refused.issue.fieldNotWritable": "Your roles do not allow changing this field: {field}.",
  "refused.issue.rankNotWritable": "Your roles do not allow changing the order.",
  "refused.issue.assignByManagerOnly": "Only a manager of the unit assigns issues.",
  "refused.issue.cannotHold": "This person has no role in the unit with which they could hold the issue.",
  "refused.issue.takeNotAllowed": "Only a developer of the unit takes issues.",
  "refused.issue.alreadyHeld": "Somebody holds this issue already.",
  "refused.issue.closedCannotBeTaken": "A closed issue cannot be taken.",
  "refused.issue.commentNotAllowed": "Your roles do not allow comments here.",

  "refused.issue.inTransit":
    "This issue is on its way to another unit. Until then only comments, time and order go on.",

  "refused.board.anchorIsMoved": "A card cannot be placed beside itself.",

  "refused.code.LAW": "One of the company’s fixed rules forbids this.",
  "refused.code.FORBIDDEN": "Your roles do not allow this.",
  "refused.code.BAD_USER_INPUT": "This value cannot be accepted.",
  "refused.code.CONFLICT": "Somebody changed this in the meantime.",
  "refused.code.LIMIT": "This is more than the server accepts at once.",
  "refused.code.RATE_LIMITED": "Too many requests. Try again later.",
  "refused.code.OFFLINE": "No answer from the server. Nothing is lost; try again in a moment.",
} as const;
