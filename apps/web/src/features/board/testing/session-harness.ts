import { afterEach, beforeEach, expect, vi } from "vitest";
import type * as Live from "../../../lib/live";
import { toasts } from "../../../ui/toast-store";
import { BoardSession } from "../board-session";
import type { Column, ColumnStatus } from "../columns/column-model";
import { holdStream, STATUSES, UNIT, type FakeBoard } from "./board-fixture";

/** To be called once per file: frames and pauses pass when a test says so; nothing moves on screen. */
export function installBoardTime(): void {
  beforeEach(() => {
    vi.useFakeTimers({
      toFake: ["setTimeout", "clearTimeout", "requestAnimationFrame", "cancelAnimationFrame", "performance"],
    });
    vi.stubGlobal("matchMedia", () => ({ matches: true }));
    toasts.set([]);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
}

export const statuses = new Map(
  STATUSES.map((status) => [status.id, { ...status, unitId: UNIT.id } as unknown as ColumnStatus]),
);

/** Lets answers and timers up to a frame pass. */
export async function pass(ms = 20): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}

/** @param live the mocked module of streams */
export async function startedOn(board: FakeBoard, live: typeof Live): Promise<BoardSession> {
  holdStream(board, live);
  const place = { unit: UNIT.id, under: false };
  const session = new BoardSession({ client: board.client, place, viewer: null, statuses });
  session.start();
  await pass();
  expect(session.view.get().state).toBe("ready");
  return session;
}

export function column(session: BoardSession, id: string): Column {
  const found = session.column(id);
  if (!found) throw new Error(`no column ${id}`);
  return found;
}

export const top = { after: null, before: null };
