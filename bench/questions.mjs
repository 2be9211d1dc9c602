import { boardTruth, wideBoardTruth } from "./lib/truth.mjs";

/**
 * What is asked, as data. Variables go round the 50 projects, so that no answer repeats soon.
 *
 * @typedef {object} Question
 * @property {string} id
 * @property {string} about
 * @property {string} document          for who speaks GraphQL
 * @property {(data: DataSet, n: number) => object} variables
 * @property {(data: DataSet, n: number) => string} secret  whose session asks
 * @property {(data: DataSet, n: number) => string} [plainPath]  for who speaks plain HTTP; left out: they are not asked
 * @property {boolean} [tellsRights]  whether the build without rights is asked too: it gives the same rows
 * @property {(data: object) => unknown} rows               what is compared, of an answer's `data`
 * @property {(client: import("pg").Client, data: DataSet, n: number) => Promise<unknown>} truth  the same, as SQL says
 * @typedef {import("./lib/data-set.mjs").DataSet} DataSet
 */

const BOARD = `query Board($unit: ID!) {
  board(unit: $unit) {
    columns {
      name
      issues(first: 50) {
        nodes {
          id key title rank dueDate priority type estimate
          assignee { id name }
          labels { id name color }
          subIssueCount commentCount
        }
      }
    }
  }
}`;

const WIDE_BOARD = BOARD.replace("$unit: ID!", "$unit: ID!, $units: [ID!]!").replace(
  "unit: $unit",
  "unit: $unit, under: true, filter: { unit: { in: $units } }",
);

const projectOf = (data, n) => data.projects[n % data.projects.length];

/** Q1 of PERFORMANCE.md: eight columns, the first 50 cards of each by rank. */
function board(id, about, { unitOf = projectOf, seesInternal, secret, tellsRights = false }) {
  const unitId = (data, n) => unitOf(data, n).unitId;
  return {
    id,
    about,
    tellsRights,
    document: BOARD,
    variables: (data, n) => ({ unit: unitId(data, n) }),
    secret,
    plainPath: (data, n) => `/board?unit=${unitId(data, n)}&internal=${seesInternal(data, n) ? 1 : 0}`,
    rows: ({ board: { columns } }) => columns,
    truth: (client, data, n) => boardTruth(client, unitId(data, n), seesInternal(data, n)),
  };
}

/** Boards of which the viewer with five memberships sees all: the same rows with rights and without. */
const mixedOf = ({ mixed }, n) => mixed.boards[n % mixed.boards.length];

/** @type {readonly Question[]} */
export const QUESTIONS = [
  {
    id: "Q0",
    about: "{ __typename }: what a request costs by itself",
    document: "{ __typename }",
    variables: () => ({}),
    secret: (data) => data.bossSecret,
    plainPath: () => "/nothing",
    rows: (data) => data,
    truth: () => Promise.resolve({ __typename: "Query" }),
  },
  board("Q1 boss", "the board of a project, by who sees everything", {
    seesInternal: () => true,
    secret: (data) => data.bossSecret,
  }),
  board("Q1 developer", "the same by a developer of the project, who reads no internal comments", {
    seesInternal: () => false,
    secret: (data, n) => projectOf(data, n).developerSecret,
  }),
  board("Q1 mixed", "the same by a viewer with five mixed memberships, in those of four of them", {
    tellsRights: true,
    unitOf: mixedOf,
    seesInternal: (data, n) => mixedOf(data, n).seesInternal,
    secret: (data) => data.mixed.secret,
  }),
  {
    id: "Q1 mixed, wide",
    about: "one board over those four units, for the same viewer: rows and fields are decided one by one",
    tellsRights: true,
    document: WIDE_BOARD,
    variables: ({ mixed }) => ({ unit: mixed.rootId, units: mixed.boards.map(({ unitId }) => unitId) }),
    secret: (data) => data.mixed.secret,
    rows: ({ board: { columns } }) => columns.map(({ issues }) => ({ issues })),
    truth: (client, { mixed }) => wideBoardTruth(client, mixed.boards),
  },
];

const LIST_WITHOUT_ORDER = /\.labels$/;
export const isUnordered = (path) => LIST_WITHOUT_ORDER.test(path);
