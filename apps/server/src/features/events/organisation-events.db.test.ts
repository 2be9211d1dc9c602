import { afterAll, beforeAll, expect, it } from "vitest";
import { kindsFor, readsOrganisationEvent, type OrganisationEvent } from "@stafeta/domain/events/event-sight";
import type { UnitId, UserId } from "@stafeta/domain/shared/ids";
import { inChange } from "../../access/change.js";
import { actingAs } from "../../testing/test-issues.js";
import { dataOf, startTestServer, type TestServer } from "../../testing/test-server.js";

const UNITS = ["DEMO", "PROD", "DEV", "APP", "SALES", null];
const PEOPLE = ["dev.dev1", "app.head", "outsider", null];
const ACTORS = ["admin", "dev.dev1", "comm.head"];
const KINDS = [...kindsFor("UNIT"), ...kindsFor("PERSON"), ...kindsFor("COMPANY")];

let test: TestServer;
const log = new Map<string, OrganisationEvent>();

/** Each kind about each unit and each person, by each of the actors. */
async function fillLog(): Promise<void> {
  const { units, people } = test.company;
  for (const actor of ACTORS) {
    await inChange(test.server.access, actingAs(test, actor), ({ change }) => {
      for (const kind of KINDS) {
        for (const unit of UNITS) {
          for (const person of PEOPLE) {
            const unitId = unit === null ? null : (units[unit] as UnitId);
            const personId = person === null ? null : (people[person] as UserId);
            const about = personId === null ? (["label", "1"] as const) : (["user", personId] as const);
            const id = change.record({ kind, entity: about[0], entityId: about[1], unitId, changes: [] });
            log.set(id, { kind, unitId, personId, actorId: people[actor] as UserId });
          }
        }
      }
      return Promise.resolve();
    });
  }
}

beforeAll(async () => {
  test = await startTestServer();
  await fillLog();
});
afterAll(() => test.stop());

interface Page {
  readonly events: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly id: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const PAGE = `query($actor: ID, $after: String) { events(actor: $actor, after: $after, first: 500) {
  totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`;

async function bySql(login: string): Promise<string[]> {
  const ids: string[] = [];
  for (const actor of ACTORS) {
    for (let after: string | null = null, more = true; more;) {
      const page: Page = dataOf(
        await test.as(login)<Page>(PAGE, { actor: test.company.people[actor], after }),
      );
      ids.push(...page.events.nodes.map((node) => node.id));
      more = page.events.pageInfo.hasNextPage;
      after = page.events.pageInfo.endCursor;
    }
  }
  return ids;
}

it("R10: every viewer's log of units, people and the company is what the rule of the domain lets them read", async () => {
  const { companies, database } = test.server.access;
  const company = await companies.get(database);
  const sizes = new Set<number>();
  for (const login of Object.keys(test.company.people)) {
    const viewer = companies.viewer(company, test.company.people[login] as UserId, new Date());
    if (!viewer) throw new Error(`${login} is nobody`);
    const expected = [...log].filter(([, event]) => readsOrganisationEvent(viewer, event)).map(([id]) => id);
    expect({ login, ids: (await bySql(login)).toSorted() }).toEqual({ login, ids: expected.toSorted() });
    sizes.add(expected.length);
  }
  // Worth something: viewers differ in what they read.
  expect(sizes.size).toBeGreaterThan(4);
});
