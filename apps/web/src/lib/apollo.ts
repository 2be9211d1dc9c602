import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from "@apollo/client";
import { OperationTypeNode } from "graphql";
import { catchError, from, mergeMap, of, tap, throwError, type Observable } from "rxjs";
import { reportFault, reportRepaired } from "./connection";
import { recordRedacted } from "./redacted";
import { isOffline, readRefusal } from "./refusals";
import { openSave } from "./saves";
import { awaitSignIn } from "./session";
import { t } from "./words/words";

declare module "@apollo/client" {
  interface DefaultContext {
    /** For calls of people who are not signed in: a refusal goes to the form, no dialog opens. */
    anonymous?: boolean;
    /** The caller reports to `lib/saves` itself (a queue with its own order). */
    ownSave?: boolean;
    /** Told of what came beside the data, such as `redacted`: Apollo hands on the data alone. */
    onExtensions?: (extensions: Readonly<Record<string, unknown>>) => void;
  }
}

function isUnauthenticated(result: ApolloLink.Result): boolean {
  return result.errors?.some((error) => error.extensions?.["code"] === "UNAUTHENTICATED") ?? false;
}

/** Section 8 of the interface's rules: an ended session asks for a sign-in over the page, then goes on. */
export const sessionLink = new ApolloLink((operation, forward) => {
  if (operation.getContext().anonymous === true) return forward(operation);
  const afterSignIn = (otherwise: Observable<ApolloLink.Result>): Observable<ApolloLink.Result> =>
    from(awaitSignIn()).pipe(mergeMap((signedIn) => (signedIn ? send() : otherwise)));
  const send = (): Observable<ApolloLink.Result> =>
    forward(operation).pipe(
      mergeMap((result) => (isUnauthenticated(result) ? afterSignIn(of(result)) : of(result))),
      catchError((error: unknown) => {
        const ended = readRefusal(error).code === "UNAUTHENTICATED";
        return ended ? afterSignIn(throwError(() => error)) : throwError(() => error);
      }),
    );
  return send();
});

/** Tells the banner whether answers come, and keeps what an answer hid (R11). */
export const answerLink = new ApolloLink((operation, forward) =>
  forward(operation).pipe(
    tap({
      next: (result) => {
        reportRepaired("http");
        recordRedacted(operation.operationName ?? "", operation.variables, result.extensions?.["redacted"]);
        operation.getContext().onExtensions?.(result.extensions ?? {});
      },
      error: (error: unknown) => {
        if (isOffline(error)) reportFault("http");
        else reportRepaired("http");
      },
    }),
  ),
);

/** Every change shows in the header while it is on its way; its form shows what became of it. */
export const saveLink = new ApolloLink((operation, forward) => {
  const isChange = operation.operationType === OperationTypeNode.MUTATION;
  const { anonymous, ownSave } = operation.getContext();
  if (!isChange || anonymous === true || ownSave === true) return forward(operation);
  const ticket = openSave(t("saves.change"));
  return forward(operation).pipe(tap({ finalize: ticket.done }));
});

/** Queries and mutations; streams go past Apollo, by `lib/live`, as they need fresh variables at each connection. */
function createApollo(): ApolloClient {
  return new ApolloClient({
    link: ApolloLink.from([
      saveLink,
      sessionLink,
      answerLink,
      new HttpLink({ uri: "/graphql", credentials: "same-origin" }),
    ]),
    cache: createCache(),
  });
}

export function createCache(): InMemoryCache {
  return new InMemoryCache({
    typePolicies: {
      // One viewer per page, whoever it is: an id would make a second record at each sign-in.
      Me: { keyFields: [] },
      // Identified by what they stand in, not by an id of their own.
      UnitCan: { keyFields: false, merge: true },
      IssueCan: { keyFields: false, merge: true },
    },
  });
}

let client: ApolloClient | null = null;

export function apollo(): ApolloClient {
  client ??= createApollo();
  return client;
}
