import { expect, describe, test } from "vitest";
import { StartError } from "./process/start-error.js";
import { readSettings, unusedSettings, type Settings } from "./settings.js";

test("nothing set: the defaults of the contract", () => {
  expect(readSettings({ PATH: "/bin", HOME: "" })).toEqual({
    host: "127.0.0.1",
    port: 4000,
    dataDir: ".data",
    databaseUrl: null,
    databaseReplicaUrl: null,
    redisUrl: null,
    smtpUrl: null,
    publicUrl: null,
    allowedOrigins: [],
    trustProxy: false,
    logLevel: "info",
    demo: false,
    demoPassword: null,
    demoScale: "small",
    demoDeals: null,
  } satisfies Settings);
});

const TAKEN: readonly (readonly [name: string, value: string, field: keyof Settings, read: unknown])[] = [
  ["HOST", "0.0.0.0", "host", "0.0.0.0"],
  ["HOST", "::1", "host", "::1"],
  ["HOST", "[::]", "host", "::"],
  ["HOST", "localhost", "host", "localhost"],
  ["PORT", "1", "port", 1],
  ["PORT", " 65535 ", "port", 65_535],
  ["DATA_DIR", "/var/lib/my data", "dataDir", "/var/lib/my data"],
  ["DATABASE_URL", "postgres://a:b@db/c", "databaseUrl", "postgres://a:b@db/c"],
  [
    "DATABASE_URL",
    "postgresql://a:b%40c@[::1]:5433/c?sslmode=disable",
    "databaseUrl",
    "postgresql://a:b%40c@[::1]:5433/c?sslmode=disable",
  ],
  ["DATABASE_URL", "postgres://a:b@/c?host=/run/pg", "databaseUrl", "postgres://a:b@/c?host=/run/pg"],
  ["DATABASE_URL", "postgres:///c?host=/run/pg", "databaseUrl", "postgres:///c?host=/run/pg"],
  ["DATABASE_REPLICA_URL", "postgres://a:b@db2/c", "databaseReplicaUrl", "postgres://a:b@db2/c"],
  ["REDIS_URL", "rediss://:secret@cache:6380/1", "redisUrl", "rediss://:secret@cache:6380/1"],
  ["SMTP_URL", "smtp://localhost:1025", "smtpUrl", "smtp://localhost:1025"],
  ["SMTP_URL", "smtps://me%40x.org:secret@mail.x.org", "smtpUrl", "smtps://me%40x.org:secret@mail.x.org"],
  ["PUBLIC_URL", "https://Work.example.org/", "publicUrl", "https://work.example.org"],
  ["PUBLIC_URL", "http://10.0.0.1:8080", "publicUrl", "http://10.0.0.1:8080"],
  [
    "ALLOWED_ORIGINS",
    "https://a.org, http://b.org:81/",
    "allowedOrigins",
    ["https://a.org", "http://b.org:81"],
  ],
  ["TRUST_PROXY", "true", "trustProxy", true],
  ["TRUST_PROXY", "false", "trustProxy", false],
  ["TRUST_PROXY", "2", "trustProxy", 2],
  ["TRUST_PROXY", "10.0.0.0/8, ::1,loopback", "trustProxy", ["10.0.0.0/8", "::1", "loopback"]],
  ["LOG_LEVEL", "silent", "logLevel", "silent"],
  ["DEMO", "1", "demo", true],
  ["DEMO", "0", "demo", false],
  ["DEMO_PASSWORD", "correct horse", "demoPassword", "correct horse"],
  ["DEMO_SCALE", "200k", "demoScale", "200k"],
  ["DEMO_DEALS", "0", "demoDeals", 0],
];

test.each(TAKEN)("%s=%s is taken", (name, value, field, read) => {
  expect(readSettings({ [name]: value })[field]).toEqual(read);
});

