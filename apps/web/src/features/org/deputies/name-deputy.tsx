import { useLazyQuery } from "@apollo/client/react";
import { canNameDeputy } from "@stafeta/domain/org/deputies";
import { dayIn, type CalendarDate } from "@stafeta/domain/shared/calendar-date";
import type { UserId } from "@stafeta/domain/shared/ids";
import { useRef, useState } from "react";
import type { PersonFragment } from "../../../gql/graphql";
import { apollo } from "../../../lib/apollo";
import { formText } from "../../../lib/form-text";
import { formatDay } from "../../../lib/format";
import { useAction, type Action } from "../../../lib/use-action";
import { t } from "../../../lib/words/words";
import { Button } from "../../../ui/button";
import { Dialog } from "../../../ui/dialog";
import { TextField } from "../../../ui/field";
import { Form, FormActions, FormRow } from "../../../ui/form";
import { PickerPopover, type PickerOption } from "../../../ui/picker";
import { showToast } from "../../../ui/toast-store";
import { useViewer } from "../../identity/viewer";
import { USERS } from "../company.graphql";
import { companyFrom, useActor, useCompanyData } from "../company-view";
import { DEPUTIES, NAME_DEPUTY } from "./deputy.graphql";
import styles from "./deputies.module.css";

interface Wish {
  readonly person: PersonFragment;
  readonly from: string;
  readonly to: string;
}

interface NameDeputyProps {
  /** Left out: asked for. */
  readonly person?: PersonFragment;
  readonly onClose: () => void;
}

function useNameDeputy(onClose: () => void) {
  const data = useCompanyData();
  const actor = useActor();
  const action = useAction<Wish>(async ({ person, from, to }, clientMutationId) => {
    const variables = { user: person.id, from, to, clientMutationId };
    await apollo().mutate({ mutation: NAME_DEPUTY, variables, refetchQueries: [DEPUTIES] });
    onClose();
    const days = { from: formatDay(from), to: formatDay(to) };
    showToast(t("deputy.named", { name: person.name, ...days }), { tone: "ok" });
  });
  /** Refused by the domain's own rule before the request (R12). */
  const start = (wish: Wish) => {
    const days = { from: wish.from as CalendarDate, to: wish.to as CalendarDate };
    const decision =
      data &&
      canNameDeputy(companyFrom(data, [wish.person]), actor, { userId: wish.person.id as UserId, ...days });
    if (!decision || decision.allowed) void action.start(wish);
    else action.refuse({ ...decision, message: { key: decision.message, params: decision.params } });
  };
  return { action, start };
}

/** Section 1, R2: a boss says who acts for them, from one day to another. */
export function NameDeputy({ person: given, onClose }: NameDeputyProps) {
  const [person, setPerson] = useState<PersonFragment | null>(given ?? null);
  const [isTried, setTried] = useState(false);
  const { action, start } = useNameDeputy(onClose);
  const submit = (form: HTMLFormElement) => {
    setTried(true);
    if (person) start({ person, from: formText(form, "from"), to: formText(form, "to") });
  };
  const error = isTried && !person ? t("deputy.missing") : action.formError(["to"]);
  return (
    <Dialog title={t("deputy.nameTitle")} closeLabel={t("action.close")} onClose={onClose}>
      <Form error={error} onSubmit={submit}>
        <p>{t("deputy.nameIntro")}</p>
        <PersonChoice person={person} onPick={setPerson} />
        <Days action={action} />
        <FormActions>
          <Button onClick={onClose}>{t("action.cancel")}</Button>
          <Button type="submit" look="primary" busy={action.isBusy}>
            {t("deputy.name")}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}

function Days({ action }: { action: Action<Wish> }) {
  const { timeZone } = useViewer();
  // The server has the company's day; this one only begins the form.
  const [today] = useState(() => dayIn(timeZone, new Date()));
  return (
    <FormRow>
      <TextField label={t("deputy.from")} name="from" type="date" required defaultValue={today} />
      <TextField
        label={t("deputy.to")}
        name="to"
        type="date"
        required
        defaultValue={today}
        error={action.fieldError("to")}
      />
    </FormRow>
  );
}

const SHOWN = 20;

interface PersonChoiceProps {
  readonly person: PersonFragment | null;
  readonly onPick: (person: PersonFragment) => void;
}

function optionOf({ id, name, email, avatarUrl, active }: PersonFragment): PickerOption {
  return {
    id,
    label: name,
    ...(email !== null && { text: email }),
    avatar: { name, url: avatarUrl },
    denied: active ? undefined : t("refused.member.inactive"),
  };
}

function PersonChoice({ person, onPick }: PersonChoiceProps) {
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [find, { data }] = useLazyQuery(USERS);
  return (
    <div className={styles["choice"]}>
      <span className={styles["label"]}>{t("deputy.person")}</span>
      <Button
        ref={anchor}
        block
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(true);
        }}
      >
        {person?.name ?? t("deputy.choose")}
      </Button>
      {isOpen && (
        <PickerPopover
          label={t("deputy.person")}
          placeholder={t("person.search")}
          empty={t("person.none")}
          anchor={anchor}
          options={data?.users.map(optionOf) ?? null}
          onQuery={(text) => void find({ variables: { text, first: SHOWN } })}
          onPick={(option) => {
            const picked = data?.users.find(({ id }) => id === option.id);
            if (picked) onPick(picked);
          }}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </div>
  );
}
