import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ADDRESS_FAILURES, BAN_MS, banFrom, PAIR_FAILURES } from "./attempts.js";

const START = Date.UTC(2026, 10, 25, 8);
const minute = (minutes: number) => new Date(START + minutes * 60_000);
const every = (count: number, stepMinutes: number, first = 0) =>
  Array.from({ length: count }, (_, index) => minute(first + index * stepMinutes));
const pairBan = (failures: readonly Date[], now: Date) => banFrom({ ofPair: failures, ofAddress: [] }, now);
const addressBan = (failures: readonly Date[], now: Date) =>
  banFrom({ ofPair: [], ofAddress: failures }, now);
const FREE = { banned: false, until: null };

describe("section 10: an account from one address", () => {
  test("four failures ban nobody", () => {
    expect(pairBan(every(4, 1), minute(4))).toEqual(FREE);
  });

  test("the fifth bans for thirty minutes from that moment", () => {
    const failures = every(PAIR_FAILURES, 1);
    expect(pairBan(failures, minute(4))).toEqual({ banned: true, until: minute(34) });
    expect(pairBan(failures, new Date(minute(34).getTime() - 1))).toEqual({
      banned: true,
      until: minute(34),
    });
    expect(pairBan(failures, minute(34))).toEqual(FREE);
  });

  test("failures in a row count however slow they are", () => {
    expect(pairBan(every(5, 60), minute(241))).toEqual({ banned: true, until: minute(270) });
  });

  test("after a ban four more are free again, and the fifth bans again", () => {
    const first = every(5, 1);
    expect(pairBan([...first, ...every(4, 1, 40)], minute(44))).toEqual(FREE);
    expect(pairBan([...first, ...every(5, 1, 40)], minute(44))).toEqual({ banned: true, until: minute(74) });
  });

  test("tries during a ban do not prolong it and count for nothing after it", () => {
    const during = every(20, 1, 5);
    expect(pairBan([...every(5, 1), ...during], minute(25))).toEqual({ banned: true, until: minute(34) });
    expect(pairBan([...every(5, 1), ...during], minute(35))).toEqual(FREE);
  });

  test("the order of the list does not matter, nor does what lies ahead of now", () => {
    expect(pairBan(every(5, 1).toReversed(), minute(5))).toEqual({ banned: true, until: minute(34) });
    expect(pairBan(every(5, 1), minute(3))).toEqual(FREE);
  });
});

describe("section 10: an address", () => {
  test("fifty failures within thirty minutes ban it for thirty", () => {
    const failures = every(ADDRESS_FAILURES, 0.5);
    expect(addressBan(failures.slice(1), minute(25))).toEqual(FREE);
    expect(addressBan(failures, minute(25))).toEqual({ banned: true, until: minute(54.5) });
    expect(addressBan(failures, minute(55))).toEqual(FREE);
  });

  test("fifty within a longer time do not", () => {
    expect(addressBan(every(200, 0.7), minute(140))).toEqual(FREE);
  });
});

test("the later of both bans counts", () => {
  const ofAddress = every(ADDRESS_FAILURES, 0.1);
  expect(banFrom({ ofPair: every(5, 2), ofAddress }, minute(9))).toEqual({ banned: true, until: minute(38) });
});

test("section 10: fewer than the limit never ban, whenever they were; a ban never outlasts its thirty minutes", () => {
  const times = (limit: number) =>
    fc.array(fc.nat(240), { maxLength: limit - 1 }).map((all) => all.map(minute));
  fc.assert(
    fc.property(times(PAIR_FAILURES), times(ADDRESS_FAILURES), fc.nat(300), (ofPair, ofAddress, now) => {
      expect(banFrom({ ofPair, ofAddress }, minute(now))).toEqual(FREE);
    }),
  );
  fc.assert(
    fc.property(fc.array(fc.nat(240)), fc.nat(300), (all, now) => {
      const ban = banFrom({ ofPair: all.map(minute), ofAddress: all.map(minute) }, minute(now));
      const left = (ban.until?.getTime() ?? 0) - minute(now).getTime();
      expect(ban.banned).toBe(ban.until !== null);
      if (ban.banned) expect(left > 0 && left <= BAN_MS).toBe(true);
    }),
  );
});