const REFUSED: Readonly<Record<string, readonly string[]>> = {
  HOST: ["http://localhost", "localhost:4000", "a b", "*", "a/b"],
  PORT: ["0", "65536", "-1", "4000.0", "1e3", "0x10", "abc", "4 0", "99999999999999999999"],
  DATA_DIR: ["a\0b"],
  DATABASE_URL: [
    "db",
    "mysql://a:s3cret@b/c",
    "postgres://a:s3cret@b:99999/c",
    "postgres://a:s3%crt@b/c",
    "postgres://a:s3cret@b /c",
  ],
  DATABASE_REPLICA_URL: ["http://a:s3cret@b"],
  REDIS_URL: ["cache:6379", "http://a:s3cret@b", "redis://"],
  SMTP_URL: ["garbage", "smtp:", "smtp://", "http://a:s3cret@b", "smtp://a:s3cret@b:port", "smtp://a b"],
  PUBLIC_URL: [
    "work.example.org",
    "ftp://a.org",
    "https://a.org/path",
    "https://a:s3cret@b",
    "https://a.org/?",
    "https://a.org#x",
    "null",
    "*",
  ],
  ALLOWED_ORIGINS: ["*", "https://a.org,", "https://a.org https://b.org", "https://a.org,b.org", "null"],
  TRUST_PROXY: [
    "yes",
    "-1",
    "1.5",
    "999",
    "10.0.0.0/33",
    "::/129",
    "10.0.0.0/8/8",
    "10.0.0",
    "10.0.0.1,",
    "10.0.0.0/",
  ],
  LOG_LEVEL: ["verbose", "INFO", "30"],
  DEMO: ["yes", "true", "2", "01"],
  DEMO_SCALE: ["20K", "1000", "large"],
  DEMO_DEALS: ["-1", "1.5", "many", "1000001"],
};
const cases = Object.entries(REFUSED).flatMap(([name, values]) =>
  values.map((value) => [name, value] as const),
);

function refusalOf(environment: Record<string, string>, flags: readonly string[] = []): string {
  try {
    readSettings(environment, flags);
  } catch (error) {
    expect(error).toBeInstanceOf(StartError);
    return (error as StartError).message;
  }
  return "not refused";
}

describe("a wrong setting is refused in one line that begins with its name and shows no password", () => {
  test.each(cases)("%s=%s", (name, value) => {
    const message = refusalOf({ [name]: value });
    expect(message.startsWith(`${name} `)).toBe(true);
    expect(message).not.toContain("\n");
    expect(message).not.toContain("s3");
  });

  test.each([...Object.keys(REFUSED), "DEMO_PASSWORD"])("%s empty or blank", (name) => {
    expect(refusalOf({ [name]: "" })).toMatch(new RegExp(`^${name} is empty`));
    expect(refusalOf({ [name]: " \t\n" })).toMatch(new RegExp(`^${name} is empty`));
  });

  test("a value of many lines makes one line", () => {
    expect(refusalOf({ LOG_LEVEL: "a\nb" })).not.toContain("\n");
    expect(refusalOf({ LOG_LEVEL: "x".repeat(5000) }).length).toBeLessThan(200);
  });
});

describe("flags", () => {
  test("--demo is DEMO=1, with and without pnpm's --", () => {
    expect(readSettings({}, ["--demo"]).demo).toBe(true);
    expect(readSettings({ DEMO: "0" }, ["--", "--demo"]).demo).toBe(true);
    expect(readSettings({}, ["--"]).demo).toBe(false);
  });

  test.each(["--demos", "-d", "demo", "--demo=1", "--port"])("%s is refused by name", (flag) => {
    expect(refusalOf({}, [flag])).toMatch(/is no option; the only one is --demo$/);
    expect(refusalOf({}, [flag])).toContain(flag);
  });
});

test("what is read and not used yet is named", () => {
  expect(
    unusedSettings(readSettings({ REDIS_URL: "redis://cache", DATABASE_REPLICA_URL: "postgres://db/c" })),
  ).toEqual(["DATABASE_REPLICA_URL", "REDIS_URL"]);
  expect(unusedSettings(readSettings({}))).toEqual([]);
});
