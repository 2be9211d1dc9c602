import { boardTruth } from "./lib/truth.mjs";

/**
 * What is asked, as data. Variables go round the 50 projects, so that no answer repeats soon.
 *
 * @typedef {object} Question
 * @property {string} id
 * @property {string} about
 * @property {string} document          for who speaks GraphQL
 * @property {(data: DataSet, n: number) => object} variables
 * @property {(data: DataSet, n: number) => string} secret  whose session asks
 * @property {(data: DataSet, n: number) => string} plainPath  for who speaks plain HTTP
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

const projectOf = (data, n) => data.projects[n % data.projects.length];

/** Q1 of PERFORMANCE.md: eight columns, the first 50 cards of each by rank. */
function board(id, about, { seesInternal, secret }) {
  return {
    id,
    about,
    document: BOARD,
    variables: (data, n) => ({ unit: projectOf(data, n).unitId }),
    secret,
    plainPath: (data, n) => `/board?unit=${projectOf(data, n).unitId}&internal=${seesInternal ? 1 : 0}`,
    rows: ({ board: { columns } }) => columns,
    truth: (client, data, n) => boardTruth(client, projectOf(data, n).unitId, seesInternal),
  };
}

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
    seesInternal: true,
    secret: (data) => data.bossSecret,
  }),
  board("Q1 developer", "the same by a developer of the project, who reads no internal comments", {
    seesInternal: false,
    secret: (data, n) => projectOf(data, n).developerSecret,
  }),
];

const LIST_WITHOUT_ORDER = /\.labels$/;
export const isUnordered = (path) => LIST_WITHOUT_ORDER.test(path);
