import type { Eyes } from "./eyes.js";
import { stepsOf } from "./handoff.js";

const TOKEN = /qz[0-9a-f]{8}/g;

/** Each text of the company holds a token of its own: whatever the answer, none of a text that is not to be read is in it. */
export function leakedTexts(eyes: Eyes, answer: string): string[] {
  const tokens = new Set(answer.match(TOKEN) ?? []);
  if (tokens.size === 0) return [];
  const readable = readableTexts(eyes);
  return [...tokens].filter((token) => !readable.includes(token));
}

/** All texts of now and of before that this person reads. */
function readableTexts(eyes: Eyes): string {
  const texts: (string | null)[] = [];
  for (const issue of eyes.issues) {
    texts.push(issue.title);
    if (eyes.reads(issue, "description")) texts.push(issue.description);
  }
  for (const handoff of eyes.world.handoffs) {
    const issue = eyes.issue(handoff.issueId);
    if (!issue || !eyes.reads(issue, "handoffWords")) continue;
    texts.push(handoff.comment);
    for (const step of stepsOf(eyes.world, handoff.id)) texts.push(step.comment, step.reason);
  }
  for (const comment of eyes.world.comments) if (eyes.readsComment(comment)) texts.push(comment.body);
  for (const event of eyes.world.events) {
    const issue = eyes.issue(event.issueId);
    if (!issue) continue;
    const isRead = (field: string) =>
      event.entity === "comment"
        ? eyes.world.comments.some((one) => one.id === event.entityId && eyes.readsComment(one))
        : eyes.reads(issue, field);
    for (const { field, before, after } of event.changes) {
      if (!isRead(field)) continue;
      texts.push(...[before, after].map((value) => (typeof value === "string" ? value : null)));
    }
  }
  return texts.join(" ");
}
