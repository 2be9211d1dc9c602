/**
 * A `clientMutationId`: a repeat of the same call after a lost answer acts once. Not `crypto.randomUUID`, which browsers
 * keep from pages served without TLS, as an office's own server may be.
 */
export function newClientMutationId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Ids for a form that can be sent twice: the same content keeps its id, so that a repeat after a lost answer acts once;
 * other content gets a new one.
 */
export function createRepeatIds(): (content: unknown) => string {
  let last: { content: string; id: string } | null = null;
  return (content) => {
    const text = JSON.stringify(content);
    if (last?.content !== text) last = { content: text, id: newClientMutationId() };
    return last.id;
  };
}
