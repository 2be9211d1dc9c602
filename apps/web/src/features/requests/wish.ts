import type { IssueAct, RequestFieldsFragment } from "../../gql/graphql";
import { parseNumber } from "../issues/fields/parse-number";
import type { AskedField, AskKind, AskSubject } from "./ask-model";

export type Request = RequestFieldsFragment;

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What is asked for: as the API takes it, and as the request will show it. */
export interface Wish {
  readonly act: IssueAct;
  readonly shown: Pick<Request, "kind" | "changes"> & {
    readonly status?: Named;
    readonly assignee?: Named;
    readonly toUnit?: Named & { readonly key: string };
  };
}

/** What stands in the control: a text, or the chosen labels. */
export type Typed = string | readonly string[];

/** What the control starts with: the value as it is. */
export function startOf(kind: AskKind, subject: AskSubject): Typed {
  switch (kind) {
    case "labels":
      return (subject.labels ?? []).map(({ id }) => id);
    case "estimate":
    case "value":
      return String(subject[kind] ?? "");
    case "assignee":
      return subject.assignee?.id ?? "";
    case "status":
    case "handOff":
    case "cancel":
      return "";
    default:
      return subject[kind] ?? "";
  }
}

function edit(field: AskedField, after: string | number | null): Wish {
  return {
    act: { edit: { [field]: after } },
    shown: { kind: "EDIT", changes: [{ field, before: null, after }] },
  };
}

function wishedLabels(subject: AskSubject, ids: readonly string[]): Wish {
  const now = (subject.labels ?? []).map(({ id }) => id);
  const addLabels = ids.filter((id) => !now.includes(id));
  const removeLabels = now.filter((id) => !ids.includes(id));
  const changes = [{ field: "labels", before: removeLabels, after: addLabels }];
  return { act: { edit: { addLabels, removeLabels } }, shown: { kind: "EDIT", changes } };
}

/** What the choices of the controls are called. */
export interface Choices {
  readonly statuses: readonly Named[];
  readonly people: readonly Named[];
  readonly units: readonly (Named & { readonly key: string })[];
}

export function moveWish(status: Named): Wish {
  const changes = [{ field: "status", before: null, after: status.id }];
  return { act: { moveTo: status.id }, shown: { kind: "MOVE", changes, status } };
}

function assignWish(person: Named | undefined): Wish {
  const after = person?.id ?? null;
  const changes = [{ field: "assignee", before: null, after }];
  return {
    act: { assign: { assignee: after } },
    shown: { kind: "ASSIGN", changes, ...(person && { assignee: person }) },
  };
}

function handOffWish(toUnit: Named & { readonly key: string }): Wish {
  const changes = [{ field: "handoffTo", before: null, after: toUnit.id }];
  return { act: { handOff: { toUnit: toUnit.id } }, shown: { kind: "HAND_OFF", changes, toUnit } };
}

function cancelWish(reason: string): Wish {
  const changes = [
    { field: "resolution", before: null, after: "CANCELLED" },
    { field: "reason", before: null, after: reason },
  ];
  return { act: { cancel: { reason } }, shown: { kind: "CANCEL", changes } };
}

/** "missing": nothing is chosen yet. "same": it is so already. "number": it is none. */
export type NoWish = "missing" | "same" | "number";

function numberWish(field: "estimate" | "value", text: string, subject: AskSubject): Wish | NoWish {
  const number = text.trim() === "" ? null : parseNumber(text);
  if (number === undefined) return "number";
  return number === (subject[field] ?? null) ? "same" : edit(field, number);
}

function textWish(field: Exclude<AskedField, "labels" | "estimate" | "value">, text: string): Wish | NoWish {
  const trimmed = text.trim();
  if (trimmed === "" && field === "title") return "missing";
  return edit(field, trimmed === "" ? null : trimmed);
}

function setWish(subject: AskSubject, ids: readonly string[]): Wish | NoWish {
  const wish = wishedLabels(subject, ids);
  const { addLabels, removeLabels } = wish.act.edit ?? {};
  return (addLabels?.length ?? 0) + (removeLabels?.length ?? 0) === 0 ? "same" : wish;
}

/** What is typed or chosen, as a wish; or what is wrong with it. */
export function wishOf(
  kind: AskKind,
  subject: AskSubject,
  typed: Typed,
  { statuses, people, units }: Choices,
): Wish | NoWish {
  if (typeof typed !== "string") return setWish(subject, typed);
  const chosen = <T extends Named>(all: readonly T[]) => all.find(({ id }) => id === typed);
  switch (kind) {
    case "labels":
      return "missing";
    case "status": {
      const status = chosen(statuses);
      return status ? moveWish(status) : "missing";
    }
    case "assignee":
      return typed === startOf(kind, subject) ? "same" : assignWish(chosen(people));
    case "handOff": {
      const unit = chosen(units);
      return unit ? handOffWish(unit) : "missing";
    }
    case "cancel":
      return typed.trim() === "" ? "missing" : cancelWish(typed.trim());
    case "estimate":
    case "value":
      return numberWish(kind, typed, subject);
    default:
      return typed.trim() === startOf(kind, subject) ? "same" : textWish(kind, typed);
  }
}
