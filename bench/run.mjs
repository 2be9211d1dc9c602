import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { CONTENDERS } from "./contenders.mjs";
import { freePort, startChild, stopAllChildren } from "./lib/children.mjs";
import { addMixedViewer, openDataSet, startPostgres } from "./lib/data-set.mjs";
import { Client } from "./lib/load.mjs";
import { measureQuestion, PLAN } from "./lib/measure.mjs";
import { measureStartUp } from "./lib/start-up.mjs";
import { tableOf, withRatios } from "./lib/table.mjs";
import { QUESTIONS } from "./questions.mjs";

const START_LIMIT_MS = 180_000;
/** What the issue on the foundation asks for; PERFORMANCE.md has the later goals. */
const GOALS = { ratio: 1.3, rights: 1.15, warmSeconds: 6, restMb: 200 };

const OPTIONS = {
  scale: { type: "string", default: "20k" },
  rounds: { type: "string", default: String(PLAN.rounds) },
  seconds: { type: "string", default: String(PLAN.measureMs / 1000) },
  only: { type: "string", multiple: true },
  question: { type: "string", multiple: true },
  "no-start-up": { type: "boolean", default: false },
  profile: { type: "string" },
};

/** What was opened, closed from the last to the first. */
class Opened {
  #steps = [];
  #closing = null;

  later(step) {
    this.#steps.unshift(step);
  }

  close() {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close() {
    for (const step of this.#steps) await step();
  }
}

async function startContender(contender, place, opened) {
  const port = await freePort();
  const nodeFlags = contender.speaks === "graphql" ? place.nodeFlags : [];
  const at = { port, databaseUrl: place.databaseUrl, nodeFlags };
  const child = await startChild({
    command: contender.command(at),
    env: { NODE_ENV: "production", ...place.env, ...contender.env(at) },
    ready: contender.ready,
    limitMs: START_LIMIT_MS,
  });
  const client = new Client(port, PLAN.clients);
  opened.later(async () => {
    client.close();
    await child.stop();
  });
  return { contender, client, pid: child.pid, asked: 0 };
}

/**
 * Stafeta fills the database and ends: a process that has just made 20,000 issues has a heap shaped by that, and would
 * be measured with it.
 */
async function fill(place) {
  const product = CONTENDERS.find(({ name }) => name === "Stafeta");
  const filling = new Opened();
  await startContender(product, { ...place, nodeFlags: [] }, filling);
  await filling.close();
}

async function startAll(contenders, place, opened) {
  const servers = [];
  for (const contender of contenders) servers.push(await startContender(contender, place, opened));
  return servers;
}

async function openWorld(options, opened) {
  const dataDir = mkdtempSync(join(tmpdir(), "stafeta-bench-"));
  opened.later(() => rmSync(dataDir, { recursive: true, force: true }));
  const postgres = await startPostgres(dataDir);
  opened.later(() => postgres.stop());
  const nodeFlags = options.profile ? ["--cpu-prof", `--cpu-prof-dir=${options.profile}`] : [];
  const env = { DEMO: "1", DEMO_SCALE: options.scale, DEMO_PASSWORD: "bench" };
  const isAsked = ({ name }) =>
    options.only === undefined || name === "Stafeta" || options.only.includes(name);
  const place = { databaseUrl: postgres.databaseUrl, nodeFlags, env };
  await fill(place);
  const servers = await startAll(CONTENDERS.filter(isAsked), place, opened);
  const { client, data: company } = await openDataSet(postgres);
  opened.later(() => client.end());
  const product = servers.find(({ contender }) => contender.name === "Stafeta");
  const data = await addMixedViewer(client, company, mutationsOf(product.client, company.bossSecret));
  return { servers, world: { data, database: client, postgresPid: postgres.pid } };
}

function mutationsOf(client, secret) {
  return async (query, variables) => {
    const body = JSON.stringify({ query, variables });
    const headers = {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      cookie: `stafeta_session=${secret}`,
    };
    const { text } = await client.ask({ method: "POST", path: "/graphql", headers, body });
    const { errors } = JSON.parse(text);
    if (errors) throw new Error(JSON.stringify(errors).slice(0, 300));
  };
}

async function measureAll(options, opened) {
  const { servers, world } = await openWorld(options, opened);
  const plan = { ...PLAN, rounds: Number(options.rounds), measureMs: Number(options.seconds) * 1000 };
  const faults = [];
  const ratios = [];
  for (const question of QUESTIONS) {
    if (options.question && !options.question.includes(question.id)) continue;
    const done = await measureQuestion(servers, question, world, plan);
    faults.push(...done.faults);
    const rows = withRatios(done.results);
    console.log(`\n${question.id}: ${question.about}\n${tableOf(rows)}`);
    done.faults.forEach((fault) => console.log(`  ✗ ${fault}`));
    const own = rows.find(({ contender }) => contender.name === "Stafeta");
    const blind = rows.find(({ contender }) => contender.name === "Stafeta without rights");
    const rights = own && blind ? own.result.least / blind.result.least : null;
    if (own) ratios.push({ question, ratio: own.ratio, rights });
  }
  return { faults, ratios };
}

function tellRatios(ratios) {
  console.log("\nStafeta against the limit, CPU of server and PostgreSQL per request, least of the rounds:");
  for (const { question, ratio, rights } of ratios) {
    const goal = ratio !== null && question.id.startsWith("Q1") ? ` (goal: at most ${GOALS.ratio})` : "";
    console.log(`  ${question.id}: ${ratio === null ? "-" : ratio.toFixed(2)}${goal}`);
    if (rights !== null) {
      console.log(`    with rights against without: ${rights.toFixed(2)} (goal: at most ${GOALS.rights})`);
    }
  }
}

function tellStartUp({ firstSeconds, warmSeconds, restMb, command }) {
  console.log(`\nThe small demo, by ${command}:`);
  console.log(`  first start, filling the demo: ${firstSeconds.toFixed(1)} s`);
  console.log(`  warm start: ${warmSeconds.toFixed(1)} s (goal: under ${GOALS.warmSeconds})`);
  console.log(`  the server's memory 60 s later: ${restMb.toFixed(0)} MB (goal: under ${GOALS.restMb})`);
}

/**
 * The whole run: what is measured is printed.
 *
 * @param {readonly string[]} args
 * @returns {{ done: Promise<0 | 1>, stop: () => Promise<void> }} 1: a contender answered wrongly
 */
export function startRun(args) {
  const { values: options } = parseArgs({ args: args.filter((arg) => arg !== "--"), options: OPTIONS });
  const opened = new Opened();
  const work = async () => {
    try {
      console.log(
        `${cpus().length} cores, ${cpus()[0]?.model ?? "unknown"}, Node.js ${process.version}, ${options.scale} issues`,
      );
      const { faults, ratios } = await measureAll(options, opened);
      await opened.close();
      tellRatios(ratios);
      if (!options["no-start-up"]) tellStartUp(await measureStartUp());
      return faults.length > 0 ? 1 : 0;
    } finally {
      await opened.close();
    }
  };
  const stop = async () => {
    await stopAllChildren();
    await opened.close();
  };
  return { done: work(), stop };
}
