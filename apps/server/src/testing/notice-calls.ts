import { mentionOf } from "@stafeta/domain/issues/mentions";
import { LiveClient } from "./live-client.js";
import { dataOf, type TestServer } from "./test-server.js";

export interface AnsweredNotice {
  readonly id: string;
  readonly text: string;
  readonly read: boolean;
  readonly message: { readonly key: string; readonly params: Readonly<Record<string, string>> };
  readonly event: {
    readonly id: string;
    readonly kind: string;
    readonly changes: readonly { readonly field: string }[];
  } | null;
  readonly issue: { readonly id: string; readonly title: string; readonly description: string | null } | null;
}

const NOTICE = `id text read message event { id kind changes { field before after } } issue { id title description }`;
const INBOX = `subscription { inboxChanged { unread notice { ${NOTICE} } } }`;

/** Words for what tests of notices do again and again. */
export class NoticeCalls {
  readonly test: TestServer;

  constructor(test: TestServer) {
    this.test = test;
  }

  person(login: string): string {
    return this.test.company.people[login] ?? `no person ${login}`;
  }

  mention(login: string): string {
    return mentionOf({ id: this.person(login), name: login });
  }

  async notices(login: string, more = ""): Promise<AnsweredNotice[]> {
    const query = `{ notices${more} { ${NOTICE} } }`;
    return dataOf(await this.test.as(login)<{ notices: AnsweredNotice[] }>(query)).notices;
  }

  async unread(login: string): Promise<number> {
    return dataOf(await this.test.as(login)<{ unreadNotices: number }>("{ unreadNotices }")).unreadNotices;
  }

  /** Of one issue: the sentences, newest first. */
  async told(login: string, issueId: string): Promise<string[]> {
    const all = await this.notices(login);
    return all.filter(({ issue }) => issue?.id === issueId).map(({ message }) => message.key);
  }

  /** @returns what is unread then, or the code of the refusal */
  async mark(login: string, ids: readonly string[]): Promise<number | string> {
    const mutation = "mutation($ids: [ID!]!) { markNoticesRead(ids: $ids) }";
    const answer = await this.test.as(login)<{ markNoticesRead: number }>(mutation, { ids });
    return answer.errors?.[0]?.extensions.code ?? dataOf(answer).markNoticesRead;
  }

  assign(login: string, issue: string, assignee: string | null): Promise<unknown> {
    const mutation = "mutation($id: ID!, $assignee: ID) { assignIssue(id: $id, assignee: $assignee) { id } }";
    return this.done(login, mutation, { id: issue, assignee: assignee && this.person(assignee) });
  }

  comment(login: string, issue: string, body: string, internal = false): Promise<unknown> {
    const mutation =
      "mutation($issue: ID!, $body: String!, $internal: Boolean) { addComment(issue: $issue, body: $body, internal: $internal) { id } }";
    return this.done(login, mutation, { issue, body, internal });
  }

  async done(login: string, mutation: string, variables: Record<string, unknown>): Promise<unknown> {
    return dataOf(await this.test.as(login)(mutation, variables));
  }
}

export interface InboxMessage {
  readonly unread: number;
  readonly notice: AnsweredNotice;
}

/** Somebody who listens to their own notices, on any server of one database. */
export class InboxWatch {
  readonly client: LiveClient;

  private constructor(client: LiveClient) {
    this.client = client;
  }

  static async open(test: TestServer, login: string, url = test.server.url): Promise<InboxWatch> {
    const client = await LiveClient.connect(url, test.company.secrets[login]);
    client.subscribe("inbox", INBOX);
    // Queries of a socket are answered in their turn: the subscription is open by then.
    await client.ask("{ unreadNotices }");
    return new InboxWatch(client);
  }

  get messages(): InboxMessage[] {
    return this.client.of("inbox", "next").map(({ payload }) => {
      const { data } = payload as { data: { inboxChanged: InboxMessage } };
      return data.inboxChanged;
    });
  }

  get keys(): string[] {
    return this.messages.map(({ notice }) => notice.message.key);
  }

  until(count: number, patienceMs?: number): Promise<void> {
    return this.client.until(() => this.messages.length >= count, patienceMs);
  }
}
