import type { StatusCategory } from "../../gql/graphql";

interface Handable {
  readonly inTransit: boolean;
  readonly archived: boolean;
  readonly status: { readonly category: StatusCategory };
  readonly can: { readonly handOff: boolean };
}

/** R12: why an issue cannot be handed off, as a key of the domain; null: it can. The server has said whether. */
export function handOffDenial({ can, inTransit, archived, status }: Handable): string | null {
  if (can.handOff) return null;
  if (inTransit) return "handoff.alreadyPending";
  if (archived) return "issue.archived";
  const isFinished = status.category === "RESOLVED" || status.category === "CLOSED";
  return isFinished ? "handoff.finished" : "handoff.startNotAllowed";
}
