/** No two alike among all that waits: ids of requests and of steps are numbers alike. */
export function waitingIdOf({ id }: { readonly id: string }): string {
  return `r${id}`;
}
