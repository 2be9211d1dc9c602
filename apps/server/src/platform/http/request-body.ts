import type { IncomingMessage, ServerResponse } from "node:http";
import { errorsAnswer } from "./answer.js";

export const MAX_BODY_BYTES = 1_000_000;

/** How much of a refused body is still taken off the line, and for how long. */
const DRAIN_BYTES = 20_000_000;
const DRAIN_MS = 3_000;

export function announcesTooMuch(request: IncomingMessage): boolean {
  return Number(request.headers["content-length"] ?? 0) > MAX_BODY_BYTES;
}

/** The whole body; null when it is over the limit, of which no more is kept than that. */
export async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  if (announcesTooMuch(request)) return null;
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    request.on("data", (part: Buffer) => {
      size += part.length;
      if (size <= MAX_BODY_BYTES) parts.push(part);
      else {
        parts.length = 0;
        resolve(null);
      }
    });
    request.on("end", () => {
      resolve(Buffer.concat(parts));
    });
    request.on("error", reject);
    request.on("close", () => {
      // A close follows each request; an error for each would cost more than a small answer.
      if (!request.complete) reject(new Error("the client went away"));
    });
  });
}

/**
 * 413, said at once. The line stays open while the rest is thrown away, within bounds: a line that is cut while its
 * client still sends is reset, and the client may never see the answer.
 */
export function answerTooLarge(request: IncomingMessage, response: ServerResponse): void {
  const extensions = {
    code: "LIMIT",
    message: { key: "request.tooLarge", params: { max: MAX_BODY_BYTES } },
  };
  const { text, headers } = errorsAnswer(request, [{ message: "The body is over 1 MB", extensions }]);
  response.writeHead(413, { ...headers, connection: "close" });
  response.write(text);
  let drained = 0;
  const end = (): void => {
    clearTimeout(timer);
    response.end();
  };
  const timer = setTimeout(end, DRAIN_MS);
  request.on("data", (part: Buffer) => {
    drained += part.length;
    if (drained > DRAIN_BYTES) end();
  });
  request.on("end", end);
  request.on("close", end);
  request.on("error", end);
  request.resume();
}

const UTF8 = new TextDecoder("utf-8", { fatal: true });

/** @throws SyntaxError or TypeError for what is no JSON, or no UTF-8 */
export function parseJson(body: Buffer): unknown {
  return JSON.parse(UTF8.decode(body));
}

/** Whether values lie within values deeper than any input of the schema: walked without recursion, unlike by what follows. */
export function isDeeperThan(value: unknown, max: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    const isNested = (each: unknown): each is object => typeof each === "object" && each !== null;
    const nested = level.filter(isNested);
    if (depth >= max && nested.length > 0) return true;
    level = nested.flatMap((each) => Object.values(each) as unknown[]);
  }
  return false;
}

/** JSON in UTF-8, and nothing else: other charsets would need decoders that cost more than the request (SCA-10). */
export function isJsonType(header: string | undefined): boolean {
  const [type = "", ...parameters] = (header ?? "").split(";").map((part) => part.trim().toLowerCase());
  if (type !== "application/json") return false;
  return parameters.every((parameter) => {
    const [name, value = ""] = parameter.split("=", 2);
    return name?.trim() !== "charset" || /^"?utf-?8"?$/.test(value.trim());
  });
}
