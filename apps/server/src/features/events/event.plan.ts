import { EVENT_FIELDS } from "@stafeta/domain/events/event-fields";
import type { CompanyView } from "../../access/company-view.js";
import type { ReadScope } from "../../access/read-scope.js";
import type { Row } from "../../platform/db/database.js";
import { instant } from "../../platform/db/instant.js";
import { Sql } from "../../platform/db/sql.js";
import { RecordPlan, type FieldSource, type RecordType } from "../../platform/graphql/record-plan.js";
import type { Selection } from "../../platform/graphql/selection.js";

/** One statement that reads events under the alias `e`, with what the viewer reads of their changes as `m.changes`. */
export interface EventReading {
  readonly scope: ReadScope;
  readonly sql: Sql;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What the generated builders call; `v` in their text. */
class EventHelpers {
  readonly user: (id: string | null) => unknown;
  readonly instant = instant;

  constructor(view: CompanyView) {
    this.user = (id) => view.user(id);
  }
}

function column(name: string, value = "$0"): FieldSource<EventReading> {
  return { columns: () => [`e.${name}`], value };
}

/** Later features add the fields of their own records, such as `issue`. */
export const EVENT_TYPE: RecordType<EventReading> & {
  readonly fields: Record<string, FieldSource<EventReading>>;
} = {
  name: "Event",
  base: ["e.id", "e.issue_id"],
  policies: EVENT_FIELDS,
  fields: {
    id: { value: "r[1]" },
    at: column("at", "v.instant($0)"),
    actor: column("actor_id", "v.user($0)"),
    onBehalfOf: column("on_behalf_of", "v.user($0)"),
    kind: column("kind"),
    entity: column("entity"),
    entityId: column("entity_id"),
    operation: column("operation"),
    clientMutationId: column("client_mutation_id"),
    undoes: column("undoes"),
    changes: { columns: () => ["m.changes"], value: "$0", isPersonal: true },
  },
};

const ALL_READ = { common: 0, possible: 0 };

/** A selection of events, made ready for one statement. */
export class EventPlan {
  readonly sql = new Sql();
  private readonly reading: EventReading;
  private readonly plan: RecordPlan<EventReading>;

  constructor(scope: ReadScope, selection: Selection, variables: EventReading["variables"]) {
    this.reading = { scope, sql: this.sql, variables };
    this.plan = new RecordPlan(EVENT_TYPE, selection, this.reading, ALL_READ, variables);
  }

  /** To be selected after the stamp. */
  get columns(): string {
    return this.plan.columns.join(", ");
  }

  /** How many columns follow the stamp: what a statement adds of its own comes after them. */
  get width(): number {
    return this.plan.columns.length;
  }

  async build(rows: readonly Row[]): Promise<object[]> {
    const { scope } = this.reading;
    return this.plan.build(rows, this.reading, new EventHelpers(scope.view), () => 0, scope.hidden);
  }
}
