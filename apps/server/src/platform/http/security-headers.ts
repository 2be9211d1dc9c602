import type { IncomingMessage } from "node:http";
import helmet from "helmet";

type Middleware = ReturnType<typeof helmet>;

const HOST = /^[\w.:[\]-]+$/;

/** The server's own WebSocket: not every browser takes 'self' for it. */
function ownSocket(request: IncomingMessage): string {
  const { host } = request.headers;
  return host !== undefined && HOST.test(host) ? `ws://${host} wss://${host}` : "'self'";
}

/**
 * What a page may load and do: nothing from elsewhere, no script or style written into the page, no frame around it.
 *
 * @param publicUrl only one of https promises that there will always be https
 */
export function securityHeaders(publicUrl: string | null): Middleware {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'", ownSocket],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
      },
    },
    strictTransportSecurity: publicUrl?.startsWith("https:") === true ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: "strict-origin-when-cross-origin" },
    xFrameOptions: { action: "deny" },
  });
}
