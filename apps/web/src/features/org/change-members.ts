import type { MemberFragment } from "../../gql/graphql";
import { apollo } from "../../lib/apollo";
import { newClientMutationId } from "../../lib/client-id";
import { wordsOfError } from "../../lib/refusals";
import { t } from "../../lib/words/words";
import { showToast } from "../../ui/toast-store";
import { ADD_MEMBER, REMOVE_MEMBER } from "./company.graphql";
import { roleTitle } from "./role-words";

interface UnitRef {
  readonly id: string;
  readonly name: string;
}
type Role = MemberFragment["role"];
type Person = Pick<MemberFragment["user"], "id" | "name">;

/** R2. Rights follow at once; the toast says so, or why not. */
export async function addMember(unit: UnitRef, user: Person, role: Role): Promise<void> {
  const variables = { unit: unit.id, user: user.id, role: role.id, clientMutationId: newClientMutationId() };
  try {
    await apollo().mutate({ mutation: ADD_MEMBER, variables });
    showToast(t("member.added", { name: user.name, role: roleTitle(role), unit: unit.name }), { tone: "ok" });
  } catch (error) {
    showToast(wordsOfError(error), {
      tone: "bad",
      action: { label: t("action.retry"), run: () => void addMember(unit, user, role) },
    });
  }
}

/** R2. Can be taken back, so it is not asked before. */
export async function removeMember(unit: UnitRef, member: MemberFragment): Promise<void> {
  const { user, role } = member;
  const variables = { membership: member.id, clientMutationId: newClientMutationId() };
  try {
    await apollo().mutate({ mutation: REMOVE_MEMBER, variables });
    showToast(t("member.removed", { name: user.name, role: roleTitle(role), unit: unit.name }), {
      action: { label: t("action.undo"), run: () => void addMember(unit, user, role) },
    });
  } catch (error) {
    showToast(wordsOfError(error), {
      tone: "bad",
      action: { label: t("action.retry"), run: () => void removeMember(unit, member) },
    });
  }
}
