import { useLazyQuery } from "@apollo/client/react";
import { useRef, useState } from "react";
import type { MemberFragment } from "../../gql/graphql";
import { t } from "../../lib/words/words";
import { Button } from "../../ui/button";
import { PickerPopover, type PickerOption } from "../../ui/picker";
import { addMember } from "./change-members";
import { USERS } from "./company.graphql";
import type { RoleChoice, UnitDetails } from "./company-view";
import { roleTitle } from "./role-words";

interface AddMemberProps {
  unit: UnitDetails;
  role: RoleChoice;
  members: readonly MemberFragment[];
  denied: string | undefined;
}

const SHOWN = 20;

/** People by name or mail, as the server finds them; null until the first answer. */
function usePeople(present: ReadonlySet<string>) {
  const [find, { data }] = useLazyQuery(USERS);
  const options = data?.users.map((user): PickerOption => ({
    id: user.id,
    label: user.name,
    ...(user.email !== null && { text: user.email }),
    avatar: { name: user.name, url: user.avatarUrl },
    denied: deniedOf(user.active, present.has(user.id)),
  }));
  return {
    options: options ?? null,
    query: (text: string) => void find({ variables: { text, first: SHOWN } }),
  };
}

/** Two clicks, or a few letters and Enter. */
export function AddMember({ unit, role, members, denied }: AddMemberProps) {
  const [isOpen, setOpen] = useState(false);
  const ref = useRef<HTMLButtonElement>(null);
  const people = usePeople(new Set(members.map((member) => member.user.id)));
  const label = t("member.addTo", { role: roleTitle(role) });
  return (
    <>
      <Button
        ref={ref}
        look="quiet"
        small
        icon="plus"
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        denied={denied}
        onClick={() => {
          setOpen((now) => !now);
        }}
      >
        {t("member.add")}
      </Button>
      {isOpen && (
        <PickerPopover
          anchor={ref}
          align="end"
          label={label}
          placeholder={t("person.search")}
          empty={t("person.none")}
          options={people.options}
          onQuery={people.query}
          onPick={(option) => void addMember(unit, { id: option.id, name: option.label }, role)}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

function deniedOf(isActive: boolean, isPresent: boolean): string | undefined {
  if (isPresent) return t("member.present");
  return isActive ? undefined : t("refused.member.inactive");
}
