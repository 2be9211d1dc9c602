/** The name under which a browser keeps its session's secret (CONTRACT.md, "Endpoints"). */
export const SESSION_COOKIE = "stafeta_session";

/** Section 10: a session ends by itself after so many days, whether used or not. */
export const SESSION_DAYS = 30;

const DAY_SECONDS = 86_400;

/** The value of the session's cookie in a request's `Cookie` header. */
export function readSessionCookie(header: string | undefined): string | null {
  const pair = header?.split(";").find((part) => part.trim().startsWith(`${SESSION_COOKIE}=`));
  const value = pair?.trim().slice(SESSION_COOKIE.length + 1);
  return value === undefined || value === "" ? null : value;
}

/**
 * A `Set-Cookie` that no script can read and no foreign form or frame sends along.
 *
 * @param secret null: takes the cookie away
 * @param secure only over https: where PUBLIC_URL says that the product is reached so
 */
export function sessionCookie(secret: string | null, secure: boolean): string {
  const parts = [
    `${SESSION_COOKIE}=${secret ?? ""}`,
    "Path=/",
    "HttpOnly",
    "SameSite=Lax",
    `Max-Age=${String(secret === null ? 0 : SESSION_DAYS * DAY_SECONDS)}`,
    ...(secure ? ["Secure"] : []),
  ];
  return parts.join("; ");
}
