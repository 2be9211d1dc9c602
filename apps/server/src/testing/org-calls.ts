import type { BuiltInRole } from "@stafeta/domain/org/company";
import { runSql } from "./sql.js";
import { tableSums } from "./table-sums.js";
import { dataOf, type GraphqlAnswer, type TestServer } from "./test-server.js";

export const CREATE_UNIT =
  "mutation($parent: ID!, $key: String!, $name: String!, $kind: UnitKind!, $m: String) { createUnit(parent: $parent, key: $key, name: $name, kind: $kind, clientMutationId: $m) { id key name kind parent { key } heads { name } members { id } statuses { name category position } can { manage } } }";
export const ADD =
  "mutation($unit: ID!, $user: ID!, $role: ID!, $m: String) { addMember(unit: $unit, user: $user, role: $role, clientMutationId: $m) { id unit { key } user { name } role { base } } }";
export const REMOVE =
  "mutation($id: ID!, $m: String) { removeMember(membership: $id, clientMutationId: $m) { id key members { id } } }";
export const LABEL =
  "mutation($unit: ID!, $name: String!, $color: String, $m: String) { createLabel(unit: $unit, name: $name, color: $color, clientMutationId: $m) { id name color } }";

export type Variables = Record<string, unknown>;
type Role = BuiltInRole;

/** "OK", or the code and what it is about: the rule, else the field. */
export function shown(answer: GraphqlAnswer<unknown>): string {
  const { code = "OK", rule, field } = answer.errors?.[0]?.extensions ?? {};
  return [code, rule ?? field].filter(Boolean).join(" ");
}

/** Words for what tests of the organisation do again and again. */
export class OrgCalls {
  private readonly test: TestServer;

  constructor(test: TestServer) {
    this.test = test;
  }

  unit(key: string): string {
    return this.test.company.units[key] ?? "";
  }

  person(login: string): string {
    return this.test.company.people[login] ?? "";
  }

  member(key: string, login: string, base: Role): Variables {
    return { unit: this.unit(key), user: this.person(login), role: this.test.company.roles[base] };
  }

  async membershipOf(key: string, login: string): Promise<string> {
    const [row] = await runSql(
      this.test.database.connection,
      "select id from membership where unit_id = $1 and user_id = $2 and ended_at is null",
      [this.unit(key), this.person(login)],
    );
    return row?.["id"] as string;
  }

  /** FLO-05: how it is refused, when nothing was changed by it; else what has changed. */
  async refusedAs(login: string, document: string, variables: Variables): Promise<string> {
    const before = await tableSums(this.test);
    const answer = await this.test.as(login)(document, variables);
    const after = await tableSums(this.test);
    const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
    return changed.length === 0 ? shown(answer) : `${shown(answer)}, but changed ${changed.join(", ")}`;
  }

  /** R2: makes somebody a manager for the time of a work; their right has just ended after it. */
  async whileManager(login: string, key: string, work: () => Promise<void>): Promise<void> {
    const wish = this.member(key, login, "MANAGER");
    const { addMember } = dataOf(await this.test.as("boss")<{ addMember: { id: string } }>(ADD, wish));
    await work();
    dataOf(await this.test.as("boss")(REMOVE, { id: addMember.id }));
  }
}
