import type { DataSource } from "typeorm";
import { APP_ROLE, ownerDataSource, type DatabaseConnection } from "./connect.js";

/** Any fixed number: one migrating server at a time, over all databases of the cluster (roles are the cluster's). */
const MIGRATION_LOCK = 7_309_216;

async function ensureAppRole(owner: DataSource): Promise<void> {
  await owner.query(`do $$ begin
    if not exists (select from pg_roles where rolname = '${APP_ROLE}') then create role ${APP_ROLE} nologin; end if;
    if not pg_has_role(current_user, '${APP_ROLE}', 'member') then grant ${APP_ROLE} to current_user; end if;
  end $$`);
}

/** Brings an empty or older database to the present schema; safe when several servers start at once. */
export async function prepareDatabase(connection: DatabaseConnection): Promise<void> {
  const owner = await ownerDataSource(connection).initialize();
  try {
    const lock = owner.createQueryRunner();
    await lock.connect();
    try {
      await lock.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
      await ensureAppRole(owner);
      await owner.runMigrations();
      await ensureEventPartitions(owner);
    } finally {
      await lock.query("select pg_advisory_unlock($1)", [MIGRATION_LOCK]);
      await lock.release();
    }
  } finally {
    await owner.destroy();
  }
}

/** Makes the months ahead, so that no event ever lands in the partition of last resort. */
async function ensureEventPartitions(owner: DataSource): Promise<void> {
  await owner.query("select ensure_event_partitions(date_trunc('month', now())::date, 3)");
}

/** After a great many rows came at once: the planner must not wait for the autovacuum. The owner's work. */
export async function refreshStatistics(connection: DatabaseConnection): Promise<void> {
  const owner = await ownerDataSource(connection).initialize();
  try {
    await owner.query("analyze");
  } finally {
    await owner.destroy();
  }
}
