import { cleanEmail } from "@stafeta/domain/identity/email";
import { checkPassword } from "@stafeta/domain/identity/password";
import { cleanLocale, cleanTimeZone, type Locale } from "@stafeta/domain/org/settings";
import { unitKeyFrom } from "@stafeta/domain/org/unit-key";
import { secretHash } from "../../access/authenticate.js";
import { inChange, type Change } from "../../access/change.js";
import type { RequestContext } from "../../access/request-context.js";
import { badInputError, enforce } from "../../platform/graphql/refused.js";
import { linkEnded } from "../identity/accept-invitation.js";
import { accountByLogin } from "../identity/account.queries.js";
import { beginSession, endPresentSession } from "../identity/begin-session.js";
import { addPerson, cleanPersonName, emailTaken } from "../identity/create-user.js";
import { hashPassword } from "../identity/password-hash.js";
import { claimSetUpLink, isSetUpLink, useSetUpLink } from "../identity/set-up-link.queries.js";
import { join } from "./add-member.js";
import { addUnit, cleanUnitName } from "./create-unit.js";
import { managerRoleId } from "./membership.queries.js";
import { findRoot, insertCompany } from "./unit.queries.js";

export const COMPANY_STARTS = ["EMPTY", "DEMO"] as const;
export type CompanyStart = (typeof COMPANY_STARTS)[number];

export interface SetUpInput {
  readonly token: string;
  readonly start: CompanyStart;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly companyName?: string | null | undefined;
  readonly locale?: string | null | undefined;
  readonly timeZone?: string | null | undefined;
}

/** What was asked for, in the form in which it is stored. */
interface Wanted {
  readonly tokenHash: Buffer;
  readonly start: CompanyStart;
  readonly name: string;
  readonly email: string;
  readonly companyName: string;
  readonly locale: Locale;
  readonly timeZone: string;
}

function clean(input: SetUpInput): Wanted {
  const { start } = input;
  const email = enforce(cleanEmail(input.email));
  enforce(checkPassword(input.password, email));
  return {
    tokenHash: secretHash(input.token),
    start,
    name: cleanPersonName(input.name),
    email,
    // The demo company has a name of its own.
    companyName: start === "DEMO" ? "" : cleanUnitName(input.companyName ?? "", "companyName"),
    locale: enforce(cleanLocale(input.locale ?? null)),
    timeZone: enforce(cleanTimeZone(input.timeZone ?? null)),
  };
}

/**
 * The demo company is filled in a change of its own, as it takes its time. The link is claimed first: should the server be
 * killed in between, the next start prints a link that goes on from there, and nobody is left outside.
 */
async function fillDemo(context: RequestContext, { tokenHash }: Wanted): Promise<void> {
  const { access } = context;
  if (!access.fillDemo) throw badInputError("start", "There is no demo company here", "value.notOffered");
  const isEmpty = await inChange(access, null, async ({ change }) => {
    if (!(await isSetUpLink(change, tokenHash))) throw linkEnded();
    await claimSetUpLink(change);
    return (await findRoot(change)) === null;
  });
  if (isEmpty) await access.fillDemo();
}

async function makeCompany(change: Change, { companyName, locale, timeZone }: Wanted): Promise<string> {
  await insertCompany(change, locale, timeZone);
  const changes = [
    { field: "locale", before: null, after: locale },
    { field: "timeZone", before: null, after: timeZone },
  ];
  change.record({ kind: "COMPANY_SET_UP", entity: "company", entityId: "1", changes });
  const key = unitKeyFrom(companyName);
  return addUnit(change, { key, name: companyName, kind: "COMPANY", parentId: null });
}

/** One transaction: the company, where there is none yet, its boss, and their session. */
async function makeBoss(change: Change, context: RequestContext, wanted: Wanted, passwordHash: string) {
  if (!(await isSetUpLink(change, wanted.tokenHash))) throw linkEnded();
  await useSetUpLink(change);
  if (await accountByLogin(change, wanted.email)) throw emailTaken();
  const userId = await addPerson(change, wanted, passwordHash);
  const { address } = context;
  await change.actAs({ userId, onBehalfOf: null, address, clientMutationId: null });
  const root = (await findRoot(change)) ?? (await makeCompany(change, wanted));
  await join(change, { unit: root, user: userId, role: await managerRoleId(change) });
  return beginSession(change, context, userId);
}

/**
 * Section 10: the one-time link of an empty installation makes the first boss, who starts with an empty company or joins the
 * demo company as one more manager of its root, and is signed in.
 *
 * @throws RefusedError NOT_FOUND when the link opens nothing (any more)
 */
export async function setUp(context: RequestContext, input: SetUpInput): Promise<void> {
  const { access } = context;
  if (!(await isSetUpLink(access.database, secretHash(input.token)))) throw linkEnded();
  const wanted = clean(input);
  const passwordHash = await hashPassword(input.password);
  if (wanted.start === "DEMO") await fillDemo(context, wanted);
  const secret = await inChange(access, null, ({ change }) =>
    makeBoss(change, context, wanted, passwordHash),
  );
  await endPresentSession(context);
  context.become(secret);
}
