import { describe, expect, it } from "vitest";
import type { TrustProxy } from "../settings.js";
import { clientReader, plainAddress } from "./client-address.js";

function from(remoteAddress: string | undefined, headers: Record<string, string> = {}) {
  return { socket: { remoteAddress }, headers };
}

describe("plainAddress", () => {
  it.each([
    ["10.0.0.1", "10.0.0.1"],
    ["::ffff:10.0.0.1", "10.0.0.1"],
    ["::FFFF:10.0.0.1", "10.0.0.1"],
    ["2001:DB8::1", "2001:db8::1"],
    ["fe80::1%eth0", "fe80::1"],
    [" 10.0.0.1 ", "10.0.0.1"],
    ["unknown", null],
    ["10.0.0.1:80", null],
    ["", null],
  ])("reads %j as %j", (text, address) => {
    expect(plainAddress(text)).toBe(address);
  });
});

describe("addressOf", () => {
  it("AUT-01: by default believes no header", () => {
    const headers = { "x-forwarded-for": "1.1.1.1", "x-real-ip": "2.2.2.2", forwarded: "for=3.3.3.3" };
    expect(clientReader(false).addressOf(from("127.0.0.1", headers))).toBe("127.0.0.1");
  });

  const chain = "6.6.6.6, 198.51.100.7, 10.0.0.2";
  it.each<[string, TrustProxy, string, string]>([
    ["the farthest, when all are trusted", true, "10.0.0.1", "6.6.6.6"],
    ["the peer, at no hop", 0, "10.0.0.1", "10.0.0.1"],
    ["what the nearest proxy saw, at one hop", 1, "10.0.0.1", "10.0.0.2"],
    ["what the second proxy saw, at two hops", 2, "10.0.0.1", "198.51.100.7"],
    ["the first that is in no trusted network", ["10.0.0.0/8"], "10.0.0.1", "198.51.100.7"],
    ["the first that is in no network of that name", ["uniquelocal"], "::ffff:10.0.0.1", "198.51.100.7"],
    ["the peer, when it is in no trusted network", ["loopback", "10.0.0.2"], "10.0.0.1", "10.0.0.1"],
    ["the peer of version 6, when it is in none", ["fd00::/8"], "2001:db8::1", "2001:db8::1"],
  ])("TRUST_PROXY: answers %s", (_, setting, peer, expected) => {
    const request = from(peer, { "x-forwarded-for": chain });
    expect(clientReader(setting).addressOf(request)).toBe(expected);
  });

  it("stops before what is no address, and without a header or a peer", () => {
    const reader = clientReader(true);
    expect(reader.addressOf(from("10.0.0.1", { "x-forwarded-for": "x, 10.0.0.2" }))).toBe("10.0.0.2");
    expect(reader.addressOf(from("10.0.0.1"))).toBe("10.0.0.1");
    expect(reader.addressOf(from(undefined, { "x-forwarded-for": "1.1.1.1" }))).toBe("0.0.0.0");
  });
});

describe("originOf", () => {
  const told = { host: "app:4000", "x-forwarded-proto": "https", "x-forwarded-host": "work.example.org" };

  it("is the request's own, and a trusted proxy's word where there is one", () => {
    expect(clientReader(false).originOf(from("127.0.0.1", told))).toBe("http://app:4000");
    expect(clientReader(1).originOf(from("127.0.0.1", told))).toBe("https://work.example.org");
    expect(clientReader(1).originOf(from("127.0.0.1", { host: "[::1]:4000" }))).toBe("http://[::1]:4000");
  });

  it.each(["evil.example/x", "a b", "user@host", "", "host:port", "-"])("is null for the host %j", (host) => {
    expect(clientReader(false).originOf(from("127.0.0.1", { host }))).toBeNull();
  });
});
