import type { IncomingMessage, ServerResponse } from "node:http";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Which door a request came by: few values, since each makes a series of its own. */
export type Route = "graphql" | "health" | "metrics" | "app";

/** What an operator watches, in a registry of each server's own. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests: Counter<"route" | "method" | "status">;
  private readonly durations: Histogram<"route">;
  readonly subscriptions: Gauge;
  /** Events that this server has read, and messages of them that it has sent. */
  readonly events: Counter;
  readonly messages: Counter;

  constructor() {
    const registers = [this.registry];
    const gauge = (name: string, help: string) => new Gauge({ name, help, registers });
    const counter = (name: string, help: string) => new Counter({ name, help, registers });
    collectDefaultMetrics({ register: this.registry });
    const labelNames = ["route", "method", "status"] as const;
    const requests = {
      name: "stafeta_http_requests_total",
      help: "Answered requests",
      labelNames,
      registers,
    };
    this.requests = new Counter(requests);
    const durations = { name: "stafeta_http_request_seconds", help: "Time to the end of the answer" };
    this.durations = new Histogram({ ...durations, labelNames: ["route"], buckets: SECONDS, registers });
    this.subscriptions = gauge("stafeta_subscriptions", "Open subscriptions");
    this.events = counter("stafeta_live_events_total", "Events read for live streams");
    this.messages = counter("stafeta_live_messages_total", "Messages of events sent to live streams");
  }

  /** Asked when somebody reads the metrics. */
  countSockets(count: () => number): void {
    const registers = [this.registry];
    new Gauge({
      name: "stafeta_sockets",
      help: "Open WebSockets",
      registers,
      collect() {
        this.set(count());
      },
    });
  }

  /** Counts the request once it is answered, or its client has gone. */
  observe(route: Route, request: IncomingMessage, response: ServerResponse): void {
    const end = this.durations.startTimer({ route });
    response.once("close", () => {
      end();
      const method = KNOWN_METHODS.has(request.method ?? "") ? (request.method ?? "") : "other";
      this.requests.inc({ route, method, status: response.writableFinished ? response.statusCode : "gone" });
    });
  }

  async text(): Promise<{ readonly type: string; readonly body: string }> {
    return { type: this.registry.contentType, body: await this.registry.metrics() };
  }
}

const KNOWN_METHODS = new Set(["GET", "HEAD", "POST", "OPTIONS"]);
