import { useRef, useState } from "react";
import type { MemberFragment, PersonFragment } from "../../gql/graphql";
import { t } from "../../lib/words/words";
import { Button } from "../../ui/button";
import { PickerPopover } from "../../ui/picker";
import { addMember } from "./change-members";
import type { RoleChoice, UnitDetails } from "./company-view";
import { roleTitle } from "./role-words";
import { usePeople } from "./use-people";

interface AddMemberProps {
  unit: UnitDetails;
  role: RoleChoice;
  members: readonly MemberFragment[];
  denied: string | undefined;
}

/** Two clicks, or a few letters and Enter. */
export function AddMember({ unit, role, members, denied }: AddMemberProps) {
  const [isOpen, setOpen] = useState(false);
  const ref = useRef<HTMLButtonElement>(null);
  const people = usePeople((person) => deniedOf(person, members));
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

function deniedOf(person: PersonFragment, members: readonly MemberFragment[]): string | undefined {
  if (members.some((member) => member.user.id === person.id)) return t("member.present");
  return person.active ? undefined : t("refused.member.inactive");
}
