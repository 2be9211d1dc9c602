import { useState } from "react";
import type { RoleDetailsFragment, UpdateRoleInput } from "../../gql/graphql";
import { apollo } from "../../lib/apollo";
import { newClientMutationId } from "../../lib/client-id";
import { wordsOfError } from "../../lib/refusals";
import { t } from "../../lib/words/words";
import { showToast } from "../../ui/toast-store";
import { matrixOf, nextValue, valueOf, wished, withWish, type MatrixRow, type Wishes } from "./matrix-model";
import { ROLES, UPDATE_ROLE } from "./roles.graphql";

/** What was changed in each role and not yet saved; by the role's id. */
type Edits = Readonly<Record<string, Wishes>>;

const NONE: Wishes = {};

function inputOf(role: RoleDetailsFragment, wishes: Wishes): UpdateRoleInput {
  const { reach, read, write, actions } = wished(matrixOf(role), wishes);
  return { reach, readFields: [...read], writeFields: [...write], actions: [...actions] };
}

export interface RoleEdits {
  readonly count: number;
  readonly isBusy: boolean;
  readonly wishesOf: (id: string) => Wishes;
  readonly cycle: (role: RoleDetailsFragment, row: MatrixRow) => void;
  readonly discard: () => void;
  /** Each role is a change of its own: those that were refused keep what was wished. */
  readonly save: () => Promise<void>;
}

/** R9, I5: a matrix is changed cell by cell and saved as a whole, on the revision that it was read at. */
export function useRoleEdits(roles: readonly RoleDetailsFragment[]): RoleEdits {
  const [edits, setEdits] = useState<Edits>({});
  const [isBusy, setBusy] = useState(false);
  const changed = roles.filter((role) => Object.keys(edits[role.id] ?? NONE).length > 0);
  const cycle = (role: RoleDetailsFragment, row: MatrixRow) => {
    setEdits((now) => {
      const base = matrixOf(role);
      const wishes = now[role.id] ?? NONE;
      const value = nextValue(row, valueOf(wished(base, wishes), row));
      return { ...now, [role.id]: withWish(base, wishes, row, value) };
    });
  };
  const save = async () => {
    setBusy(true);
    const failed = await saveEach(changed, edits);
    setEdits((now) => Object.fromEntries(Object.entries(now).filter(([id]) => failed.has(id))));
    setBusy(false);
    if (failed.size === 0) showToast(t("rights.saved"), { tone: "ok" });
  };
  return {
    count: changed.reduce((sum, role) => sum + Object.keys(edits[role.id] ?? NONE).length, 0),
    isBusy,
    wishesOf: (id) => edits[id] ?? NONE,
    cycle,
    discard: () => {
      setEdits({});
    },
    save,
  };
}

/** @returns the roles that were refused; these are read anew, and what was wished is laid over what they are now */
async function saveEach(roles: readonly RoleDetailsFragment[], edits: Edits): Promise<ReadonlySet<string>> {
  const failed = new Set<string>();
  for (const role of roles) {
    const { id, revision } = role;
    const variables = {
      id,
      revision,
      input: inputOf(role, edits[id] ?? NONE),
      clientMutationId: newClientMutationId(),
    };
    try {
      await apollo().mutate({ mutation: UPDATE_ROLE, variables });
    } catch (error) {
      failed.add(id);
      showToast(t("rights.saveFailed", { role: role.name, reason: wordsOfError(error) }), { tone: "bad" });
    }
  }
  if (failed.size > 0) await apollo().query({ query: ROLES, fetchPolicy: "network-only" });
  return failed;
}
