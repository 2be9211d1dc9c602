import { skipToken, useQuery } from "@apollo/client/react";
import { useRef, useState, type RefObject } from "react";
import { t } from "../../../lib/words/words";
import { IconButton } from "../../../ui/button";
import { PickerPopover } from "../../../ui/picker";
import { FIND_ISSUES } from "../issue.graphql";
import { useIssue } from "../issue-context";
import { FieldRow } from "./field-row";
import styles from "./fields.module.css";

const NONE = "none";

function ParentLink() {
  const { issue, openIssue } = useIssue();
  const { parent } = issue;
  if (!parent) return <span className={styles["none"]}>{t("issue.none")}</span>;
  return (
    <a
      href={`/issue/${parent.key}`}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        openIssue(parent.key);
      }}
    >
      {`${parent.key} ${parent.title}`}
    </a>
  );
}

/** I1: what this is a part of. Cycles are the server's to refuse, as only it sees the whole tree. */
export function ParentField() {
  return <FieldRow field="parent" text={<ParentLink />} control={() => <ParentControl />} />;
}

function ParentControl() {
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <span className={styles["assign"]}>
      <ParentLink />
      <IconButton
        ref={anchor}
        small
        icon="edit"
        label={t("issue.parent.change")}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(true);
        }}
      />
      {isOpen && (
        <ParentPicker
          anchor={anchor}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </span>
  );
}

function ParentPicker({ anchor, onClose }: { anchor: RefObject<Element | null>; onClose: () => void }) {
  const { issue, edits } = useIssue();
  const [query, setQuery] = useState("");
  const text = query.trim();
  const byText = { or: [{ key: { startsWith: text.toUpperCase() } }, { text }] };
  const filter = { unit: { eq: issue.unit.id }, ...(text !== "" && byText) };
  const { data } = useQuery(FIND_ISSUES, isReady(text) ? { variables: { filter } } : skipToken);
  const found = (data?.issues.nodes ?? []).filter(({ id }) => id !== issue.id);
  const options = data && [
    ...found.map(({ id, key, title }) => ({ id, label: key, text: title, checked: id === issue.parent?.id })),
    { id: NONE, label: t("issue.parent.none"), checked: issue.parent === null },
  ];
  return (
    <PickerPopover
      label={t("issue.field.parent")}
      placeholder={t("issue.parent.search")}
      empty={t("issue.parent.notFound")}
      anchor={anchor}
      options={options ?? null}
      onQuery={setQuery}
      onPick={(option) => {
        const parent = found.find(({ id }) => id === option.id) ?? null;
        void edits.save({ parent: parent?.id ?? null }, { shown: { parent } });
      }}
      onClose={onClose}
    />
  );
}

/** A single letter would match nearly everything. */
function isReady(text: string): boolean {
  return text.length !== 1;
}
