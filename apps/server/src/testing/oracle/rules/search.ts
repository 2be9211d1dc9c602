import type { Eyes } from "./eyes.js";
import type { Issue } from "./world.js";

/** Section 9: case, and ё for е, make no difference. */
export function fold(text: string): string {
  return text.normalize("NFC").toLowerCase().replaceAll("ё", "е");
}

export function wordsOf(text: string): string[] {
  return fold(text)
    .split(/\s+/)
    .filter((word) => word !== "");
}

function hasWord(eyes: Eyes, issue: Issue, word: string): boolean {
  if (issue.key === word.toUpperCase()) return true;
  if (fold(issue.title).includes(word)) return true;
  if (eyes.reads(issue, "description") && fold(issue.description ?? "").includes(word)) return true;
  return eyes.world.comments.some(
    (comment) =>
      comment.issueId === issue.id && eyes.readsComment(comment) && fold(comment.body).includes(word),
  );
}

/** Every word somewhere in what this person may read. */
export function matchesText(eyes: Eyes, issue: Issue, text: string): boolean {
  return wordsOf(text).every((word) => hasWord(eyes, issue, word));
}

/** 5 its key, 4 its whole title, 3 all words in the title, 2 all in title and description, else 1. */
export function relevance(eyes: Eyes, issue: Issue, text: string): number {
  const words = wordsOf(text);
  const description = eyes.reads(issue, "description") ? (issue.description ?? "") : "";
  if (issue.key === text.trim().toUpperCase()) return 5;
  if (fold(issue.title) === fold(text.trim())) return 4;
  if (words.every((word) => fold(issue.title).includes(word))) return 3;
  return words.every((word) => fold(`${issue.title} ${description}`).includes(word)) ? 2 : 1;
}
