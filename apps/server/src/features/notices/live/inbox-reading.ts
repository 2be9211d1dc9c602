import { ReadScope, StaleScope, type ScopeBasis } from "../../../access/read-scope.js";
import type { AnswerContext, Variables } from "../../../platform/graphql/live-document.js";
import { below, type Selection } from "../../../platform/graphql/selection.js";
import { NoticePlan } from "../notice.plan.js";
import { noticeNews, noticeRow } from "../notice.queries.js";

/** What a message is about. */
export interface InboxMessage {
  readonly eventId: string;
  readonly unread: number;
}

/** One person's reading for messages about one event; it must see the moment that the event was decided in, else it is stale. */
export class InboxReading implements AnswerContext {
  readonly requestId: string;
  isStale = false;
  private readonly scope: ReadScope;

  constructor(basis: ScopeBasis, requestId: string) {
    this.scope = new ReadScope(basis);
    this.requestId = requestId;
  }

  redacted(): readonly string[] {
    return [...this.scope.hidden].sort();
  }

  /** Before each message: what was hidden in the one before is not hidden in this one (R11). */
  begin(): void {
    this.scope.hidden.clear();
  }

  /** R10: null: they may not read it now, so for them it did not happen. */
  async news(eventId: string): Promise<InboxMessage | null> {
    const news = await this.fresh(() => noticeNews(this.scope, eventId));
    return news?.isThere === true ? { eventId, unread: news.unread } : null;
  }

  async answer(message: InboxMessage, selection: Selection, variables: Variables): Promise<object> {
    const [notice] =
      (await this.fresh(async () => {
        const plan = new NoticePlan(this.scope, below(selection, "notice"), variables);
        const { sql, columns } = plan;
        return plan.build(await noticeRow(this.scope, { sql, columns }, message.eventId));
      })) ?? [];
    // Out of sight since it was decided: the answer is thrown away, and everything is decided anew.
    if (!notice) this.isStale = true;
    return { notice: notice ?? GONE, unread: message.unread };
  }

  private async fresh<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StaleScope)) throw error;
      this.isStale = true;
      return null;
    }
  }
}

/** Never sent: what a stale answer is filled with. */
const GONE = {
  id: "0",
  at: "1970-01-01T00:00:00.000Z",
  text: "",
  message: null,
  event: null,
  issue: null,
  read: true,
};
