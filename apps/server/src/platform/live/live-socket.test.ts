import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { LiveSocket, MAX_BUFFERED_BYTES } from "./live-socket.js";

let server: Server;
let opened: (socket: LiveSocket) => void = () => undefined;
const sockets = new WebSocketServer({ noServer: true });

beforeAll(async () => {
  server = createServer();
  server.on("upgrade", (request, line, head) => {
    sockets.handleUpgrade(request, line, head, (ws) => {
      opened(new LiveSocket(ws, line));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => {
  for (const ws of sockets.clients) ws.terminate();
  server.close();
});

async function connect(): Promise<{ client: WebSocket; socket: LiveSocket }> {
  const socket = new Promise<LiveSocket>((resolve) => (opened = resolve));
  const client = new WebSocket(`ws://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
  await new Promise((resolve) => client.once("open", resolve));
  return { client, socket: await socket };
}

it("what is written in one turn arrives whole and in order", async () => {
  const { client, socket } = await connect();
  const received: string[] = [];
  client.on("message", (data: Buffer) => received.push(data.toString("utf8")));
  for (let n = 0; n < 1_000; n++) socket.send(`message ${String(n)}`);
  await expect.poll(() => received.length).toBe(1_000);
  expect(received).toEqual(Array.from({ length: 1_000 }, (_, n) => `message ${String(n)}`));
});

it("who does not read is dropped with 1013, before the memory is full, and others are not held up", async () => {
  const [slow, other] = [await connect(), await connect()];
  slow.client.pause();
  const text = "x".repeat(100_000);
  let sent = 0;
  while (slow.socket.isOpen && sent < 10_000) {
    slow.socket.send(text);
    sent++;
    if (sent % 10 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  expect(slow.socket.isOpen).toBe(false);
  // What the kernel took comes on top.
  expect(sent * text.length).toBeLessThan(MAX_BUFFERED_BYTES + 20_000_000);
  const heard = new Promise((resolve) => other.client.once("message", resolve));
  other.socket.send("still here");
  await heard;
  const closed = new Promise<number>((resolve) => slow.client.once("close", resolve));
  slow.client.resume();
  expect(await closed).toBe(1013);
});

it("nothing is sent after the goodbye, and who does not answer it is hung up on", async () => {
  const { client, socket } = await connect();
  const received: string[] = [];
  client.on("message", (data: Buffer) => received.push(data.toString("utf8")));
  socket.send("before");
  socket.close(4403, "Forbidden");
  socket.send("after");
  const closed = new Promise<number>((resolve) => client.once("close", resolve));
  expect(await closed).toBe(4403);
  expect(received).toEqual(["before"]);
  const deaf = await connect();
  deaf.client.pause();
  deaf.socket.close(4403, "Forbidden");
  await expect.poll(() => sockets.clients.size, { timeout: 4_000 }).toBeLessThanOrEqual(2);
});
