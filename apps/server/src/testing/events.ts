import { runSql } from "./sql.js";
import type { TestServer } from "./test-server.js";

export interface LoggedEvent {
  readonly kind: string;
  readonly entity: string;
  readonly entityId: string;
  readonly actorId: string | null;
  readonly unitId: string | null;
  readonly operation: string;
  readonly address: string | null;
  readonly clientMutationId: string | null;
  readonly changes: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[];
}

const SELECT = `select kind, entity, entity_id as "entityId", actor_id as "actorId", unit_id as "unitId", operation,
  host(address) as address, client_mutation_id as "clientMutationId", changes from event where id > $1 order by id`;

/** What an action wrote into the log, straight from the table. */
export async function eventsOf(test: TestServer, action: () => Promise<unknown>): Promise<LoggedEvent[]> {
  const { connection } = test.database;
  const [last] = await runSql(connection, "select last_event from clock");
  await action();
  return (await runSql(connection, SELECT, [last?.["last_event"]])) as unknown as LoggedEvent[];
}
