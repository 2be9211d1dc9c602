import { allow, badInput, type Decision } from "../shared/decision.js";

/** I5: what an edit or a move is based on is a revision that the issue has had: they count from 1. */
export function isKnownRevision(revision: number, current: number): Decision {
  const isKnown = Number.isInteger(revision) && revision >= 1 && revision <= current;
  return isKnown ? allow() : badInput("revision", "record.unknownRevision");
}
