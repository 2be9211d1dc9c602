import { ApolloClient, ApolloLink, InMemoryCache, Observable } from "@apollo/client";
import { ServerError } from "@apollo/client/errors";
import { parse } from "graphql";
import { afterEach, describe, expect, it, vi } from "vitest";
import { answerLink, saveLink, sessionLink } from "./apollo";
import { isOnline, reportRepaired } from "./connection";
import { currentSaves } from "./saves";
import { awaitSignIn, endSignInWait } from "./session";

const QUERY = parse("query Name { me { locale } }");
const MUTATION = parse("mutation Rename { logout }");
const DATA = { data: { me: { __typename: "Me", locale: "en" } } };
const ENDED = { errors: [{ message: "no session", extensions: { code: "UNAUTHENTICATED" } }] };

type Answer = object | Error;

/** A client whose server gives these answers, one after the other. */
function clientWith(link: ApolloLink, answers: readonly Answer[]) {
  const sent = vi.fn();
  const server = new ApolloLink((operation) => {
    const answer = answers[sent.mock.calls.length];
    sent(operation.operationName);
    return new Observable((observer) => {
      if (answer instanceof Error) observer.error(answer);
      else {
        observer.next((answer ?? {}) as ApolloLink.Result);
        observer.complete();
      }
    });
  });
  return { client: new ApolloClient({ link: link.concat(server), cache: new InMemoryCache() }), sent };
}

/** Waits until the sign-in dialog would be open. */
async function untilAsked(): Promise<void> {
  await vi.waitFor(() => {
    expect(awaitSignIn()).toBeInstanceOf(Promise);
  });
  await new Promise((resolve) => setTimeout(resolve, 0));
}

describe("an ended session while the page is open", () => {
  it("waits for a sign-in and then sends again", async () => {
    const { client, sent } = clientWith(sessionLink, [ENDED, DATA]);
    const answer = client.query({ query: QUERY });
    await untilAsked();
    expect(sent).toHaveBeenCalledTimes(1);
    endSignInWait(true);
    expect((await answer).data).toEqual({ me: { __typename: "Me", locale: "en" } });
    expect(sent).toHaveBeenCalledTimes(2);
  });

  it("does the same where the refusal has a status of its own", async () => {
    const bodyText = JSON.stringify(ENDED);
    const refused = new ServerError("401", { response: new Response("", { status: 401 }), bodyText });
    const { client } = clientWith(sessionLink, [refused, DATA]);
    const answer = client.query({ query: QUERY });
    await untilAsked();
    endSignInWait(true);
    expect((await answer).data).toBeDefined();
  });

  it("hands the refusal on when the person leaves instead", async () => {
    const { client, sent } = clientWith(sessionLink, [ENDED, DATA]);
    const answer = client.query({ query: QUERY });
    const refused = expect(answer).rejects.toThrow("no session");
    await untilAsked();
    endSignInWait(false);
    await refused;
    expect(sent).toHaveBeenCalledTimes(1);
  });

  it("leaves the calls of people who are not signed in to their forms", async () => {
    const { client, sent } = clientWith(sessionLink, [ENDED]);
    await expect(client.query({ query: QUERY, context: { anonymous: true } })).rejects.toThrow("no session");
    expect(sent).toHaveBeenCalledTimes(1);
  });
});

describe("the state of the line", () => {
  afterEach(() => {
    reportRepaired("http");
  });

  it("is down after no answer and up after any answer, a refusal included", async () => {
    const { client } = clientWith(answerLink, [new TypeError("Failed to fetch"), ENDED]);
    await expect(client.query({ query: QUERY })).rejects.toThrow();
    expect(isOnline()).toBe(false);
    await expect(client.query({ query: QUERY })).rejects.toThrow();
    expect(isOnline()).toBe(true);
  });

  it("R11: hands what was hidden to whoever asks", async () => {
    const onExtensions = vi.fn();
    const { client } = clientWith(answerLink, [{ ...DATA, extensions: { redacted: ["Issue.estimate"] } }]);
    await client.query({ query: QUERY, context: { onExtensions } });
    expect(onExtensions).toHaveBeenCalledWith({ redacted: ["Issue.estimate"] });
  });
});

describe("changes in the header", () => {
  it("are shown while they are on their way, whatever becomes of them", async () => {
    const { client } = clientWith(saveLink, [ENDED]);
    const answer = client.mutate({ mutation: MUTATION });
    await vi.waitFor(() => {
      expect(currentSaves()).toHaveLength(0);
    });
    await expect(answer).rejects.toThrow();
    expect(currentSaves()).toEqual([]);
  });

  it("are left to a caller with a queue of its own", async () => {
    let seen = -1;
    const probe = new ApolloLink((operation, forward) => {
      seen = currentSaves().length;
      return forward(operation);
    });
    const done = { data: { logout: true } };
    const { client } = clientWith(saveLink.concat(probe), [done, done]);
    await client.mutate({ mutation: MUTATION });
    expect(seen).toBe(1);
    await client.mutate({ mutation: MUTATION, context: { ownSave: true } });
    expect(seen).toBe(0);
  });
});
