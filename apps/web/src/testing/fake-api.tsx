import { ApolloClient, ApolloLink, Observable } from "@apollo/client";
import { vi } from "vitest";
import * as apolloModule from "../lib/apollo";

type Handler = (variables: Record<string, unknown>) => object;

/** A refusal as the server sends it. */
export function refusal(code: string, extensions: object = {}): object {
  return { errors: [{ message: code, extensions: { code, ...extensions } }] };
}

/**
 * Answers operations by their name, through the app's own client and links but for the network.
 *
 * @returns what was asked: the name and the variables of each call, in order
 */
export function fakeApi(handlers: Readonly<Record<string, Handler>>): {
  readonly calls: [string, unknown][];
} {
  const calls: [string, unknown][] = [];
  const server = new ApolloLink((operation) => {
    const name = operation.operationName ?? "";
    calls.push([name, operation.variables]);
    const handler = handlers[name];
    return new Observable((observer) => {
      if (!handler) observer.error(new TypeError(`no answer for ${name}`));
      else {
        observer.next(handler(operation.variables) as ApolloLink.Result);
        observer.complete();
      }
    });
  });
  const { sessionLink, answerLink, saveLink, createCache } = apolloModule;
  const link = ApolloLink.from([saveLink, sessionLink, answerLink, server]);
  const client = new ApolloClient({ link, cache: createCache() });
  vi.spyOn(apolloModule, "apollo").mockReturnValue(client);
  return { calls };
}
