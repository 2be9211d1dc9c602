import { isIP } from "node:net";
import { StartError } from "./process/start-error.js";

export const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Issues of the demo company: a handful a unit, or the data sets of PERFORMANCE.md. */
export const DEMO_SCALES = ["small", "20k", "200k"] as const;
export type DemoScale = (typeof DEMO_SCALES)[number];

/** As express and proxy-addr read it: all, none, the nearest hops, or these addresses and networks. */
export type TrustProxy = boolean | number | readonly string[];

/** CONTRACT.md, "Settings"; null where one is not set and has no default. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** An outside PostgreSQL 15 or newer; null: the embedded one in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly databaseReplicaUrl: string | null;
  readonly redisUrl: string | null;
  readonly smtpUrl: string | null;
  /** An origin without a path, as in "https://work.example.org". */
  readonly publicUrl: string | null;
  readonly allowedOrigins: readonly string[];
  readonly trustProxy: TrustProxy;
  readonly logLevel: LogLevel;
  readonly demo: boolean;
  /** One for all demo logins; null: a random one, printed. */
  readonly demoPassword: string | null;
  readonly demoScale: DemoScale;
  readonly demoDeals: number | null;
}

export type Environment = Readonly<Record<string, string | undefined>>;

const MOST_DEMO_DEALS = 1_000_000;

/** @throws StartError one line that names the first setting that is wrong; no value of a URL stands in it */
export function readSettings(environment: Environment, flags: readonly string[] = []): Settings {
  const read = <T, F>(name: string, parse: (value: string, name: string) => T, fallback: F): T | F => {
    const value = environment[name];
    if (value === undefined) return fallback;
    if (value.trim() === "") throw new StartError(name, "is empty: give it a value or leave it out");
    return parse(value.trim(), name);
  };
  const demoFlag = readFlags(flags);
  return {
    host: read("HOST", host, "127.0.0.1"),
    port: read("PORT", (value, name) => wholeNumber(value, name, 1, 65_535), 4000),
    dataDir: read("DATA_DIR", path, ".data"),
    databaseUrl: read("DATABASE_URL", postgresUrl, null),
    databaseReplicaUrl: read("DATABASE_REPLICA_URL", postgresUrl, null),
    redisUrl: read("REDIS_URL", serviceUrl(["redis:", "rediss:"]), null),
    smtpUrl: read("SMTP_URL", serviceUrl(["smtp:", "smtps:"]), null),
    publicUrl: read("PUBLIC_URL", origin, null),
    allowedOrigins: read("ALLOWED_ORIGINS", origins, []),
    trustProxy: read("TRUST_PROXY", trustProxy, false),
    logLevel: read("LOG_LEVEL", oneOf(LOG_LEVELS), "info"),
    demo: read("DEMO", oneOf(["0", "1"]), "0") === "1" || demoFlag,
    demoPassword: read("DEMO_PASSWORD", (value) => value, null),
    demoScale: read("DEMO_SCALE", oneOf(DEMO_SCALES), "small"),
    demoDeals: read("DEMO_DEALS", (value, name) => wholeNumber(value, name, 0, MOST_DEMO_DEALS), null),
  };
}

/** The one flag is `--demo`; pnpm may hand on the `--` before it. */
function readFlags(flags: readonly string[]): boolean {
  const unknown = flags.find((flag) => flag !== "--demo" && flag !== "--");
  if (unknown !== undefined) throw new StartError(shown(unknown), "is no option; the only one is --demo");
  return flags.includes("--demo");
}

/** Settings that are read already, and whose use comes later. */
export function unusedSettings(settings: Settings): readonly string[] {
  return [
    ...(settings.databaseReplicaUrl === null ? [] : ["DATABASE_REPLICA_URL"]),
    ...(settings.redisUrl === null ? [] : ["REDIS_URL"]),
  ];
}

function shown(value: string): string {
  return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}...` : value);
}

function path(value: string, name: string): string {
  if (value.includes("\0")) throw new StartError(name, "is not a path");
  return value;
}

function host(value: string, name: string): string {
  // An address of version 6 may stand in brackets, as in a URL.
  const bare = value.replace(/^\[(.*)\]$/, "$1");
  if (isIP(bare) === 0 && !/^[\w.-]+$/.test(bare)) {
    throw new StartError(name, `must be an address or a host's name, not ${shown(value)}`);
  }
  return bare;
}

function wholeNumber(value: string, name: string, least: number, most: number): number {
  const number = Number(value);
  if (!/^\d{1,9}$/.test(value) || number < least || number > most) {
    throw new StartError(name, `must be a whole number from ${least} to ${most}, not ${shown(value)}`);
  }
  return number;
}

function oneOf<const T extends string>(values: readonly T[]): (value: string, name: string) => T {
  return (value, name) => {
    const found = values.find((candidate) => candidate === value);
    if (found === undefined)
      throw new StartError(name, `must be one of ${values.join(", ")}, not ${shown(value)}`);
    return found;
  };
}

function parseUrl(value: string): URL | null {
  return URL.canParse(value) ? new URL(value) : null;
}

/** Only its shape: who answers there is asked at the start. The URL may hold a password, so it is never shown. */
function postgresUrl(value: string, name: string): string {
  // PostgreSQL's own form may leave the host out, for a socket; the URL class wants one.
  const url =
    /^postgres(ql)?:\/\//.test(value) && !/\s/.test(value)
      ? parseUrl(value.replace(/@(?=[/?])/, "@x"))
      : null;
  if (url === null || !isDecodable(url)) {
    throw new StartError(name, "must look like postgres://user:password@host:5432/database");
  }
  return value;
}

function isDecodable(url: URL): boolean {
  try {
    [url.username, url.password, url.pathname].forEach(decodeURIComponent);
    return true;
  } catch {
    return false;
  }
}

function serviceUrl(protocols: readonly string[]): (value: string, name: string) => string {
  return (value, name) => {
    const url = parseUrl(value);
    if (
      url === null ||
      !protocols.includes(url.protocol) ||
      url.hostname === "" ||
      /\s/.test(value) ||
      !isDecodable(url)
    ) {
      throw new StartError(name, `must look like ${protocols[0] ?? ""}//user:password@host:port`);
    }
    return value;
  };
}

function origins(value: string, name: string): readonly string[] {
  return value.split(",").map((part) => origin(part.trim(), name));
}

function origin(value: string, name: string): string {
  const url = parseUrl(value);
  const bare = url !== null && `${url.protocol}//${url.host}/` === url.href && /^https?:$/.test(url.protocol);
  if (!bare || /[?#]/.test(value)) {
    throw new StartError(name, "must be an origin like https://work.example.org, without a path");
  }
  return url.origin;
}

const NETWORK_NAMES = ["loopback", "linklocal", "uniquelocal"];
const MOST_HOPS = 32;

function isNetwork(value: string): boolean {
  if (NETWORK_NAMES.includes(value)) return true;
  const [address = "", prefix, ...rest] = value.split("/");
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128));
}

function trustProxy(value: string, name: string): TrustProxy {
  if (value === "true" || value === "false") return value === "true";
  if (/^\d+$/.test(value) && Number(value) <= MOST_HOPS) return Number(value);
  const networks = value.split(",").map((part) => part.trim());
  if (!networks.every(isNetwork)) {
    throw new StartError(name, "must be true, false, a number of hops, or a list of addresses and networks");
  }
  return networks;
}
