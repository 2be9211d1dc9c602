import { LiveClient } from "../live-client.js";
import { noId, type Operation } from "./operation.js";
import { Mismatch } from "./trial.js";

const DOCUMENTS = {
  board: "subscription($id: ID!, $since: ID) { boardChanged(unit: $id, since: $since) { issueId } }",
  issue: "subscription($id: ID!, $since: ID) { issueChanged(id: $id, since: $since) { issueId } }",
};

/** R10, I9: a stream of what is not there for the viewer, or from an event that nobody knows. */
const refusedStream: Operation = async ({ trial, dice, by, tell, count }) => {
  const eyes = trial.eyes(by);
  if (!eyes.isActive) return;
  const unseen = trial.world.issues.filter((issue) => !eyes.sees(issue));
  const kind = dice.pick(["board", "issue", "since"] as const);
  const issueId = dice.pickOrNull(unseen, 0.9)?.id ?? noId(dice);
  const unitId = kind === "since" ? dice.pick(trial.world.units).id : noId(dice);
  const since = kind === "since" ? dice.pick(["99999999", "abc", "-1"]) : null;
  const variables = { id: kind === "issue" ? issueId : unitId, since };
  tell(`${DOCUMENTS[kind === "issue" ? "issue" : "board"]} ${JSON.stringify(variables)}`);
  const client = await LiveClient.connect(trial.test.server.url, trial.secret(by));
  try {
    client.subscribe("s", DOCUMENTS[kind === "issue" ? "issue" : "board"], variables);
    await client.until(() => client.of("s").length > 0);
    const [code] = client.errors("s").map(({ extensions }) => extensions.code);
    const expected = kind === "since" ? "CONFLICT" : "NOT_FOUND";
    count(`stream: ${String(code)}`);
    if (code !== expected) throw new Mismatch(`expected ${expected}, got ${String(code)}`);
  } finally {
    client.terminate();
  }
};

export const STREAM_READS: readonly (readonly [number, string, Operation])[] = [
  [2, "a stream of nothing", refusedStream],
];
