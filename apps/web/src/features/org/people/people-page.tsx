import { useQuery } from "@apollo/client/react";
import { canCreateUser } from "@stafeta/domain/org/people";
import { useDeferredValue, useMemo, useState } from "react";
import type { PersonFragment } from "../../../gql/graphql";
import { asError } from "../../../lib/as-error";
import { t } from "../../../lib/words/words";
import { Button } from "../../../ui/button";
import { TextField } from "../../../ui/field";
import { EmptyList, List, ListWaiting } from "../../../ui/list";
import { Page } from "../../../ui/page";
import { USERS } from "../company.graphql";
import { companyFrom, deniedBy, useActor, useCompanyData } from "../company-view";
import { NameDeputy } from "../deputies/name-deputy";
import { DeactivatePerson } from "./deactivate-person";
import { InvitePerson } from "./invite-person";
import { NewPerson } from "./new-person";
import { PersonRow } from "./person-row";

/** More are found by their name. */
const SHOWN = 100;

type Open =
  | { readonly kind: "new" }
  | { readonly kind: "invite" | "deactivate" | "deputy"; readonly person: PersonFragment }
  | null;

/** The last list stays until the new one is there, so that nothing jumps while somebody types. */
function usePeople(text: string) {
  const { data, previousData, error, refetch } = useQuery(USERS, {
    variables: { text: useDeferredValue(text), first: SHOWN },
    fetchPolicy: "cache-and-network",
  });
  const users = (data ?? previousData)?.users ?? null;
  if (error && !users) throw asError(error);
  return { users, reload: () => void refetch() };
}

/** Section 10: whoever works here, for admins and bosses: make an account, invite, deactivate. Nobody is deleted. */
export function PeoplePage() {
  const [text, setText] = useState("");
  const [open, setOpen] = useState<Open>(null);
  const { users, reload } = usePeople(text);
  const denied = deniedBy(canCreateUser(useActor()));
  const create = (
    <Button
      look="primary"
      icon="plus"
      denied={denied}
      onClick={() => {
        setOpen({ kind: "new" });
      }}
    >
      {t("people.create")}
    </Button>
  );
  return (
    <Page title={t("people.title")} lead={t("people.lead")} action={create}>
      <TextField
        label={t("people.search")}
        type="search"
        value={text}
        placeholder={t("person.search")}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      <PeopleList users={users} onOpen={setOpen} />
      <OpenDialog
        open={open}
        onCreated={reload}
        onClose={() => {
          setOpen(null);
        }}
      />
    </Page>
  );
}

function OpenDialog({
  open,
  onCreated,
  onClose,
}: {
  open: Open;
  onCreated: () => void;
  onClose: () => void;
}) {
  if (!open) return null;
  if (open.kind === "new") return <NewPerson onCreated={onCreated} onClose={onClose} />;
  if (open.kind === "deputy") return <NameDeputy person={open.person} onClose={onClose} />;
  const DialogOf = open.kind === "invite" ? InvitePerson : DeactivatePerson;
  return <DialogOf person={open.person} onClose={onClose} />;
}

interface PeopleListProps {
  users: readonly PersonFragment[] | null;
  onOpen: (open: Open) => void;
}

function PeopleList({ users, onOpen }: PeopleListProps) {
  const data = useCompanyData();
  const company = useMemo(() => data && companyFrom(data, users ?? []), [data, users]);
  if (!users || !data || !company) return <ListWaiting rows={8} label={t("app.loading")} />;
  if (users.length === 0) return <EmptyList text={t("person.none")} />;
  return (
    <>
      <List label={t("people.title")}>
        {users.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            company={company}
            units={data.units}
            onInvite={() => {
              onOpen({ kind: "invite", person });
            }}
            onDeputy={() => {
              onOpen({ kind: "deputy", person });
            }}
            onDeactivate={() => {
              onOpen({ kind: "deactivate", person });
            }}
          />
        ))}
      </List>
      {users.length >= SHOWN && <p>{t("people.more", { count: SHOWN })}</p>}
    </>
  );
}
