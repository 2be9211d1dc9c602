import { LiveClient, type LiveEventData } from "./live-client.js";
import { runSql } from "./sql.js";
import { makeIssues } from "./test-issues.js";
import { dataOf, type TestServer } from "./test-server.js";

export const BOARD_CHANGED = `subscription Board($unit: ID!, $under: Boolean, $since: ID) {
  boardChanged(unit: $unit, under: $under, since: $since) {
    issueId
    event { id kind actor { name } entityId operation changes { field before after } }
    issue { id title estimate rank status { name } assignee { name } commentCount subIssueCount }
  }
}`;
export const ISSUE_CHANGED = `subscription Issue($id: ID!, $since: ID) {
  issueChanged(id: $id, since: $since) {
    issueId
    event { id kind actor { name } changes { field before after } }
    issue { id title estimate }
  }
}`;

/** A stream that a test looks at. */
export class Watch {
  readonly client: LiveClient;
  readonly id: string;
  private readonly field: string;

  constructor(client: LiveClient, id: string, field: string) {
    this.client = client;
    this.id = id;
    this.field = field;
  }

  get events(): LiveEventData[] {
    return this.client.events(this.id, this.field);
  }

  get ids(): string[] {
    return this.events.map(({ event }) => event.id);
  }

  get kinds(): string[] {
    return this.events.map(({ event }) => event.kind);
  }

  get isComplete(): boolean {
    return this.client.of(this.id, "complete").length > 0;
  }

  get codes(): string[] {
    return this.client.errors(this.id).map(({ extensions }) => extensions.code);
  }

  has(eventId: string): boolean {
    return this.ids.includes(eventId);
  }

  async until(holds: () => boolean, patienceMs?: number): Promise<void> {
    await this.client.until(holds, patienceMs);
  }

  async untilOver(patienceMs?: number): Promise<void> {
    await this.until(() => this.isComplete || this.codes.length > 0, patienceMs);
  }
}

/** People who watch, on any server of one database. */
export class LiveScene {
  readonly test: TestServer;
  private readonly clients: LiveClient[] = [];
  private count = 0;

  constructor(test: TestServer) {
    this.test = test;
  }

  unit(key: string): string {
    return this.test.company.units[key] ?? `no unit ${key}`;
  }

  status(unit: string, name: string): string {
    return this.test.company.statuses[`${unit}/${name}`] ?? `no status ${name}`;
  }

  async lastEvent(): Promise<string> {
    const [row] = await runSql(this.test.database.connection, "select last_event::text as id from clock");
    return row?.["id"] as string;
  }

  async connect(login: string, url = this.test.server.url): Promise<LiveClient> {
    const client = await LiveClient.connect(url, this.test.company.secrets[login]);
    this.clients.push(client);
    return client;
  }

  /** Subscribes as somebody, from an event on; left out: from now on. */
  async watch(
    login: string,
    query: string,
    variables: Record<string, unknown>,
    from: { readonly since?: string | null; readonly client?: LiveClient; readonly url?: string } = {},
  ): Promise<Watch> {
    const client = from.client ?? (await this.connect(login, from.url));
    const since = from.since === undefined ? await this.lastEvent() : from.since;
    const id = `w${String(this.count++)}`;
    client.subscribe(id, query, { ...variables, ...(since !== null && { since }) });
    return new Watch(client, id, query.includes("issueChanged") ? "issueChanged" : "boardChanged");
  }

  board(login: string, unit: string, from: Parameters<LiveScene["watch"]>[3] = {}): Promise<Watch> {
    return this.watch(login, BOARD_CHANGED, { unit: this.unit(unit) }, from);
  }

  /** Makes something happen that the watcher sees for certain; what was to come before it has come, or never will. */
  async settle(watch: Watch, login: string, unit: string): Promise<string> {
    const [witness] = await makeIssues(this.test, [{ unit, author: login }]);
    await watch.until(() => watch.has(witness.event));
    return witness.event;
  }

  /** @returns the event's id */
  async move(id: string, status: string, login = "dev.head", unit = "DEV"): Promise<string> {
    const move = "mutation ($id: ID!, $status: ID) { moveIssue(id: $id, status: $status) { lastEvent } }";
    const variables = { id, status: this.status(unit, status) };
    const answer = await this.test.as(login)<{ moveIssue: { lastEvent: string } }>(move, variables);
    return dataOf(answer).moveIssue.lastEvent;
  }

  clear(): void {
    for (const client of this.clients.splice(0)) client.terminate();
  }
}
