import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";
import type { ApolloServer } from "@apollo/server";
import { RequestContext, type Access, type Request } from "./access/request-context.js";
import { readSessionCookie } from "./access/session-cookie.js";
import type { Documents } from "./platform/graphql/documents.js";
import { answerError } from "./platform/http/answer.js";
import { clientReader, isLoopback, type ClientReader } from "./platform/http/client-address.js";
import { handleGraphql, type GraphqlDoor } from "./platform/http/graphql-http.js";
import type { Readiness } from "./platform/http/health.js";
import type { Metrics, Route } from "./platform/http/metrics.js";
import { OwnOrigins } from "./platform/http/own-origins.js";
import { announcesTooMuch, answerTooLarge } from "./platform/http/request-body.js";
import { makeWebApp } from "./platform/http/web-app.js";
import type { TrustProxy } from "./platform/settings.js";

export interface DoorSettings {
  readonly trustProxy?: TrustProxy;
  readonly publicUrl?: string | null;
  readonly allowedOrigins?: readonly string[];
  /** The folder of the built app; left out: where the build puts it. */
  readonly webDist?: string;
}

export interface DoorParts {
  readonly access: Access;
  readonly apollo: ApolloServer<RequestContext>;
  readonly documents: Documents;
  readonly metrics: Metrics;
  readonly readiness: Readiness;
}

/** The same from `src` and from `dist`. */
const WEB_DIST = fileURLToPath(new URL("../../web/dist", import.meta.url));

const HEADERS_MS = 20_000;
const REQUEST_MS = 60_000;
const KEEP_ALIVE_MS = 65_000;

/** The token in `Authorization: Bearer ...`. */
export function bearerOf(authorization: unknown): string | null {
  return typeof authorization === "string" ? (/^bearer +(\S+)\s*$/i.exec(authorization)?.[1] ?? null) : null;
}

/** What a request shows of who sends it: a token before a cookie. */
export function secretOf({ headers }: IncomingMessage): string | null {
  return bearerOf(headers.authorization) ?? readSessionCookie(headers.cookie);
}

/** What the rest of the server needs to know of a request; a socket's secret may come by another way. */
export type RequestOf = (request: IncomingMessage, secret?: string | null) => Request;

function requestsOf(client: ClientReader): RequestOf {
  return (request, secret = secretOf(request)) => ({
    secret,
    address: client.addressOf(request),
    requestId: randomUUID(),
    userAgent: request.headers["user-agent"],
    origin: client.originOf(request),
  });
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? "/").split("?", 1)[0] ?? "/";
}

export function isGraphqlPath(request: IncomingMessage): boolean {
  return pathOf(request) === "/graphql";
}

function routeOf(request: IncomingMessage): Route {
  const path = pathOf(request);
  if (path === "/graphql") return "graphql";
  if (path.startsWith("/health/")) return "health";
  return path === "/metrics" ? "metrics" : "app";
}

/** This machine, unless something in between says that it speaks for another. */
function isFromHere(client: ClientReader, trustProxy: TrustProxy, request: IncomingMessage): boolean {
  const { headers } = request;
  const isForwarded = headers["x-forwarded-for"] !== undefined || headers.forwarded !== undefined;
  return isLoopback(client.addressOf(request)) && (trustProxy !== false || !isForwarded);
}

async function isAdmin(context: RequestContext): Promise<boolean> {
  if (!(await context.isSignedIn())) return false;
  return context.read(({ viewer }) => Promise.resolve(viewer.isAdmin || viewer.isBoss)).catch(() => false);
}

export interface Doors {
  readonly server: Server;
  readonly origins: OwnOrigins;
  readonly requestOf: RequestOf;
}

/** One port: the API over plain node http, everything else through express. */
export function makeDoors(settings: DoorSettings, parts: DoorParts): Doors {
  const { access, apollo, documents, metrics, readiness } = parts;
  const { log } = access;
  const trustProxy = settings.trustProxy ?? false;
  const client = clientReader(trustProxy);
  const requestOf = requestsOf(client);
  const contextOf = (request: IncomingMessage) => new RequestContext(access, requestOf(request));
  const publicUrl = settings.publicUrl ?? null;
  const origins = new OwnOrigins({
    publicUrl,
    allowedOrigins: settings.allowedOrigins ?? [],
    originOf: (request) => client.originOf(request),
  });
  const app = makeWebApp({
    webDist: settings.webDist ?? WEB_DIST,
    publicUrl,
    readiness,
    metrics,
    mayReadMetrics: async (request) =>
      isFromHere(client, trustProxy, request) || (await isAdmin(contextOf(request))),
    onError: (error) => {
      log.error({ err: error }, "a request failed");
    },
  });
  const door = { apollo, origins, refusalOf: documents.refusalOf, contextOf };
  const server = listenTo((request, response) => {
    metrics.observe(routeOf(request), request, response);
    if (isGraphqlPath(request)) answerGraphql(door, access, request, response);
    else app(request, response);
  });
  return { server, origins, requestOf };
}

function answerGraphql(
  door: GraphqlDoor<RequestContext>,
  { log }: Access,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  handleGraphql(door, request, response).catch((error: unknown) => {
    if (response.destroyed) return;
    log.error({ err: error }, "a request failed");
    if (!response.headersSent) {
      answerError(request, response, 500, "INTERNAL", "Something went wrong on our side");
    }
  });
}

function listenTo(handle: (request: IncomingMessage, response: ServerResponse) => void): Server {
  const timeouts = {
    headersTimeout: HEADERS_MS,
    requestTimeout: REQUEST_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
  };
  const server = createServer(timeouts, handle);
  // Who asks before sending a body that is too large is told so, and sends nothing.
  server.on("checkContinue", (request: IncomingMessage, response: ServerResponse) => {
    if (announcesTooMuch(request)) answerTooLarge(request, response);
    else {
      response.writeContinue();
      handle(request, response);
    }
  });
  return server;
}
