import { useQuery } from "@apollo/client/react";
import { canCreateUser } from "@stafeta/domain/org/people";
import { useDeferredValue, useMemo, useState } from "react";
import type { PersonFragment } from "../../../gql/graphql";
import { t } from "../../../lib/words/words";
import { Button } from "../../../ui/button";
import { TextField } from "../../../ui/field";
import { EmptyList, List, ListWaiting } from "../../../ui/list";
import { Page } from "../../../ui/page";
import { USERS } from "../company.graphql";
import { companyFrom, deniedBy, useActor, useCompanyData } from "../company-view";
import { DeactivatePerson } from "./deactivate-person";
import { InvitePerson } from "./invite-person";
import { NewPerson } from "./new-person";
import { PersonRow } from "./person-row";

/** More are found by their name. */
const SHOWN = 100;

type Open =
  | { readonly kind: "new" }
  | { readonly kind: "invite" | "deactivate"; readonly person: PersonFragment }
  | null;

/** Section 10: whoever works here, for admins and bosses: make an account, invite, deactivate. Nobody is deleted. */
export function PeoplePage() {
  const [text, setText] = useState("");
  const [open, setOpen] = useState<Open>(null);
  const actor = useActor();
  const search = useDeferredValue(text);
  const { data, previousData, error, refetch } = useQuery(USERS, {
    variables: { text: search, first: SHOWN },
    fetchPolicy: "cache-and-network",
  });
  const users = (data ?? previousData)?.users;
  if (error && !users) throw error;
  const close = () => {
    setOpen(null);
  };
  return (
    <Page
      title={t("people.title")}
      lead={t("people.lead")}
      action={
        <Button
          look="primary"
          icon="plus"
          denied={deniedBy(canCreateUser(actor))}
          onClick={() => {
            setOpen({ kind: "new" });
          }}
        >
          {t("people.create")}
        </Button>
      }
    >
      <TextField
        label={t("people.search")}
        type="search"
        value={text}
        placeholder={t("person.search")}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      <PeopleList users={users ?? null} onOpen={setOpen} />
      {open?.kind === "new" && <NewPerson onCreated={() => void refetch()} onClose={close} />}
      {open?.kind === "invite" && <InvitePerson person={open.person} onClose={close} />}
      {open?.kind === "deactivate" && <DeactivatePerson person={open.person} onClose={close} />}
    </Page>
  );
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
