export const ISSUE_TYPES = ["TASK", "BUG", "STORY", "CLAIM", "REQUEST"] as const;
export type IssueType = (typeof ISSUE_TYPES)[number];

/** From least to most. */
export const PRIORITIES = ["LOW", "NORMAL", "HIGH", "URGENT"] as const;
export type Priority = (typeof PRIORITIES)[number];

/** L5: how a piece of work ended. */
export const RESOLUTIONS = ["DONE", "CANCELLED", "DUPLICATE"] as const;
export type Resolution = (typeof RESOLUTIONS)[number];
