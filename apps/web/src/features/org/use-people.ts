import { useLazyQuery } from "@apollo/client/react";
import type { PersonFragment } from "../../gql/graphql";
import type { PickerOption } from "../../ui/picker";
import { USERS } from "./company.graphql";

/** As many as one looks through; more letters find the others. */
const SHOWN = 20;

/**
 * For a picker: people by name or mail, as the server finds them; null until the first answer.
 *
 * @param deniedOf why somebody cannot be chosen (R12)
 */
export function usePeople(deniedOf?: (person: PersonFragment) => string | undefined) {
  const [find, { data }] = useLazyQuery(USERS);
  const options = data?.users.map((user): PickerOption => ({
    id: user.id,
    label: user.name,
    ...(user.email !== null && { text: user.email }),
    avatar: { name: user.name, url: user.avatarUrl },
    denied: deniedOf?.(user),
  }));
  return {
    options: options ?? null,
    query: (text: string) => void find({ variables: { text, first: SHOWN } }),
  };
}
