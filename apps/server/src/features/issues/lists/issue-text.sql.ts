import { ISSUE_FIELDS } from "@stafeta/domain/issues/issue-fields";
import { cleanText, foldForSearch, TITLE_MAX } from "@stafeta/domain/shared/text";
import type { ReadScope } from "../../../access/read-scope.js";
import type { Sql } from "../../../platform/db/sql.js";
import { enforce } from "../../../platform/graphql/refused.js";
import { allOf, anyOf, type Condition } from "./condition.sql.js";
import { likePattern } from "./filter-operators.sql.js";
import { readsCommentOf, readsField, seesIssue } from "../issue-sight.sql.js";

/**
 * The words of a search, each once; case and ё make no difference (section 9).
 *
 * @throws RefusedError BAD_USER_INPUT for text that no record can hold, and for more than a title holds
 */
export function searchWords(text: string): string[] {
  const clean = enforce(cleanText(text, "text", TITLE_MAX));
  return [...new Set(foldForSearch(clean).split(/\s+/))].filter((word) => word !== "");
}

function pattern(sql: Sql, word: string): string {
  return `search_fold(${sql.param(`%${likePattern(word)}%`)})`;
}

/** What the indexes of three letters each can look up. */
const INDEXED = /[\p{L}\p{N}]{3}/u;

/**
 * Issues with the word in what the viewer may read of them: title, description, comments; or that have it as their key.
 * Each place is looked up in its own index and the finds are put together: an `or` over them would read every issue. What is
 * not seen falls out in each place, so that finds elsewhere take next to no time (PER-06).
 */
function found(scope: ReadScope, sql: Sql, alias: string, word: string): Condition {
  const like = `like ${pattern(sql, word)}`;
  const place = (from: string, text: string, conditions: readonly Condition[]) =>
    `select ${from} where ${allOf([`search_fold(${text}) ${like}`, ...conditions])}`;
  const description = readsField(scope, sql, "d", ISSUE_FIELDS.description);
  const comment = readsCommentOf(scope, sql, "c", "ci");
  const finds = [
    place("t.id from issue t", "t.title", [seesIssue(scope, sql, "t")]),
    place("d.id from issue d", "d.description", [seesIssue(scope, sql, "d"), description]),
    place("c.issue_id from comment c join issue ci on ci.id = c.issue_id", "c.body", [
      seesIssue(scope, sql, "ci"),
      comment,
    ]),
    `select k.id from issue k where k.key = ${sql.param(word.toUpperCase())}`,
  ];
  return `${alias}.id in (${finds.join(" union all ")})`;
}

/** A word too short for the indexes stands in a good part of all issues: asked row by row, a page is soon full. */
function contains(scope: ReadScope, sql: Sql, alias: string, word: string): Condition {
  const like = `like ${pattern(sql, word)}`;
  const description = readsField(scope, sql, alias, ISSUE_FIELDS.description);
  const comment = readsCommentOf(scope, sql, "c", alias);
  return anyOf([
    `search_fold(${alias}.title) ${like}`,
    allOf([description, `search_fold(${alias}.description) ${like}`]),
    `exists (select from comment c where c.issue_id = ${alias}.id and search_fold(c.body) ${like} and ${comment})`,
    `${alias}.key = ${sql.param(word.toUpperCase())}`,
  ]);
}

function hasWord(scope: ReadScope, sql: Sql, alias: string, word: string): Condition {
  return INDEXED.test(word) ? found(scope, sql, alias, word) : contains(scope, sql, alias, word);
}

/** Every word must be found, wherever each is. A text without a word asks nothing. */
export function matchesText(scope: ReadScope, sql: Sql, alias: string, text: string): Condition {
  return allOf(searchWords(text).map((word) => hasWord(scope, sql, alias, word)));
}

/**
 * How well a match fits, more is better: 5 its key, 4 its whole title, 3 all words in the title, 2 all in title and
 * description, 1 some of them in comments alone. Equal ones stand in the order of their ids.
 */
export function relevance(scope: ReadScope, sql: Sql, alias: string, text: string): string {
  const words = searchWords(text);
  const whole = sql.param(text.trim());
  const all = `like all (array[${words.map((word) => pattern(sql, word)).join(", ")}])`;
  const reads = readsField(scope, sql, alias, ISSUE_FIELDS.description);
  const both = `concat_ws(' ', ${alias}.title, case when ${reads} then ${alias}.description end)`;
  return `case when ${alias}.key = upper(${whole}) then 5
    when search_fold(${alias}.title) = search_fold(${whole}) then 4
    when search_fold(${alias}.title) ${all} then 3 when search_fold(${both}) ${all} then 2 else 1 end`;
}
