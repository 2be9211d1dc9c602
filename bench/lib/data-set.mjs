import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { builtModule, pg } from "./packages.mjs";

/**
 * @typedef {object} DataSet
 * @property {readonly { unitId: string, developerSecret: string }[]} projects
 * @property {string} bossSecret
 * @property {{ secret: string, rootId: string, boards: readonly { unitId: string, seesInternal: boolean }[] }} [mixed]
 */

/**
 * A PostgreSQL of the run's own, the one that the product brings along. Its autovacuum is off: it would work for
 * whoever happens to be measured when it starts.
 */
export async function startPostgres(dataDir) {
  const { startEmbeddedPostgres } = await builtModule(
    "platform/embedded-postgres/start-embedded-postgres.js",
  );
  const quiet = () => undefined;
  const log = { info: quiet, warn: quiet, error: console.error };
  const { connection, stop } = await startEmbeddedPostgres({ dataDir, log, settings: { autovacuum: "off" } });
  const { host, port, user, password, database } = connection;
  const at = `host=${encodeURIComponent(host)}&port=${port}`;
  return {
    connection,
    databaseUrl: `postgres://${user}:${encodeURIComponent(password)}@/${database}?${at}`,
    pid: Number(readFileSync(join(dataDir, "pg/postmaster.pid"), "utf8").split("\n")[0]),
    stop,
  };
}

/** One developer for each project of the data set. */
const PROJECTS = `
select p.id::text as "unitId", (
  select m.user_id::text from membership m join role r on r.id = m.role_id
  where m.unit_id = p.id and r.base = 'DEVELOPER' and m.ended_at is null order by m.user_id limit 1) as "developerId"
from unit p where p.key ~ '^P[0-9]+$' order by p.id`;

const BOSS = "select id::text from app_user where email = 'boss@demo.test'";

const SESSION = `insert into session (token_hash, user_id, expires_at, device)
  values ($1, $2, now() + interval '1 day', 'bench')`;

async function signIn(client, userId) {
  const secret = randomBytes(32).toString("base64url");
  await client.query(SESSION, [createHash("sha256").update(secret).digest(), userId]);
  return secret;
}

/** Sessions for who asks, and a database at rest: no dead rows, statistics of now. @returns {Promise<DataSet>} */
async function prepare(client) {
  const [boss] = (await client.query(BOSS)).rows;
  const { rows } = await client.query(PROJECTS);
  const secrets = new Map();
  for (const { developerId } of rows) {
    if (!secrets.has(developerId)) secrets.set(developerId, await signIn(client, developerId));
  }
  const bossSecret = await signIn(client, boss.id);
  await client.query("vacuum (full)");
  // Once more: a full one leaves no note of which pages everybody sees.
  await client.query("vacuum (analyze)");
  const projects = rows.map(({ unitId, developerId }) => ({
    unitId,
    developerSecret: secrets.get(developerId),
  }));
  return { bossSecret, projects };
}

/** @returns {Promise<{ client: import("pg").Client, data: DataSet }>} a connection to ask for the truth by */
export async function openDataSet({ connection }) {
  const client = new pg.Client({ ...connection, options: "-c TimeZone=UTC -c jit=off" });
  await client.connect();
  return { client, data: await prepare(client) };
}

const MIXED = ["MANAGER", "DEVELOPER", "DEVELOPER", "ANALYST", "REPORTER"];
const OUTSIDER = "select id::text from app_user where email = 'outsider@demo.test'";
const ROLES = "select base, id::text from role where built_in";
const ADD = `mutation ($unit: ID!, $user: ID!, $role: ID!) { addMember(unit: $unit, user: $user, role: $role) { id } }`;

/**
 * A viewer with five mixed memberships, given by the product itself. As a REPORTER one sees only what one holds, so that
 * board is not asked.
 *
 * @param {(query: string, variables: object) => Promise<unknown>} mutate as the boss
 */
export async function addMixedViewer(client, data, mutate) {
  const [{ id: user }] = (await client.query(OUTSIDER)).rows;
  const roles = new Map((await client.query(ROLES)).rows.map(({ base, id }) => [base, id]));
  const units = data.projects.slice(0, MIXED.length).map(({ unitId }) => unitId);
  for (const [index, unit] of units.entries())
    await mutate(ADD, { unit, user, role: roles.get(MIXED[index]) });
  const secret = await signIn(client, user);
  const boards = units.flatMap((unitId, index) =>
    MIXED[index] === "REPORTER" ? [] : [{ unitId, seesInternal: MIXED[index] !== "DEVELOPER" }],
  );
  const [{ id: rootId }] = (await client.query("select id::text from unit where parent_id is null")).rows;
  return { ...data, mixed: { secret, boards, rootId } };
}
