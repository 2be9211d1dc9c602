import type { IncomingMessage } from "node:http";

export interface OriginSettings {
  readonly publicUrl: string | null;
  readonly allowedOrigins: readonly string[];
  /** The origin that the client used, by its `Host` or a trusted proxy's word; null: unknown. */
  readonly originOf: (request: IncomingMessage) => string | null;
}

function urlOf(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Host and port in one form, whichever name of this machine was used. */
function placeOf({ hostname, port, protocol }: URL): string {
  const host = LOOPBACK.has(hostname) ? "localhost" : hostname;
  return `${host}:${port === "" ? (protocol === "https:" ? "443" : "80") : port}`;
}

/**
 * Own origins are the request's `Host` (localhost and 127.0.0.1 alike), PUBLIC_URL and ALLOWED_ORIGINS; a missing
 * `Origin` is no ground to refuse (CONTRACT.md, "Endpoints"). The scheme of the `Host` is unknown behind a proxy that
 * ends TLS, so the origin's is taken for it.
 */
export class OwnOrigins {
  private readonly settings: OriginSettings;
  private readonly listed: ReadonlySet<string>;

  constructor(settings: OriginSettings) {
    this.settings = settings;
    const { publicUrl, allowedOrigins } = settings;
    this.listed = new Set(publicUrl === null ? allowedOrigins : [publicUrl, ...allowedOrigins]);
  }

  isOwn(request: IncomingMessage): boolean {
    const given = request.headers.origin;
    if (given === undefined) return true;
    const origin = urlOf(given);
    // "null" stands for a sandboxed frame, a file, or who hides it.
    if (!origin || !["http:", "https:"].includes(origin.protocol)) return false;
    return this.listed.has(origin.origin) || this.isHost(origin, request);
  }

  /** An own origin other than the one that the request came to: a browser asks for leave before it uses the answer. */
  crossOrigin(request: IncomingMessage): string | null {
    const given = request.headers.origin;
    const origin = given === undefined ? null : urlOf(given);
    return origin && this.listed.has(origin.origin) && !this.isHost(origin, request) ? origin.origin : null;
  }

  private isHost(origin: URL, request: IncomingMessage): boolean {
    const told = this.settings.originOf(request);
    const host = told === null ? null : urlOf(told.replace(/^https?:/, origin.protocol));
    return host !== null && placeOf(host) === placeOf(origin);
  }
}
