import type { TestServer } from "./test-server.js";

/** Kept by the server for itself, at moments of its own. */
const OWN = ["sessionSeen", "tokenUsed", "findIdentity", "loadCompany"];

/** Reads that found nothing are followed by a reading of the versions, which a row would have brought along. */
const PROOF = "stamp";

/** The names of the statements that read for one request, in order of the alphabet; each text begins with its name. */
export async function statementsOf(test: TestServer, request: () => Promise<unknown>): Promise<string[]> {
  const { database } = test.server.access;
  const names: string[] = [];
  database.onStatement = (text) => names.push(/^\/\* (\w+) \*\//.exec(text)?.[1] ?? text);
  try {
    await request();
  } finally {
    database.onStatement = null;
  }
  return names.filter((name) => name !== PROOF && !OWN.includes(name)).toSorted();
}
