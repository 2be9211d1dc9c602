/**
 * Every message that a rule can answer with (R12), and the names of its parameters. The catalogues of all languages are
 * checked against this list, so a key lives here before a rule uses it. Parameters never name what a viewer may not see.
 */
export const MESSAGE_PARAMS = {
  notFound: [],
  unauthenticated: [],
  internal: [],
  "request.malformed": [],
  /** max: the greatest number allowed. */
  "request.tooManyAliases": ["max"],
  "request.tooDeep": ["max"],
  "request.tooManyDirectives": ["max"],
  "request.tooCostly": ["max"],
  "request.tooLarge": ["max"],
  "request.tooLong": ["max"],
  "request.tooManyOperations": ["max"],
  "request.repeatDiffers": [],
  "page.badFirst": ["max"],
  "page.badCursor": [],
  "filter.notReadable": [],
  "filter.badValue": [],
  "filter.relevanceNeedsText": [],
  "since.unknown": [],
  "login.wrong": [],
  /** until: when the ban ends, ISO 8601. */
  "login.banned": ["until"],
  "login.blocked": [],
  "link.ended": [],
  "password.wrong": [],
  "token.readOnly": [],
  "token.badExpiry": [],
  "id.eitherIdOrKey": [],
  "record.changedSince": [],
  "record.unknownRevision": [],

  "value.notOffered": [],
  "text.required": [],
  "text.invalidCharacters": [],
  /** max: the greatest number of characters. */
  "text.tooLong": ["max"],
  "number.notFinite": [],
  "number.negative": [],
  /** max: the greatest value. */
  "number.tooLarge": ["max"],
  /** max: how many digits may stand after the decimal point. */
  "number.tooManyDecimals": ["max"],
  "date.startAfterDue": [],

  "email.invalid": [],
  /** min: the least number of characters. */
  "password.tooShort": ["min"],
  /** max: the greatest number of characters. */
  "password.tooLong": ["max"],
  "password.isEmail": [],

  "unit.managersOnly": [],
  "unit.oneCompany": [],
  "unit.badKey": [],
  /** key: the key that is in use. */
  "unit.keyTaken": ["key"],
  "unit.archived": [],
  "label.nameTaken": [],
  "member.managersOnly": [],
  "member.rootByBossOnly": [],
  "member.notYourself": [],
  "member.inactive": [],
  "member.lastBoss": [],
  "role.adminsOnly": [],
  "role.builtInStays": [],
  "role.notYourOwn": [],
  /** name: the name that is in use. */
  "role.nameTaken": ["name"],
  /** max: how many custom roles there can be. */
  "role.tooMany": ["max"],
  "role.archived": [],
  /** count: how many memberships there are. */
  "role.inUse": ["count"],
  "role.lawStands": [],
  "role.writeNeedsRead": [],
  "role.commentNeedsRead": [],
  "role.internalNeedsRead": [],
  "role.internalNeedsUnit": [],
  "user.adminsOnly": [],
  "user.bossByBossOnly": [],
  "user.emailTaken": [],

  "issue.onlyBossCloses": [],
  "issue.onlyBossReopens": [],
  "issue.transitionNotAllowed": [],
  /** count: how many; told only when all of them can be seen. */
  "issue.subIssuesUnfinished": ["count"],
  "issue.subIssuesUnfinishedUnseen": [],
  "issue.archived": [],
  "issue.statusOfOtherUnit": [],
  "issue.createNotAllowed": [],
  "issue.developerStatus": [],
  "issue.assignsThemselvesOnly": [],
  "issue.unknownLabel": [],
  "issue.labelAddedAndRemoved": [],
  /** field: the name of the field in the schema. */
  "issue.fieldNotWritable": ["field"],
  "issue.rankNotWritable": [],
  "issue.assignByManagerOnly": [],
  "issue.cannotHold": [],
  "issue.takeNotAllowed": [],
  "issue.alreadyHeld": [],
  "issue.closedCannotBeTaken": [],
  "issue.commentNotAllowed": [],
  "issue.internalByManagerOnly": [],
  "issue.commentOfOther": [],
  "issue.ownParent": [],
  "issue.parentCycle": [],

  "issue.inTransit": [],

  "handoff.startNotAllowed": [],
  "handoff.alreadyPending": [],
  "handoff.finished": [],
  "handoff.sameUnit": [],
  "handoff.headsOnly": [],
  "handoff.alreadyAnswered": [],
  "handoff.notItsTurn": [],
  "handoff.ended": [],
  "handoff.executorAtLastStep": [],
  "handoff.initiatorOnly": [],
  "access.notSeen": [],
  "access.notReadable": [],
  "access.notWritten": [],
  "access.notAllowed": [],
  "access.byWorkflow": [],
  "access.byHandoff": [],
  "access.byLaw": [],
  "access.notClosed": [],
  "access.closedAlready": [],
  "access.managersOnly": [],
  "access.issueOrDescribed": [],

  "board.anchorIsMoved": [],
} as const satisfies Record<string, readonly string[]>;

export type MessageKey = keyof typeof MESSAGE_PARAMS;
export const MESSAGE_KEYS = Object.keys(MESSAGE_PARAMS) as MessageKey[];
