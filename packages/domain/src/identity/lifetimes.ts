/** Section 10: an invitation can be accepted for so long; a newer one takes its place. */
export const INVITATION_DAYS = 7;
