import { EventEmitter } from "node:events";
import { createServer, type AddressInfo, type Server } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { runServer, type OnFailure, type ServerParts, type StartedServer } from "./run-server.js";
import { StartError } from "./start-error.js";

const open: Server[] = [];

function listen(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    open.push(server);
    server.listen(0, "127.0.0.1", () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
}

async function freePort(): Promise<string> {
  const port = await listen();
  await new Promise((resolve) => open.pop()?.close(resolve));
  return String(port);
}

afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

interface Scene {
  readonly events: EventEmitter;
  /** What happened, in its order. */
  readonly story: string[];
  readonly run: (environment: Record<string, string>, parts?: Partial<ServerParts>) => Promise<0 | 1>;
}

function scene(): Scene {
  const events = new EventEmitter();
  const story: string[] = [];
  const tell = (line: string): void => {
    story.push(line);
  };
  const stopper = (line: string) => (): Promise<void> => {
    tell(line);
    return Promise.resolve();
  };
  const server: StartedServer = {
    url: "http://127.0.0.1:4711",
    lines: ["one more line"],
    stop: stopper("server stopped"),
  };
  const base: Omit<ServerParts, "environment"> = {
    flags: [],
    events,
    print: (line) => {
      story.push(line);
      if (line === "one more line") events.emit("ready");
    },
    complain: (line) => {
      story.push(`! ${line}`);
    },
    makeLog: () => ({ info: tell, warn: tell, error: tell }),
    startDatabase: () => {
      story.push("database started");
      return Promise.resolve({ connection: { url: "postgres://" }, stop: stopper("database stopped") });
    },
    startServer: () => Promise.resolve(server),
  };
  return { events, story, run: (environment, parts) => runServer({ ...base, environment, ...parts }) };
}

const wholeLife = [
  "database started",
  "Stafeta is ready at http://localhost:4711",
  "one more line",
  "server stopped",
  "database stopped",
];

describe("a signal", () => {
  test.each(["SIGTERM", "SIGINT", "SIGHUP"])(
    "%s, sent twice, stops the server, then the database, once",
    async (name) => {
      const { events, story, run } = scene();
      events.on("ready", () => {
        events.emit(name);
        events.emit("SIGINT");
      });
      expect(await run({ PORT: await freePort() })).toBe(0);
      expect(story).toEqual(wholeLife);
    },
  );

  test("while the database starts: it is told to give up, and nothing is served", async () => {
    const { events, story, run } = scene();
    const startDatabase: ServerParts["startDatabase"] = (_settings, _log, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => {
          story.push("gave up");
          reject(signal.reason as Error);
        });
        events.emit("SIGTERM");
      });
    expect(await run({ PORT: await freePort() }, { startDatabase })).toBe(0);
    expect(story).toEqual(["gave up"]);
  });

  test("while the database starts, which is up before it hears: it is stopped", async () => {
    const { events, story, run } = scene();
    const startDatabase: ServerParts["startDatabase"] = () => {
      events.emit("SIGTERM");
      return Promise.resolve({
        connection: { url: "postgres://" },
        stop: () => Promise.resolve(void story.push("database stopped")),
      });
    };
    expect(await run({ PORT: await freePort() }, { startDatabase })).toBe(0);
    expect(story).toEqual(["database stopped"]);
  });

  test("while the server starts: its database is stopped, and its failure is no news", async () => {
    const { events, story, run } = scene();
    const startServer: ServerParts["startServer"] = () => {
      setImmediate(() => events.emit("SIGINT"));
      return new Promise((_resolve, reject) => setTimeout(reject, 50, new Error("database gone")));
    };
    expect(await run({ PORT: await freePort() }, { startServer })).toBe(0);
    expect(story).toEqual(["database started", "database stopped"]);
  });
});

describe("an accident", () => {
  test.each(["uncaughtException", "unhandledRejection"])(
    "%s is told in full, and all is stopped",
    async (name) => {
      const { events, story, run } = scene();
      events.on("ready", () => events.emit(name, new Error("a bug")));
      expect(await run({ PORT: await freePort() })).toBe(1);
      expect(story[3]).toMatch(/^! Error: a bug\n +at /);
      expect(story.toSpliced(3, 1)).toEqual(wholeLife);
    },
  );

  test("a database that is lost for good is one line, and all is stopped", async () => {
    const { events, story, run } = scene();
    const startDatabase: ServerParts["startDatabase"] = (_settings, _log, _signal, onFailure: OnFailure) => {
      events.on("ready", () => {
        onFailure(new StartError("DATA_DIR", "x is in use by another server"));
      });
      return Promise.resolve({ connection: { url: "postgres://" }, stop: () => Promise.resolve() });
    };
    expect(await run({ PORT: await freePort() }, { startDatabase })).toBe(1);
    expect(story).toContain("! Stafeta has to stop: DATA_DIR x is in use by another server");
    expect(story.at(-1)).toBe("server stopped");
  });
});

describe("a start that fails is one line, exit code 1, and nothing is left", () => {
  test("a wrong setting, before anything is started", async () => {
    const { story, run } = scene();
    expect(await run({ PORT: "abc" })).toBe(1);
    expect(story).toEqual(['! Stafeta cannot start: PORT must be a whole number from 1 to 65535, not "abc"']);
  });

  test("a port that is taken, before the database is started", async () => {
    const { story, run } = scene();
    const port = String(await listen());
    expect(await run({ PORT: port })).toBe(1);
    expect(story).toEqual([`! Stafeta cannot start: PORT ${port} is in use on 127.0.0.1`]);
  });

  test.each(["192.0.2.1", "no-such-host.invalid", "::ffff:192.0.2.1"])(
    "a host that is not here: %s",
    async (host) => {
      const { story, run } = scene();
      expect(await run({ HOST: host, PORT: await freePort() })).toBe(1);
      expect(story).toEqual([
        expect.stringMatching(/^! Stafeta cannot start: HOST .* is no address of this machine/),
      ]);
    },
  );

  test("a port that is taken in the meantime", async () => {
    const { story, run } = scene();
    const startServer = (): Promise<never> =>
      Promise.reject(Object.assign(new Error("taken"), { code: "EADDRINUSE" }));
    const port = await freePort();
    expect(await run({ PORT: port }, { startServer })).toBe(1);
    expect(story).toEqual([
      "database started",
      `! Stafeta cannot start: PORT ${port} is in use on 127.0.0.1`,
      "database stopped",
    ]);
  });

  test("an outside database whose role may not do what is needed", async () => {
    const { story, run } = scene();
    const refusal = Object.assign(new Error("permission denied for schema public"), { code: "42501" });
    const environment = { PORT: await freePort(), DATABASE_URL: "postgres://a:s3cret@b/c" };
    expect(await run(environment, { startServer: () => Promise.reject(refusal) })).toBe(1);
    expect(story).toContain(
      "! Stafeta cannot start: DATABASE_URL leads to a database that cannot be used: permission denied for schema public",
    );
  });

  test("a bug, told in full", async () => {
    const { story, run } = scene();
    expect(
      await run({ PORT: await freePort() }, { startServer: () => Promise.reject(new Error("a bug")) }),
    ).toBe(1);
    expect(story[1]).toMatch(/^! Error: a bug\n +at /);
    expect(story.at(-1)).toBe("database stopped");
  });
});

test("settings that are not used yet are named once it runs", async () => {
  const { events, story, run } = scene();
  events.on("ready", () => setImmediate(() => events.emit("SIGTERM")));
  await run({ PORT: await freePort(), REDIS_URL: "redis://cache" });
  expect(story).toContain("REDIS_URL is taken note of, and not used yet");
});
