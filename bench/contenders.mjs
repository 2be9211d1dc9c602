import { join } from "node:path";
import { buildWithoutRights } from "./lib/without-rights.mjs";

const BENCH = import.meta.dirname;
const SERVER = join(BENCH, "../apps/server/dist/main.js");

/**
 * Who is measured, as data: each in a process of its own, over the same PostgreSQL, with 10 connections.
 *
 * @typedef {object} Contender
 * @property {string} name
 * @property {boolean} [isLimit]  what the others are measured by
 * @property {boolean} [tellsRights]  asked only where it gives the same rows
 * @property {"graphql" | "plain"} speaks
 * @property {(place: Place) => readonly string[]} command
 * @property {(place: Place) => Record<string, string>} env
 * @property {RegExp} ready       what it prints when it answers
 * @typedef {{ port: number, databaseUrl: string, nodeFlags: readonly string[] }} Place
 */

const LIMIT = join(BENCH, "limit/server.mjs");
const plainEnv = ({ port, databaseUrl }) => ({ PORT: String(port), DATABASE_URL: databaseUrl });

/** @type {readonly Contender[]} */
export const CONTENDERS = [
  {
    name: "limit",
    isLimit: true,
    speaks: "plain",
    command: () => [process.execPath, LIMIT],
    env: plainEnv,
    ready: /^ready$/m,
  },
  {
    name: "limit, counts from rows",
    speaks: "plain",
    command: () => [process.execPath, LIMIT, "--counts-from-rows"],
    env: plainEnv,
    ready: /^ready$/m,
  },
  {
    name: "limit, names in memory",
    speaks: "plain",
    command: () => [process.execPath, LIMIT, "--names-in-memory"],
    env: plainEnv,
    ready: /^ready$/m,
  },
  {
    name: "Stafeta",
    speaks: "graphql",
    command: ({ nodeFlags }) => [process.execPath, ...nodeFlags, SERVER],
    env: (place) => ({ ...plainEnv(place), HOST: "127.0.0.1", LOG_LEVEL: "warn" }),
    ready: /^Stafeta is ready at /m,
  },
  {
    name: "Stafeta without rights",
    tellsRights: true,
    speaks: "graphql",
    command: ({ nodeFlags }) => [process.execPath, ...nodeFlags, buildWithoutRights()],
    env: (place) => ({ ...plainEnv(place), HOST: "127.0.0.1", LOG_LEVEL: "warn" }),
    ready: /^Stafeta is ready at /m,
  },
];

export function isAsked(contender, question) {
  if (contender.speaks === "plain") return question.plainPath !== undefined;
  return contender.tellsRights !== true || question.tellsRights === true;
}

/** How the n-th request of a question is put to a contender. */
export function askOf(contender, question, data, n) {
  if (contender.speaks === "plain") return { method: "GET", path: question.plainPath(data, n), headers: {} };
  const body = JSON.stringify({ query: question.document, variables: question.variables(data, n) });
  const headers = {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    cookie: `stafeta_session=${question.secret(data, n)}`,
  };
  return { method: "POST", path: "/graphql", headers, body };
}
