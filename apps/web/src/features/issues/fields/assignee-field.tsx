import { useApolloClient } from "@apollo/client/react";
import { useRef, useState } from "react";
import { newClientMutationId } from "../../../lib/client-id";
import { readRefusal, wordsOfRefusal } from "../../../lib/refusals";
import { t } from "../../../lib/words/words";
import { announce } from "../../../ui/announcer";
import { Avatar } from "../../../ui/avatar";
import { Button } from "../../../ui/button";
import { PickerPopover } from "../../../ui/picker";
import { useViewer } from "../../identity/viewer";
import { ASSIGN_ISSUE, TAKE_ISSUE } from "../issue.graphql";
import { useIssue } from "../issue-context";
import { useAssignable } from "../use-assignable";
import { FieldRow } from "./field-row";
import styles from "./fields.module.css";

const NOBODY = "nobody";

interface Person {
  readonly id: string;
  readonly name: string;
  readonly avatarUrl: string | null;
}

function useAssign() {
  const client = useApolloClient();
  const { issue, edits } = useIssue();
  const run = async (act: () => Promise<unknown>) => {
    edits.refusal.set(null);
    try {
      await act();
    } catch (error) {
      const text = wordsOfRefusal(readRefusal(error));
      edits.refusal.set({ field: "assignee", text });
      announce(text, "assertive");
    }
  };
  const shown = (person: Person | null) => ({
    ...issue,
    assignee: person && { __typename: "User" as const, ...person },
  });
  return {
    take: (me: Person) =>
      run(() =>
        client.mutate({
          mutation: TAKE_ISSUE,
          variables: { id: issue.id, mutationKey: newClientMutationId() },
          optimisticResponse: { takeIssue: shown(me) },
        }),
      ),
    assign: (person: Person | null) =>
      run(() =>
        client.mutate({
          mutation: ASSIGN_ISSUE,
          variables: { id: issue.id, assignee: person?.id ?? null, mutationKey: newClientMutationId() },
          optimisticResponse: { assignIssue: shown(person) },
        }),
      ),
  };
}

/** Who holds it: named by a manager (L3), or taken where nobody holds it (R5). */
export function AssigneeField() {
  const { issue } = useIssue();
  const me = useViewer().user;
  const { take, assign } = useAssign();
  const holder = (
    <span className={styles["person"]}>
      {issue.assignee && (
        <Avatar name={issue.assignee.name} url={issue.assignee.avatarUrl} size="small" decorative />
      )}
      {issue.assignee?.name ?? t("issue.assignee.nobody")}
    </span>
  );
  const control = (labelId: string) => (
    <span className={styles["assign"]}>
      {issue.can.assign ? <AssignButton labelId={labelId} holder={holder} onAssign={assign} /> : holder}
      {issue.can.take && (
        <Button small onClick={() => void take(me)}>
          {t("issue.assignee.take")}
        </Button>
      )}
    </span>
  );
  return (
    <FieldRow
      field="assignee"
      text={holder}
      isWritable={issue.can.assign || issue.can.take}
      control={control}
    />
  );
}

interface AssignButtonProps {
  readonly labelId: string;
  readonly holder: React.ReactNode;
  readonly onAssign: (person: Person | null) => Promise<void>;
}

function AssignButton({ labelId, holder, onAssign }: AssignButtonProps) {
  const { issue } = useIssue();
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        ref={anchor}
        small
        look="quiet"
        className={styles["choice"]}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-labelledby={`${labelId} ${labelId}-now`}
        onClick={() => {
          setOpen(true);
        }}
      >
        <span id={`${labelId}-now`}>{holder}</span>
      </Button>
      {isOpen && (
        <People
          anchor={anchor}
          unitId={issue.unit.id}
          holderId={issue.assignee?.id ?? null}
          onPick={(person) => void onAssign(person)}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

interface PeopleProps {
  readonly anchor: React.RefObject<Element | null>;
  readonly unitId: string;
  readonly holderId: string | null;
  readonly onPick: (person: Person | null) => void;
  readonly onClose: () => void;
}

function People({ anchor, unitId, holderId, onPick, onClose }: PeopleProps) {
  const people = useAssignable(unitId);
  const options = people && [
    ...people.map(({ id, name, avatarUrl }) => ({
      id,
      label: name,
      avatar: { name, url: avatarUrl },
      checked: id === holderId,
    })),
    { id: NOBODY, label: t("issue.assignee.nobody"), icon: "user" as const, checked: holderId === null },
  ];
  return (
    <PickerPopover
      label={t("issue.field.assignee")}
      placeholder={t("issue.assignee.search")}
      empty={t("issue.assignee.notFound")}
      anchor={anchor}
      options={options}
      onPick={(option) => {
        onPick(people?.find((one) => one.id === option.id) ?? null);
      }}
      onClose={onClose}
    />
  );
}
