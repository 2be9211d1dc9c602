import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as cluster from "../../testing/embedded-cluster.js";
import { isRunning } from "./postmaster-file.js";

const {
  copyOf,
  eventually,
  kill9,
  makeFolder,
  pidIn,
  query,
  replacePid,
  rows,
  start,
  startInOtherProcess,
  undo,
  until,
} = cluster;

describe("after a kill", () => {
  test("of the server alone, the PostgreSQL that lives on is adopted", async () => {
    const folder = makeFolder();
    const server = await startInOtherProcess(folder);
    const pid = pidIn(folder);
    server.kill("SIGKILL");
    const { connection, stop } = await start(folder);
    expect(pidIn(folder)).toBe(pid);
    expect(await rows(connection)).toEqual([7]);
    await stop();
    expect(isRunning(pid)).toBe(false);
  });

  test("of everything, a zombie that has the old pid does not matter", async () => {
    const folder = copyOf(cluster.killed);
    const parent = spawn("sh", ["-c", "sleep 0 & echo $!; exec sleep 60"]);
    undo.push(() => parent.kill("SIGKILL"));
    const zombie = await new Promise<number>((resolve) => {
      parent.stdout.once("data", (chunk: Buffer) => {
        resolve(Number(chunk.toString()));
      });
    });
    await until(() => readFileSync(`/proc/${String(zombie)}/stat`, "utf8").includes(") Z "));
    replacePid(folder, zombie);
    expect(await rows((await start(folder)).connection)).toEqual([7]);
  });

  test("of everything, another program that has the old pid does not matter", async () => {
    const folder = copyOf(cluster.killed);
    const other = spawn("sleep", ["60"]);
    undo.push(() => other.kill("SIGKILL"));
    replacePid(folder, other.pid ?? 0);
    expect(await rows((await start(folder)).connection)).toEqual([7]);
    expect(other.exitCode).toBeNull();
  });

  test("of everything, another cluster's PostgreSQL that has the old pid does not matter", async () => {
    const [folder, elsewhere] = [copyOf(cluster.killed), copyOf(cluster.stopped)];
    const other = await start(elsewhere);
    replacePid(folder, pidIn(elsewhere));
    expect(await rows((await start(folder)).connection)).toEqual([7]);
    expect(await query(other.connection, "select 1 as value")).toEqual([1]);
  });

  test("a pid file that says nothing does not matter", async () => {
    const folder = copyOf(cluster.killed);
    writeFileSync(join(folder, "pg", "postmaster.pid"), "");
    expect(await rows((await start(folder)).connection)).toEqual([7]);
  });

  test("of the first start, what it left is cleared away", async () => {
    const folder = makeFolder();
    mkdirSync(join(folder, "pg.new.999999999"));
    writeFileSync(join(folder, "pg.new.999999999.password"), "secret");
    await start(folder);
    expect(existsSync(join(folder, "pg.new.999999999"))).toBe(false);
    expect(existsSync(join(folder, "pg.new.999999999.password"))).toBe(false);
  });

  test("of PostgreSQL alone, it comes back under the running server", async () => {
    const folder = copyOf(cluster.stopped);
    const failures: unknown[] = [];
    const { connection } = await start(folder, { onFailure: (error) => failures.push(error) });
    const pid = pidIn(folder);
    await kill9(pid);
    // By the same connection, as the pools of the server go on with it.
    expect(await eventually(() => rows(connection))).toEqual([7]);
    expect(pidIn(folder)).not.toBe(pid);
    expect(failures).toEqual([]);
  });

  test("of one of its processes, the folder is ours still", async () => {
    const folder = copyOf(cluster.stopped);
    const { connection } = await start(folder);
    const holder = (): Promise<readonly unknown[]> =>
      query(connection, "select pid as value from pg_locks where locktype = 'advisory' and granted");
    const [before] = await holder();
    await kill9(Number(before));
    await eventually(holder, ([now]) => typeof now === "number" && now !== before);
    expect(await rows(connection)).toEqual([7]);
  });
});
