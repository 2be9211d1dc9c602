import { useApolloClient } from "@apollo/client/react";
import { MAX_DELAY_DAYS, RELATION_TYPES, relationOf } from "@stafeta/domain/issues/relations";
import type { IssueId } from "@stafeta/domain/shared/ids";
import { useRef, useState } from "react";
import type { RelationType } from "../../../gql/graphql";
import { formText } from "../../../lib/form-text";
import { useAction } from "../../../lib/use-action";
import { t } from "../../../lib/words/words";
import { Button } from "../../../ui/button";
import { Dialog } from "../../../ui/dialog";
import { SelectField, TextField } from "../../../ui/field";
import { Form, FormActions } from "../../../ui/form";
import { retell } from "../closing/use-ending";
import { useIssue } from "../issue-context";
import { PickIssue, type FoundIssue } from "../pick-issue";
import { RELATE_ISSUES } from "./relation.graphql";
import { RELATION_WORDS } from "./relation-words";
import styles from "./relations.module.css";

interface Wish {
  readonly to: string;
  readonly type: RelationType;
  readonly delayDays: number | null;
}

function hasDelay(type: RelationType): boolean {
  return type === "PRECEDES" || type === "FOLLOWS";
}

function typeOf(text: string): RelationType {
  return RELATION_TYPES.find((type) => type === text) ?? "RELATES";
}

function useRelate(onClose: () => void) {
  const client = useApolloClient();
  const { issue } = useIssue();
  return useAction<Wish>(async (wish, mutationKey) => {
    await client.mutate({ mutation: RELATE_ISSUES, variables: { from: issue.id, ...wish, mutationKey } });
    onClose();
    retell(client);
  });
}

/** What is typed, refused by the domain's own rule before the request. */
function useWish(onClose: () => void) {
  const { issue } = useIssue();
  const action = useRelate(onClose);
  const [type, setType] = useState<RelationType>("RELATES");
  const [other, setOther] = useState<FoundIssue | null>(null);
  const [isTried, setTried] = useState(false);
  const submit = (form: HTMLFormElement) => {
    setTried(true);
    if (!other) return;
    const typed = formText(form, "delay").trim();
    const delayDays = hasDelay(type) && typed !== "" ? Number(typed) : null;
    const decision = relationOf(issue.id as IssueId, other.id as IssueId, type, delayDays);
    if (decision.allowed) void action.start({ to: other.id, type, delayDays });
    else action.refuse({ ...decision, message: { key: decision.message, params: decision.params } });
  };
  const error = isTried && other === null ? t("relation.missing") : action.formError(["delayDays"]);
  return { action, type, setType, other, setOther, submit, error };
}

/** I2: how, with which issue, and where one follows the other, after how many days. */
export function AddRelation({ onClose }: { onClose: () => void }) {
  const { issue } = useIssue();
  const wish = useWish(onClose);
  return (
    <Dialog
      title={t("relation.addTitle", { key: issue.key })}
      closeLabel={t("action.close")}
      onClose={onClose}
    >
      <Form error={wish.error} onSubmit={wish.submit}>
        <TypeSelect type={wish.type} onPick={wish.setType} />
        <OtherIssue other={wish.other} onPick={wish.setOther} />
        {hasDelay(wish.type) && (
          <TextField
            label={t("relation.delay")}
            name="delay"
            type="number"
            min={0}
            max={MAX_DELAY_DAYS}
            step={1}
            defaultValue={0}
            error={wish.action.fieldError("delayDays")}
          />
        )}
        <FormActions>
          <Button onClick={onClose}>{t("action.cancel")}</Button>
          <Button type="submit" look="primary" busy={wish.action.isBusy}>
            {t("relation.add")}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}

function TypeSelect({ type, onPick }: { type: RelationType; onPick: (type: RelationType) => void }) {
  return (
    <SelectField
      label={t("relation.type")}
      value={type}
      onChange={(event) => {
        onPick(typeOf(event.target.value));
      }}
    >
      {RELATION_TYPES.map((one) => (
        <option key={one} value={one}>
          {t(RELATION_WORDS[one])}
        </option>
      ))}
    </SelectField>
  );
}

function OtherIssue({ other, onPick }: { other: FoundIssue | null; onPick: (issue: FoundIssue) => void }) {
  const { issue } = useIssue();
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles["other"]}>
      <span className={styles["label"]}>{t("relation.other")}</span>
      <Button
        ref={anchor}
        block
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        className={styles["choose"]}
        onClick={() => {
          setOpen(true);
        }}
      >
        {other ? `${other.key} ${other.title}` : t("relation.choose")}
      </Button>
      {isOpen && (
        <PickIssue
          label={t("relation.other")}
          placeholder={t("relation.search")}
          empty={t("relation.notFound")}
          anchor={anchor}
          exceptId={issue.id}
          onPick={onPick}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </div>
  );
}
