import { existsSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { join } from "node:path";
import express, { type ErrorRequestHandler, type Express, type Request, type Response } from "express";
import type { Readiness } from "./health.js";
import type { Metrics } from "./metrics.js";
import { securityHeaders } from "./security-headers.js";

export interface WebAppParts {
  /** The folder of the built app. */
  readonly webDist: string;
  readonly publicUrl: string | null;
  readonly readiness: Readiness;
  readonly metrics: Metrics;
  /** Whether who asks may read the metrics. */
  readonly mayReadMetrics: (request: IncomingMessage) => Promise<boolean>;
  readonly onError: (error: unknown) => void;
}

const ASSETS = { immutable: true, maxAge: "1y", index: false, fallthrough: false } as const;
const OTHERS = { index: false, cacheControl: false } as const;

function say(response: Response, status: number, text: string): void {
  response.status(status).type("text/plain").set("cache-control", "no-store").send(`${text}\n`);
}

function addHealth(app: Express, { readiness, metrics, mayReadMetrics }: WebAppParts): void {
  app.get("/health/live", (_, response) => {
    say(response, 200, "live");
  });
  app.get("/health/ready", async (_, response) => {
    const isReady = await readiness.isReady();
    say(response, isReady ? 200 : 503, isReady ? "ready" : "not ready");
  });
  app.get("/metrics", async (request, response) => {
    if (!(await mayReadMetrics(request))) {
      say(response, 403, "Metrics are for this machine, and for an admin's session or token");
      return;
    }
    const { type, body } = await metrics.text();
    response.set({ "content-type": type, "cache-control": "no-store" }).send(body);
  });
}

/** Any address is a page of the app; what it names is for the app to say. */
function addPages(app: Express, webDist: string): void {
  const index = join(webDist, "index.html");
  app.use("/assets", express.static(join(webDist, "assets"), ASSETS));
  app.use(express.static(webDist, { ...OTHERS, setHeaders: (response) => response.set(NO_CACHE) }));
  app.get("/{*path}", (_, response) => {
    if (existsSync(index)) response.set(NO_CACHE).sendFile(index, { cacheControl: false });
    else say(response, 503, "The app is not built yet: run `pnpm build`, or use `pnpm dev`");
  });
}

const NO_CACHE = { "cache-control": "no-cache" };

function isHttpError(error: unknown): error is { readonly status: number } {
  return typeof error === "object" && error !== null && "status" in error && typeof error.status === "number";
}

/** Neither a page of HTML nor a stack ever tells of an error. */
function lastResort(onError: (error: unknown) => void): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const status = isHttpError(error) && error.status >= 400 && error.status < 500 ? error.status : 500;
    if (status === 500) onError(error);
    if (response.headersSent) next(error);
    else
      say(
        response,
        status,
        status === 404 ? "Not found" : status === 500 ? "Something went wrong on our side" : "Bad request",
      );
  };
}

/** Everything but the API itself: the app's files, signs of life, metrics. */
export function makeWebApp(parts: WebAppParts): Express {
  const app = express();
  app.disable("x-powered-by");
  app.use(securityHeaders(parts.publicUrl));
  addHealth(app, parts);
  addPages(app, parts.webDist);
  app.use((request: Request, response: Response) => {
    response.set("allow", "GET, HEAD");
    say(response, request.method === "GET" ? 404 : 405, "Use GET");
  });
  app.use(lastResort(parts.onError));
  return app;
}
