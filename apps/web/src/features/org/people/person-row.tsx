import type { Company } from "@stafeta/domain/org/company";
import { canNameDeputy } from "@stafeta/domain/org/deputies";
import { canDeactivate, canResetAccess } from "@stafeta/domain/org/people";
import type { CalendarDate } from "@stafeta/domain/shared/calendar-date";
import type { UserId } from "@stafeta/domain/shared/ids";
import type { PersonFragment } from "../../../gql/graphql";
import { formatList } from "../../../lib/format";
import { t } from "../../../lib/words/words";
import { Avatar } from "../../../ui/avatar";
import { Badge } from "../../../ui/badge";
import { IconButton } from "../../../ui/button";
import { ListRow } from "../../../ui/list";
import { Menu, type MenuEntry } from "../../../ui/menu";
import { deniedBy, useActor, type UnitDetails } from "../company-view";

interface PersonRowProps {
  person: PersonFragment;
  company: Company;
  units: readonly UnitDetails[];
  onInvite: () => void;
  onDeactivate: () => void;
  onDeputy: () => void;
}

/** The question is about the person; the days are asked in the form. */
const ANY_DAY = { from: "2000-01-01" as CalendarDate, to: "2000-01-01" as CalendarDate };

/** Where somebody works: the names of their units, each once. */
function unitNamesOf(person: PersonFragment, units: readonly UnitDetails[]): readonly string[] {
  return units
    .filter((unit) => unit.members.some((member) => member.user.id === person.id))
    .map((unit) => unit.name);
}

function useActions({
  person,
  company,
  onInvite,
  onDeactivate,
  onDeputy,
}: PersonRowProps): readonly MenuEntry[] {
  const actor = useActor();
  const id = person.id as UserId;
  const inactive = person.active ? undefined : t("person.inactive");
  return [
    {
      id: "invite",
      icon: "mail",
      label: t("people.invite"),
      denied: inactive ?? deniedBy(canResetAccess(company, actor, id)),
      onSelect: onInvite,
    },
    {
      id: "deputy",
      icon: "users",
      label: t("deputy.nameMenu"),
      denied: inactive ?? deniedBy(canNameDeputy(company, actor, { userId: id, ...ANY_DAY })),
      onSelect: onDeputy,
    },
    {
      id: "deactivate",
      icon: "lock",
      label: t("people.deactivate"),
      denied: inactive ?? deniedBy(canDeactivate(company, actor, id)),
      onSelect: onDeactivate,
    },
  ];
}

export function PersonRow(props: PersonRowProps) {
  const { person, units } = props;
  const names = unitNamesOf(person, units);
  const entries = useActions(props);
  const label = t("people.menu", { name: person.name });
  return (
    <ListRow
      mark={<Avatar name={person.name} url={person.avatarUrl} decorative />}
      title={person.name}
      badge={!person.active && <Badge>{t("person.inactive")}</Badge>}
      text={t("people.rowText", {
        email: person.email ?? t("people.noEmail"),
        units: names.length > 0 ? formatList(names) : t("people.noUnit"),
      })}
      actions={
        <Menu
          label={label}
          entries={entries}
          align="end"
          trigger={(props) => <IconButton {...props} icon="more" label={label} />}
        />
      }
    />
  );
}
