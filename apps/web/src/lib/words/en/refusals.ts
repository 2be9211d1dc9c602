/**
 * Why something was refused (R12): keys begin with `refused.`. `lib/refusals.ts` maps every key of the domain's list
 * of messages to one of these.
 */
export const refusalWords = {
  "refused.unknown": "The server refused this.",
  "refused.unauthenticated": "Your session has ended. Sign in to go on.",
  "refused.notFound": "This does not exist, or you cannot see it.",
  "refused.law": "One of the company’s fixed rules forbids this.",
  "refused.forbidden": "Your roles do not allow this.",
  "refused.badInput": "This value cannot be accepted.",
  "refused.conflict": "Somebody changed this in the meantime.",
  "refused.limit": "This is more than the server accepts at once.",
  "refused.rateLimited": "Too many attempts. Try again later.",
  "refused.internal": "Something went wrong on the server. Nothing was changed.",
  "refused.offline": "There is no connection to the server. Nothing is lost; try again in a moment.",
} as const;
