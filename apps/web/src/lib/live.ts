import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { addTypenameToDocument } from "@apollo/client/utilities";
import { print } from "graphql";
import { reportRepaired } from "./connection";
import { readRefusal, refusedFrom, type Refused } from "./refusals";
import { awaitSignIn } from "./session";

export interface LiveSink<Data> {
  next(data: Data): void;
  /** The server refused or ended it with an error, such as CONFLICT on `since` (I9). The stream is over. */
  refused(reason: Refused): void;
  /** The server completed it: the last right to it has ended (R2). */
  ended(): void;
}

/** Streams of the page that have not been ended here. */
let active = 0;

/**
 * A stream that outlives its connection. After a drop it is asked for anew with the variables of that moment, so that
 * `since` can name the last event that was seen.
 *
 * @returns ends the stream; nothing is called afterwards
 */
export function subscribeLive<Data extends object, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: () => Variables,
  sink: LiveSink<Data>,
): () => void {
  let closed = false;
  let stop: () => void = () => undefined;
  const open = async (): Promise<void> => {
    // Loaded behind the first paint: a page is read before it is followed.
    const { isSignInClose, liveSocket } = await import("./socket");
    if (closed) return;
    const failed = (error: unknown) => {
      if (closed) return;
      if (isSignInClose(error)) void openAfterSignIn();
      else sink.refused(readRefusal(error));
    };
    stop = liveSocket().subscribe<Data>(payloadOf(document, variables), {
      next: (result) => {
        if (!closed) hand(result, sink);
      },
      error: failed,
      complete: () => {
        if (!closed) sink.ended();
      },
    });
  };
  const openAfterSignIn = async () => {
    if (await awaitSignIn()) await open();
  };
  active += 1;
  open().catch(() => {
    if (!closed) sink.refused({ code: "OFFLINE" });
  });
  return () => {
    if (closed) return;
    closed = true;
    stop();
    active -= 1;
    // Nobody listens any more, so a broken socket is nobody's loss.
    if (active === 0) reportRepaired("socket");
  };
}

interface Result<Data> {
  readonly data?: Data | null | undefined;
  readonly errors?: readonly { readonly extensions?: object | undefined }[] | undefined;
}

function hand<Data extends object>(result: Result<Data>, sink: LiveSink<Data>): void {
  const [error] = result.errors ?? [];
  if (error) sink.refused(refusedFrom(error.extensions));
  else if (result.data) sink.next(result.data);
}

/** The variables are a getter: graphql-ws writes the payload out again at every connection. */
function payloadOf<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: () => Variables,
): { query: string; variables: Variables } {
  return {
    query: print(addTypenameToDocument(document)),
    get variables() {
      return variables();
    },
  };
}
