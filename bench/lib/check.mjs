import { askOf } from "../contenders.mjs";
import { isUnordered } from "../questions.mjs";
import { canonical, firstDifference } from "./canonical.mjs";

/** Which of a question's variables are looked at. */
const LOOKED_AT = [0, 1, 17, 33, 49];

function rowsOf({ status, text }, question) {
  if (status !== 200) throw new Error(`status ${status}: ${text.slice(0, 200)}`);
  const { data, errors, extensions } = JSON.parse(text);
  if (errors !== undefined) throw new Error(JSON.stringify(errors).slice(0, 200));
  // Who asks may read all of it; a hidden field would be less work.
  if (extensions?.redacted !== undefined) throw new Error(`hidden: ${extensions.redacted.join(", ")}`);
  return question.rows(data);
}

/** @returns {Promise<string | null>} what is wrong with a contender's answers; null when SQL says the same */
export async function faultOf(contender, client, question, data, database) {
  for (const n of LOOKED_AT) {
    try {
      const rows = rowsOf(await client.ask(askOf(contender, question, data, n)), question);
      const truth = await question.truth(database, data, n);
      const difference = firstDifference(canonical(rows, isUnordered), canonical(truth, isUnordered));
      if (difference !== null) return `of variables ${n}: ${difference}`;
    } catch (error) {
      return `of variables ${n}: ${error.message}`;
    }
  }
  return null;
}
