import { changeAs, type ViewerChange } from "./change.js";
import { repeatable } from "./repeat.js";
import type { RequestContext } from "./request-context.js";

export interface Asked {
  /** The name of the mutation. */
  readonly operation: string;
  /** Its arguments as they came. */
  readonly input: object;
  readonly clientMutationId: string | null | undefined;
}

/** The same for what changes many at once. @returns their ids, in the order in which they were asked for */
export async function changeAll(
  context: RequestContext,
  asked: Asked,
  act: (tx: ViewerChange) => Promise<readonly string[]>,
): Promise<string[]> {
  const ids = await changeOnce(context, asked, async (tx) => (await act(tx)).join(" "));
  return ids.split(" ");
}

/** Runs a use-case for whoever asks, once for each `clientMutationId`. @returns the id of what it changed */
export function changeOnce(
  context: RequestContext,
  { operation, input, clientMutationId }: Asked,
  act: (tx: ViewerChange) => Promise<string>,
): Promise<string> {
  return changeAs(context, { clientMutationId }, (tx) => {
    const request = { userId: tx.viewer.userId, clientMutationId, operation, input };
    return repeatable(tx.change, request, () => act(tx));
  });
}
