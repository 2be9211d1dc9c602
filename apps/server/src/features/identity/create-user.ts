import { changesBetween } from "@stafeta/domain/events/changes";
import { cleanEmail, normaliseEmail } from "@stafeta/domain/identity/email";
import { checkPassword } from "@stafeta/domain/identity/password";
import { canCreateUser } from "@stafeta/domain/org/people";
import { cleanTitle } from "@stafeta/domain/shared/text";
import { changeAs, type Change } from "../../access/change.js";
import { repeatable } from "../../access/repeat.js";
import type { RequestContext } from "../../access/request-context.js";
import { badInputError, enforce } from "../../platform/graphql/refused.js";
import { setPassword } from "./account.queries.js";
import { hashPassword, passwordPrint } from "./password-hash.js";
import { insertUser, type NewUser } from "./user.queries.js";

export interface CreateUserInput {
  readonly name: string;
  readonly email: string;
  /** Null or left out: the person chooses one by an invitation. */
  readonly password?: string | null | undefined;
  readonly clientMutationId?: string | null | undefined;
}

const NAME_MAX = 200;

export function cleanPersonName(name: string): string {
  return enforce(cleanTitle(name, "name", NAME_MAX));
}

export function emailTaken(): Error {
  return badInputError("email", "This address is another person's", "user.emailTaken");
}

/** The rows of a new person and their event. @param passwordHash null: they cannot sign in yet */
export async function addPerson(change: Change, user: NewUser, passwordHash: string | null): Promise<string> {
  const userId = await insertUser(change, user);
  if (passwordHash !== null) await setPassword(change, userId, passwordHash);
  const { name, email } = user;
  const changes = changesBetween(null, { name, email, active: true }, ["name", "email", "active"]);
  change.record({ kind: "USER_CREATED", entity: "user", entityId: userId, changes });
  return userId;
}

/**
 * R2: an admin or a boss; whoever asks has been asked for that flag already, so the slow hash is no work for anybody.
 *
 * @returns the new person's id
 */
export async function createUser(context: RequestContext, input: CreateUserInput): Promise<string> {
  const { clientMutationId } = input;
  const name = cleanPersonName(input.name);
  const email = enforce(cleanEmail(input.email));
  const password = input.password ?? null;
  const passwordHash = password === null ? null : await hashPassword(enforce(checkPassword(password, email)));
  const { userId } = await context.requireIdentity();
  const print = password === null ? null : await passwordPrint(clientMutationId, userId, [password]);
  const request = { userId, clientMutationId, operation: "createUser", input: { name, email, print } };
  return changeAs(context, { clientMutationId }, ({ change, company, viewer }) =>
    repeatable(change, request, async () => {
      enforce(canCreateUser(viewer));
      if (company.people.some((person) => normaliseEmail(person.email) === email)) throw emailTaken();
      return addPerson(change, { name, email, locale: null, timeZone: null }, passwordHash);
    }),
  );
}
