import { createStore } from "../../../lib/store";

/**
 * Steps, and requests by what they wait under, that were answered here: they leave the list and the count at once, and an answer that was on its way before does
 * not bring them back.
 */
export const answeredSteps = createStore<ReadonlySet<string>>(new Set());

export function noteAnswered(stepId: string): void {
  answeredSteps.update((now) => new Set([...now, stepId]));
}

/** The answer was refused: it waits as before. */
export function noteUnanswered(stepId: string): void {
  answeredSteps.update((now) => new Set([...now].filter((id) => id !== stepId)));
}
