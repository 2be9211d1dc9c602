import { answered, askAndJudge, refused, type Operation } from "./operation.js";
import { randomFilter } from "./random-filter.js";
import { answers } from "./rules/answer.js";
import { found, mayAsk } from "./rules/list.js";
import { InAnyOrder, printSelection, type Sel } from "./rules/selection.js";
import { DIMENSIONS, groupsOf, mayGroupBy } from "./rules/stats.js";

const isPeriod = (dimension: string) => /^(CREATED|CLOSED)_/.test(dimension);

/** R10: figures by any dimensions over any filter are those of the list that the viewer would get. */
const readStats: Operation = async (setting) => {
  const { dice, selections } = setting;
  const names = Object.keys(DIMENSIONS);
  const groupBy = Array.from({ length: dice.pick([0, 1, 1, 2, 2, 3]) }, () => dice.pick(names));
  const filter = dice.chance(0.6) ? randomFilter(setting, 2) : null;
  const shown = new Set(groupBy.map((name) => DIMENSIONS[name]?.shows));
  const [withUser, withUnit] = [selections.user(), selections.unit(0)];
  const below: Readonly<Record<string, readonly Sel[]>> = {
    ...{ unit: withUnit, status: selections.status(), label: selections.label() },
    ...{ assignee: withUser, author: withUser },
  };
  const fields = [...new Set(Object.values(DIMENSIONS).map((dimension) => dimension.shows))];
  const selection: Sel[] = [
    ...fields
      .filter((field) => shown.has(field) || dice.chance(0.15))
      .map((field) => ({ field, ...(below[field] && { of: below[field] }) })),
    ...["count", ...dice.some(["estimateSum", "valueSum"], 0.8)].map((field) => ({ field })),
  ];
  const document = `query($filter: IssueFilter, $groupBy: [IssueDimension!]!) {
    issueStats(filter: $filter, groupBy: $groupBy) ${printSelection(selection)} }`;
  await askAndJudge(setting, document, { filter, groupBy }, (eyes) => {
    const asked = [...new Set(groupBy)];
    const isBad = asked.filter(isPeriod).length > 1;
    const isForbidden = !mayAsk(eyes, filter, []) || !mayGroupBy(eyes, asked);
    if (isBad || isForbidden)
      return refused(...(isForbidden ? ["FORBIDDEN"] : []), ...(isBad ? ["BAD_USER_INPUT"] : []));
    const groups = groupsOf(eyes, found(eyes, filter), asked);
    return answered(eyes, { issueStats: new InAnyOrder(answers(eyes, "IssueStat", groups, selection)) });
  });
};

export const STATS_READS: readonly (readonly [number, string, Operation])[] = [[12, "issueStats", readStats]];
