import type { RoleId } from "@stafeta/domain/shared/ids";
import type { ReadScope } from "../../access/read-scope.js";
import type { RequestContext } from "../../access/request-context.js";
import { notFound } from "../../platform/graphql/refused.js";

/**
 * What a mutation answers with: the record as it is now, under the rights of now. Whether it is there is judged after the
 * reading, which may be done again when the company changed meanwhile.
 */
async function readOne(
  context: RequestContext,
  find: (scope: ReadScope) => object | null | undefined,
): Promise<object> {
  const found = await context.read((scope) => Promise.resolve(find(scope)));
  if (!found) throw notFound();
  return found;
}

export function readUser(context: RequestContext, id: string): Promise<object> {
  return readOne(context, ({ view }) => view.user(id));
}

export function readUnit(context: RequestContext, id: string): Promise<object> {
  return readOne(context, ({ view }) => view.unit(id));
}

export function readMembership(context: RequestContext, id: string): Promise<object> {
  return readOne(context, ({ view, company }) => {
    const membership = company.memberships.find((known) => known.id === id);
    return membership && view.membership(membership);
  });
}

export function readRole(context: RequestContext, id: string): Promise<object> {
  return readOne(context, ({ view, company }) => {
    const role = company.roleById.get(id as RoleId);
    return role && view.role(role);
  });
}

/** A label belongs to what is hidden from who does not work with all issues of its unit. */
export function readLabel(context: RequestContext, id: string): Promise<object> {
  return readOne(context, ({ view, company }) => {
    const unit = company.labels.find((label) => label.id === id)?.unitId;
    return unit && view.unit(unit)?.labels?.find((label) => label.id === id);
  });
}
