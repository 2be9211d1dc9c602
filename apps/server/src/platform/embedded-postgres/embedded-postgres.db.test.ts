import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as cluster from "../../testing/embedded-cluster.js";
import { isRunning } from "./postmaster-file.js";

const { addRow, copyOf, isRoot, killAll, makeFolder, pidIn, query, rows, start, until } = cluster;

describe("a life without accidents", () => {
  test("the second start finds what the first one committed, and a stop leaves no process", async () => {
    const folder = makeFolder();
    const first = await start(folder);
    await addRow(first.connection);
    const pid = pidIn(folder);
    await Promise.all([first.stop(), first.stop()]);
    expect(isRunning(pid)).toBe(false);
    expect(existsSync(join(folder, "pg", "postmaster.pid"))).toBe(false);

    const second = await start(folder);
    expect(await rows(second.connection)).toEqual([7]);
    expect(second.connection.database).toBe("stafeta");
    expect(await query(second.connection, "select current_setting('jit') as value")).toEqual(["off"]);
  });

  test("it listens on no port", async () => {
    const { connection } = await start(copyOf(cluster.stopped));
    expect(await query(connection, "select current_setting('listen_addresses') as value")).toEqual([""]);
    expect(connection.host).toMatch(/^\//);
  });

  test("a path too long for a socket is as good", async () => {
    const folder = join(makeFolder(), "a".repeat(60), 'b, "c" '.repeat(8));
    const { connection, stop } = await start(folder);
    await addRow(connection);
    expect(await rows(connection)).toEqual([7]);
    expect(connection.host.startsWith(tmpdir())).toBe(true);
    await stop();
    expect(existsSync(connection.host)).toBe(false);
  });

  test("a path with commas, quotes and blanks is as good", async () => {
    const { connection } = await start(join(makeFolder(), 'a, "b" c'));
    expect(connection.host).toMatch(/run$/);
    await addRow(connection);
    expect(await rows(connection)).toEqual([7]);
  });

  test.runIf(isRoot)("a folder under one that is closed to others is as good, after a kill too", async () => {
    const closed = makeFolder();
    chmodSync(closed, 0o700);
    const folder = join(closed, "data");
    await killAll(folder);
    const { connection } = await start(folder);
    expect(await rows(connection)).toEqual([7]);
    const status = readFileSync(`/proc/${String(pidIn(folder))}/status`, "utf8");
    expect(status).not.toMatch(/^Uid:\t0/m);
  });

  test.runIf(isRoot)("a chown to root and a chmod for all are healed", async () => {
    const folder = copyOf(cluster.stopped);
    spawnSync("chown", ["-R", "0:0", folder]);
    spawnSync("chmod", ["-R", "a+rX", folder]);
    const second = await start(folder);
    expect(await rows(second.connection)).toEqual([7]);
  });
});

describe("a refusal is one line that names DATA_DIR", () => {
  const oneLine = (words: RegExp): unknown =>
    expect.objectContaining({ name: "StartError", message: expect.stringMatching(words) as string });

  test("when another server works there, which goes on", async () => {
    const folder = copyOf(cluster.stopped);
    const first = await start(folder);
    await expect(start(folder)).rejects.toEqual(oneLine(/^DATA_DIR .*is in use by another server$/));
    expect(await query(first.connection, "select 1 as value")).toEqual([1]);
  });

  test("when two start at once, to one of them", async () => {
    const folder = makeFolder();
    const results = await Promise.allSettled([start(folder), start(folder)]);
    const refused = results.filter((result) => result.status === "rejected");
    expect(refused.map(({ reason }: PromiseRejectedResult) => String(reason))).toEqual([
      expect.stringMatching(/DATA_DIR .*is in use/),
    ]);
  });

  test("when it is a file", async () => {
    const file = join(makeFolder(), "file");
    writeFileSync(file, "");
    await expect(start(file)).rejects.toEqual(oneLine(/^DATA_DIR .*file is not a folder$/));
    await expect(start(join(file, "below"))).rejects.toEqual(oneLine(/^DATA_DIR .*is not a folder$/));
  });

  test("when it cannot be made", async () => {
    await expect(start("/proc/stafeta")).rejects.toEqual(oneLine(/^DATA_DIR \/proc\/stafeta /));
  });

  test("when PostgreSQL's password is gone", async () => {
    const folder = copyOf(cluster.stopped);
    rmSync(join(folder, "postgres.password"));
    await expect(start(folder)).rejects.toEqual(oneLine(/^DATA_DIR .*postgres\.password is gone$/));
  });

  test("when the database is of another version", async () => {
    const folder = copyOf(cluster.stopped);
    writeFileSync(join(folder, "pg", "PG_VERSION"), "17\n");
    await expect(start(folder)).rejects.toEqual(oneLine(/^DATA_DIR .*does not start: .*incompatible/));
  });
});

test("asked to give up while it starts, nothing is left running", async () => {
  const folder = copyOf(cluster.stopped);
  const abort = new AbortController();
  const starting = start(folder, { signal: abort.signal });
  await until(() => existsSync(join(folder, "pg", "postmaster.pid")));
  const pid = pidIn(folder);
  abort.abort(new Error("stop"));
  await expect(starting).rejects.toThrow("stop");
  expect(isRunning(pid)).toBe(false);
});

test.runIf(isRoot)("the owner of the data folder runs it, when that is not root", async () => {
  const folder = makeFolder();
  const line =
    readFileSync("/etc/passwd", "utf8")
      .split("\n")
      .find((entry) => entry.startsWith("nobody:")) ?? "";
  const [, , uid = "", gid = ""] = line.split(":");
  chownSync(folder, Number(uid), Number(gid));
  await start(folder);
  expect(readFileSync(`/proc/${String(pidIn(folder))}/status`, "utf8")).toContain(`Uid:\t${uid}\t${uid}`);
});
