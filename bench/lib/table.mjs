const COLUMNS = [
  ["contender", ({ contender }) => contender.name],
  ["CPU ms", ({ result }) => result.least.toFixed(3)],
  ["x limit", ({ ratio }) => (ratio === null ? "-" : ratio.toFixed(2))],
  ["median", ({ result }) => result.median.toFixed(3)],
  ["server", ({ result }) => result.leastServer.toFixed(3)],
  ["PG", ({ result }) => (result.least - result.leastServer).toFixed(3)],
  ["req/s", ({ result }) => result.perSecond.toFixed(0)],
  ["p50 ms", ({ result }) => result.p50.toFixed(1)],
  ["p99 ms", ({ result }) => result.p99.toFixed(1)],
  ["KB", ({ result }) => (result.bytes / 1000).toFixed(1)],
  ["RSS MB", ({ result }) => result.rss.toFixed(0)],
  ["foreign", ({ result }) => result.foreign.toFixed(2)],
];

/** Ratios from the least of the rounds, against whoever is the limit. */
export function withRatios(results) {
  const limit = results.find(({ contender }) => contender.isLimit);
  return results.map((row) => ({ ...row, ratio: limit ? row.result.least / limit.result.least : null }));
}

/** Numbers to the right, names to the left. */
export function tableOf(rows) {
  const cells = [COLUMNS.map(([head]) => head), ...rows.map((row) => COLUMNS.map(([, of]) => of(row)))];
  const widths = COLUMNS.map((_, at) => Math.max(...cells.map((line) => line[at].length)));
  const pad = (text, at) => (at === 0 ? text.padEnd(widths[at]) : text.padStart(widths[at]));
  return cells.map((line) => `  ${line.map(pad).join("  ")}`).join("\n");
}
