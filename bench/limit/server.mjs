/**
 * The limit: the rows of a board by hand-written SQL, `JSON.stringify`, plain node http. No GraphQL, no rights, nothing
 * looked at that the answer does not need. With `--names-in-memory` the names of people, labels and statuses are read
 * once, and a change of theirs is never seen: nobody could run that, it tells what such a memory would be worth. With
 * `--counts-from-rows` comments and sub-issues are counted, as whoever has no kept counters must: PERFORMANCE.md's limit.
 */
import { createServer } from "node:http";
import { pg } from "../lib/packages.mjs";
import { SQL } from "./sql.mjs";

const PRIORITIES = ["LOW", "NORMAL", "HIGH", "URGENT"];
const [INT2, INT4] = [21, 23];
const BIGINT_ARRAY = 1016;

const toNumber = (text) => Number(text);
const toIds = (text) => (text === "{}" ? [] : text.slice(1, -1).split(","));
const asIs = (text) => text;
const PARSERS = new Map([
  [INT2, toNumber],
  [INT4, toNumber],
  [BIGINT_ARRAY, toIds],
]);

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 10,
  options: "-c TimeZone=UTC -c jit=off",
  types: { getTypeParser: (oid) => PARSERS.get(oid) ?? asIs },
});

async function rowsOf({ name, text }, values) {
  return (await pool.query({ name, text, values, rowMode: "array" })).rows;
}

function cardOf(r, labels, people) {
  return {
    id: r[1],
    key: r[2],
    title: r[3],
    rank: r[4],
    dueDate: r[5],
    priority: PRIORITIES[r[6]],
    type: r[7],
    estimate: r[8] === null ? null : Number(r[8]),
    assignee: r[9] === null ? null : { id: r[9], name: people.get(r[9]) },
    labels: r[10].map((id) => labels.get(id)),
    subIssueCount: r[11],
    commentCount: r[12],
  };
}

function boardOf(rows, { statuses, labels, people }) {
  const columns = new Map(statuses.map(({ id, name }) => [id, { name, issues: { nodes: [] } }]));
  for (const row of rows) columns.get(row[0]).issues.nodes.push(cardOf(row, labels, people));
  return { data: { board: { columns: [...columns.values()] } } };
}

function namesOf(rows) {
  const names = { statuses: [], labels: new Map(), people: new Map() };
  for (const [kind, id, name, color] of rows) {
    if (kind === 1) names.statuses.push({ id, name });
    else if (kind === 2) names.labels.set(id, { id, name, color });
    else names.people.set(id, name);
  }
  return names;
}

const COUNTED = { open: SQL.cardsCounted, all: SQL.cardsCountedInternal };
const KEPT = { open: SQL.cards, all: SQL.cardsInternal };
const CARDS = process.argv.includes("--counts-from-rows") ? COUNTED : KEPT;
const cardsOf = (unit, internal) => rowsOf(internal ? CARDS.all : CARDS.open, [unit]);

/** Two statements at once: the cards, and the names that they show. */
async function board(unit, internal) {
  const [cards, names] = await Promise.all([cardsOf(unit, internal), rowsOf(SQL.names, [unit])]);
  return boardOf(cards, namesOf(names));
}

async function readAllNames() {
  const [statuses, labels, people] = await Promise.all([
    rowsOf(SQL.statuses, []),
    rowsOf(SQL.labels, []),
    rowsOf(SQL.people, []),
  ]);
  const statusesOf = new Map();
  for (const [id, name, unit] of statuses) {
    statusesOf.set(unit, [...(statusesOf.get(unit) ?? []), { id, name }]);
  }
  return {
    statusesOf,
    labels: new Map(labels.map(([id, name, color]) => [id, { id, name, color }])),
    people: new Map(people),
  };
}

async function boardByMemory({ statusesOf, labels, people }, unit, internal) {
  return boardOf(await cardsOf(unit, internal), { statuses: statusesOf.get(unit), labels, people });
}

const names = process.argv.includes("--names-in-memory") ? await readAllNames() : null;

async function answer(url) {
  if (url === "/nothing") return { data: { __typename: "Query" } };
  const asked = new URLSearchParams(url.slice(url.indexOf("?") + 1));
  const unit = asked.get("unit");
  const internal = asked.get("internal") === "1";
  return names === null ? board(unit, internal) : boardByMemory(names, unit, internal);
}

function send(response, status, value) {
  const bytes = Buffer.from(JSON.stringify(value));
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": bytes.length,
  });
  response.end(bytes);
}

const server = createServer((request, response) => {
  answer(request.url).then(
    (value) => send(response, 200, value),
    (error) => send(response, 500, { error: String(error) }),
  );
});

server.listen(Number(process.env.PORT), "127.0.0.1", () => console.log("ready"));
process.once("SIGTERM", () => {
  server.close();
  server.closeAllConnections();
  void pool.end();
});
