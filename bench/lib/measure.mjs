import { askOf, isAsked } from "../contenders.mjs";
import { faultOf } from "./check.mjs";
import { closedLoop } from "./load.mjs";
import { cpuNow, rssOfTree } from "./proc.mjs";
import { median, percentile } from "./statistics.mjs";

/** PERFORMANCE.md, "What `npx pnpm@10 bench` must do". */
export const PLAN = { clients: 8, warmMs: 2000, atLeast: 200, measureMs: 4000, rounds: 3 };

/**
 * @typedef {object} Sample   one contender, one question, one round
 * @property {number} cpu        ms of CPU a request, of the server and of PostgreSQL
 * @property {number} serverCpu  the server's part of it
 * @property {number} perSecond  requests
 * @property {number} p50        ms
 * @property {number} p99        ms
 * @property {number} bytes      of an answer
 * @property {number} rss        MB of the server
 * @property {number} foreign    cores that somebody else kept busy meanwhile
 */

/** @returns {Promise<Sample>} */
async function measureOnce(running, question, world, plan) {
  const { contender, client, pid } = running;
  const ask = (n) => askOf(contender, question, world.data, n);
  const load = async (ms, atLeast) => {
    const done = await closedLoop(client, ask, { clients: plan.clients, ms, atLeast, from: running.asked });
    running.asked = done.next;
    return done;
  };
  await load(plan.warmMs, plan.atLeast);
  const roots = { server: pid, postgres: world.postgresPid, bench: process.pid };
  const before = cpuNow(roots);
  const { latencies, faults, bytes, wall } = await load(plan.measureMs, plan.atLeast);
  const after = cpuNow(roots);
  if (faults.size > 0)
    throw new Error(`${contender.name}: ${[...faults].map(String).join("; ")} (status, times)`);
  const spent = (name) => after[name] - before[name];
  const requests = latencies.length;
  return {
    cpu: (spent("server") + spent("postgres")) / requests,
    serverCpu: spent("server") / requests,
    perSecond: (requests * 1000) / wall,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    bytes: bytes / requests,
    rss: rssOfTree(pid),
    foreign: foreignCores(spent, wall),
  };
}

/** The bench is an ancestor of the servers that it started, so their time is in its own. */
function foreignCores(spent, wall) {
  return Math.max(0, (spent("busy") - spent("bench") - spent("postgres")) / wall);
}

/** Least and median of the rounds. */
export function summary(samples) {
  const of = (pick) => samples.map(pick);
  const cpus = of((sample) => sample.cpu);
  const least = samples.reduce((best, sample) => (sample.cpu < best.cpu ? sample : best));
  return {
    least: least.cpu,
    leastServer: least.serverCpu,
    median: median(cpus),
    perSecond: Math.max(...of((sample) => sample.perSecond)),
    p50: Math.min(...of((sample) => sample.p50)),
    p99: Math.min(...of((sample) => sample.p99)),
    bytes: least.bytes,
    rss: Math.max(...of((sample) => sample.rss)),
    foreign: median(of((sample) => sample.foreign)),
  };
}

/**
 * One question to all contenders, who take turns within each round.
 *
 * @returns {Promise<{ results: { contender: object, result: object }[], faults: string[] }>} a wrong contender is no result
 */
export async function measureQuestion(servers, question, world, plan) {
  const faults = [];
  const samples = new Map();
  const check = async (running, when) => {
    const fault = await faultOf(running.contender, running.client, question, world.data, world.database);
    if (fault === null) return true;
    faults.push(`${running.contender.name}, ${question.id}, ${when}: a wrong answer ${fault}`);
    return false;
  };
  const asked = servers.filter(({ contender }) => isAsked(contender, question));
  for (const running of asked) if (await check(running, "before timing")) samples.set(running, []);
  for (let round = 0; round < plan.rounds; round++) {
    for (const [running, own] of samples) own.push(await measureOnce(running, question, world, plan));
  }
  for (const running of [...samples.keys()]) {
    if (!(await check(running, "after timing"))) samples.delete(running);
  }
  const results = [...samples].map(([{ contender }, own]) => ({ contender, result: summary(own) }));
  return { results, faults };
}
