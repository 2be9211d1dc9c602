import { SESSION_COOKIE } from "../access/session-cookie.js";
import { startServer, type RunningServer, type ServerSettings } from "../app.js";
import { makeTestCompany, type CompanySpec, type TestCompany } from "./test-company.js";
import { createTestDatabase, type TestDatabase } from "./test-database.js";

export interface GraphqlError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly rule?: string; readonly field?: string } & Record<
    string,
    unknown
  >;
}

export interface GraphqlAnswer<T> {
  readonly data: T | null;
  readonly errors?: readonly GraphqlError[];
  readonly extensions?: { readonly redacted?: readonly string[] };
}

export type Ask = <T = Record<string, unknown>>(
  document: string,
  variables?: Record<string, unknown>,
) => Promise<GraphqlAnswer<T>>;

/** A running server over a database of its own, with the demo company's tree and people. */
export interface TestServer {
  readonly server: RunningServer;
  readonly database: TestDatabase;
  readonly company: TestCompany;
  /** Speaks as a person by their session; null: a stranger. */
  as(login: string | null): Ask;
  stop(): Promise<void>;
}

export async function post<T>(url: string, secret: string | null, body: unknown): Promise<GraphqlAnswer<T>> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(secret === null ? {} : { cookie: `${SESSION_COOKIE}=${secret}` }),
    },
    body: JSON.stringify(body),
  });
  return (await response.json()) as GraphqlAnswer<T>;
}

const SETTINGS: ServerSettings = { host: "127.0.0.1", port: 0, logLevel: "silent" };

export async function startTestServer(
  spec?: CompanySpec,
  settings: Partial<ServerSettings> = {},
): Promise<TestServer> {
  const database = await createTestDatabase();
  const server = await startServer({ ...SETTINGS, ...settings }, database.connection);
  const company = await makeTestCompany(server.access, spec);
  return {
    server,
    database,
    company,
    as: (login) => (document, variables) =>
      post(server.url, login === null ? null : (company.secrets[login] ?? "no such person"), {
        query: document,
        variables: variables ?? {},
      }),
    stop: async () => {
      await server.stop();
      await database.drop();
    },
  };
}

/** The data of an answer that must have no error. */
export function dataOf<T>(answer: GraphqlAnswer<T>): T {
  if (answer.errors || answer.data === null) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}
