/** What Apollo reports as an error may be a plain object; a boundary wants an Error to show. */
export function asError(error: { readonly message: string }): Error {
  return error instanceof Error ? error : new Error(error.message, { cause: error });
}
