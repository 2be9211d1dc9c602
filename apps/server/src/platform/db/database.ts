import type pg from "pg";
import type { DataSource } from "typeorm";
import { openPool, writeDataSource, type DatabaseConnection, type EntityClass } from "./connect.js";

export type { EntityManager } from "typeorm";

/** A row as an array, in the order of the columns: the row builders read by position. */
export type Row = readonly unknown[];

/** One consistent view of the database: a pool's connection for one statement, or an open transaction. */
export interface Reader {
  rows(text: string, values: readonly unknown[]): Promise<Row[]>;
}

/** How many texts get a prepared statement; what clients make up beyond that is planned each time. */
const MAX_PREPARED = 400;

/** Names statements at their second sight, so that documents seen once leave nothing in the database's memory. */
class StatementNames {
  private readonly seen = new Set<string>();
  private readonly names = new Map<string, string>();

  nameOf(text: string): string | undefined {
    const name = this.names.get(text);
    if (name !== undefined || this.names.size >= MAX_PREPARED) return name;
    if (!this.seen.has(text)) {
      if (this.seen.size >= MAX_PREPARED) this.seen.clear();
      this.seen.add(text);
      return undefined;
    }
    const next = `s${String(this.names.size)}`;
    this.names.set(text, next);
    return next;
  }
}

export class Database implements Reader {
  readonly connection: DatabaseConnection;
  readonly pool: pg.Pool;
  readonly writes: DataSource;
  /** Every statement that reads, for the tests that count them. */
  onStatement: ((text: string, values: readonly unknown[]) => void) | null = null;
  private readonly names = new StatementNames();

  private constructor(connection: DatabaseConnection, pool: pg.Pool, writes: DataSource) {
    this.connection = connection;
    this.pool = pool;
    this.writes = writes;
  }

  static async open(
    connection: DatabaseConnection,
    entities: readonly EntityClass[],
    onError: (error: unknown) => void,
  ): Promise<Database> {
    const pool = openPool(connection, onError);
    const writes = await writeDataSource(connection, entities, onError).initialize();
    return new Database(connection, pool, writes);
  }

  async rows(text: string, values: readonly unknown[]): Promise<Row[]> {
    return this.run(this.pool, text, values);
  }

  private async run(on: pg.Pool | pg.PoolClient, text: string, values: readonly unknown[]): Promise<Row[]> {
    this.onStatement?.(text, values);
    const name = this.names.nameOf(text);
    const result = await on.query<unknown[]>({
      ...(name === undefined ? {} : { name }),
      text,
      values: [...values],
      rowMode: "array",
    });
    return result.rows;
  }

  /** Several statements of one moment. Costs three round trips more, so only where a single statement will not do. */
  async snapshot<T>(work: (reader: Reader) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let failed = true;
    try {
      await client.query("begin isolation level repeatable read read only");
      const result = await work({ rows: (text, values) => this.run(client, text, values) });
      await client.query("commit");
      failed = false;
      return result;
    } finally {
      if (failed) await client.query("rollback").catch(() => undefined);
      client.release();
    }
  }

  /** A short transaction that changes no record: attempts to sign in, and the sessions they give. */
  async transaction<T>(work: (reader: Reader) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let failed = true;
    try {
      await client.query("begin");
      const result = await work({ rows: (text, values) => this.run(client, text, values) });
      await client.query("commit");
      failed = false;
      return result;
    } finally {
      if (failed) await client.query("rollback").catch(() => undefined);
      client.release();
    }
  }

  async close(): Promise<void> {
    await Promise.allSettled([this.pool.end(), this.writes.destroy()]);
  }
}
