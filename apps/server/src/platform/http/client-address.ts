import type { IncomingHttpHeaders } from "node:http";
import { BlockList, isIP } from "node:net";
import type { TrustProxy } from "../settings.js";

/** The part of a request that tells where it came from. */
export interface Incoming {
  readonly socket: { readonly remoteAddress?: string | undefined };
  readonly headers: IncomingHttpHeaders;
}

/** Of a connection that was gone before it was asked. */
const UNKNOWN = "0.0.0.0";

const NAMED_NETWORKS: Readonly<Record<string, readonly string[]>> = {
  loopback: ["127.0.0.1/8", "::1/128"],
  linklocal: ["169.254.0.0/16", "fe80::/10"],
  uniquelocal: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"],
};

const familyOf = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");

/** One form for each address: no zone, and version 4 as itself where the socket speaks version 6. Null for anything else. */
export function plainAddress(text: string): string | null {
  const bare = text.trim().replace(/%.*$/, "").toLowerCase();
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare)?.[1];
  const address = mapped ?? bare;
  return isIP(address) === 0 ? null : address;
}

export function isLoopback(address: string): boolean {
  return address === "::1" || (isIP(address) === 4 && address.startsWith("127."));
}

function addNetwork(list: BlockList, network: string): void {
  const [address = "", prefix] = network.split("/");
  const all = isIP(address) === 6 ? 128 : 32;
  list.addSubnet(address, prefix === undefined ? all : Number(prefix), familyOf(address));
}

/** Whether to believe what a proxy at this address says; `hops` is how many stand between it and us. */
type Trust = (address: string, hops: number) => boolean;

function trustOf(setting: TrustProxy): Trust {
  if (typeof setting === "boolean") return () => setting;
  if (typeof setting === "number") return (_, hops) => hops < setting;
  const list = new BlockList();
  for (const network of setting.flatMap((name) => NAMED_NETWORKS[name] ?? [name])) addNetwork(list, network);
  return (address) => list.check(address, familyOf(address));
}

function headerOf(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name];
  return Array.isArray(value) ? value.join(",") : (value ?? "");
}

/** The peer first, then what each proxy says of the one before it, nearest first; up to what is no address. */
function chainOf({ socket, headers }: Incoming): string[] {
  const peer = plainAddress(socket.remoteAddress ?? "");
  if (peer === null) return [];
  const chain = [peer];
  for (const told of headerOf(headers, "x-forwarded-for").split(",").reverse()) {
    const address = plainAddress(told);
    if (address === null) break;
    chain.push(address);
  }
  return chain;
}

export interface ClientReader {
  /** Whom the request came from: what bans and the event log go by. */
  addressOf(request: Incoming): string;
  /** The origin that the client used, as in "https://work.example.org"; null when its `Host` is not one. */
  originOf(request: Incoming): string | null;
}

const HOST = /^(\[[\da-f:.]+\]|[a-z\d]([a-z\d.-]*[a-z\d])?)(:\d{1,5})?$/i;

/** AUT-01: what a client writes into `X-Forwarded-For` counts only where TRUST_PROXY says so; by default never. */
export function clientReader(setting: TrustProxy): ClientReader {
  const trusts = trustOf(setting);
  return {
    addressOf: (request) => {
      const chain = chainOf(request);
      const hop = chain.findIndex((address, hops) => !trusts(address, hops));
      return chain.at(hop) ?? UNKNOWN;
    },
    originOf: (request) => {
      const [peer] = chainOf(request);
      const isProxied = peer !== undefined && trusts(peer, 0);
      const told = (name: string) => (isProxied ? headerOf(request.headers, name).split(",")[0]?.trim() : "");
      const scheme = told("x-forwarded-proto") === "https" ? "https" : "http";
      const host = told("x-forwarded-host") || headerOf(request.headers, "host");
      return HOST.test(host) ? `${scheme}://${host.toLowerCase()}` : null;
    },
  };
}
