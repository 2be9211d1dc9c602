/**
 * A `clientMutationId`: a repeat of the same call after a lost answer acts once. Not `crypto.randomUUID`, which browsers
 * keep from pages served without TLS, as an office's own server may be.
 */
export function newClientMutationId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
