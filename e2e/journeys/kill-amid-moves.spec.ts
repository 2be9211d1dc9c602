import { expect, test } from "@playwright/test";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Client } from "../actors.js";
import { DEMO_PASSWORD, freePort, makeDataDir, Product } from "../stack.js";

interface Card {
  readonly id: string;
  readonly lastEvent: string;
  readonly revision: number;
  readonly rank: string;
  readonly status: { readonly id: string };
}
interface Told {
  readonly id: string;
  readonly changes: readonly { readonly field: string; readonly after: unknown }[];
}

const CARD = "id lastEvent revision rank status { id }";
const BOARD = '{ unit(key: "DEV") { id statuses { id category } } }';
const CARDS = `query($unit: ID!) { issues(filter: { unit: { eq: $unit } }, first: 500) { nodes { ${CARD} } } }`;
const MOVE = `mutation($id: ID!, $status: ID!, $after: ID) { moveIssue(id: $id, status: $status, after: $after) { ${CARD} } }`;
const HISTORY =
  "query($id: ID!) { events(issue: $id, first: 500) { totalCount nodes { id changes { field after } } } }";

/** Moves cards without end, one after another, until the server is gone; notes what was acknowledged. */
async function moveOn(
  client: Client,
  cards: readonly Card[],
  statuses: readonly string[],
  seed: number,
  acknowledged: Card[],
): Promise<void> {
  for (let step = seed; ; step += 7) {
    const [card, anchor] = [cards[step % cards.length], cards[(step * 3 + 1) % cards.length]];
    const after = anchor?.id === card?.id ? null : anchor?.id;
    const variables = { id: card?.id, status: statuses[step % statuses.length], after };
    // A refusal (a parent over unfinished work) is an answer too; only a dead server ends the loop.
    const answer = await client.ask<{ moveIssue: Card }>(MOVE, variables).catch((error: unknown) => {
      if (String(error).includes("extensions")) return null;
      throw error;
    });
    if (answer) acknowledged.push(answer.moveIssue);
  }
}

test("SIGKILL of server and PostgreSQL amid 50 moves a second: every acknowledged move is there, and no half of one", async () => {
  const dataDir = makeDataDir();
  const start = async () =>
    new Product({
      PORT: String(await freePort()),
      DATA_DIR: dataDir,
      DEMO: "1",
      DEMO_PASSWORD,
      LOG_LEVEL: "warn",
    });
  const first = await start();
  let second: Product | null = null;
  try {
    const url = await first.ready();
    const clients = await Promise.all(
      ["dev.head", "dev.dev1", "dev.dev2", "boss"].map((login) => Client.signIn(url, login)),
    );
    const [reader] = clients;
    if (!reader) throw new Error("nobody signed in");
    const { unit } = await reader.ask<{ unit: { id: string; statuses: { id: string; category: string }[] } }>(
      BOARD,
    );
    const { issues } = await reader.ask<{ issues: { nodes: Card[] } }>(CARDS, { unit: unit.id });
    const open = unit.statuses
      .filter(({ category }) => category !== "CLOSED" && category !== "RESOLVED")
      .map(({ id }) => id);
    const acknowledged: Card[] = [];
    const begin = Date.now();
    const movers = clients.map((client, index) =>
      moveOn(client, issues.nodes, open, index, acknowledged).catch(() => undefined),
    );
    await expect.poll(() => acknowledged.length, { timeout: 20_000, intervals: [20] }).toBeGreaterThan(150);
    const perSecond = (acknowledged.length * 1000) / (Date.now() - begin);
    first.process.kill("SIGKILL");
    process.kill(Number.parseInt(readFileSync(join(dataDir, "pg/postmaster.pid"), "utf8"), 10), "SIGKILL");
    await Promise.all(movers);
    console.log(
      `${acknowledged.length} moves acknowledged at ${perSecond.toFixed(0)} a second before the kill`,
    );

    second = await start();
    const again = await Client.signIn(await second.ready(), "boss");
    const now = (await again.ask<{ issues: { nodes: Card[] } }>(CARDS, { unit: unit.id })).issues.nodes;
    expect(new Set(now.map(({ rank }) => rank)).size).toBe(now.length);
    for (const card of now) {
      const { events } = await again.ask<{ events: { totalCount: number; nodes: Told[] } }>(HISTORY, {
        id: card.id,
      });
      const told = new Map(events.nodes.map((event) => [event.id, event]));
      for (const move of acknowledged.filter(({ id }) => id === card.id))
        expect(told.has(move.lastEvent)).toBe(true);
      expect([...told.keys()][0]).toBe(card.lastEvent);
      expect(events.totalCount).toBe(card.revision);
      const newest = (field: string) =>
        events.nodes.flatMap(({ changes }) => changes.filter((change) => change.field === field))[0]?.after;
      expect([newest("rank"), newest("status")]).toEqual([card.rank, card.status.id]);
    }
  } finally {
    first.process.kill("SIGKILL");
    await second?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
