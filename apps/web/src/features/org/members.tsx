import type { Company } from "@stafeta/domain/org/company";
import { canAddMember, canRemoveMember } from "@stafeta/domain/org/membership";
import type { MembershipId, RoleId, UnitId, UserId } from "@stafeta/domain/shared/ids";
import type { MemberFragment } from "../../gql/graphql";
import { formatList } from "../../lib/format";
import { t } from "../../lib/words/words";
import { Avatar } from "../../ui/avatar";
import { Badge } from "../../ui/badge";
import { IconButton } from "../../ui/button";
import { AddMember } from "./add-member";
import { deniedBy, useActor, type RoleChoice, type UnitDetails } from "./company-view";
import { removeMember } from "./change-members";
import { groupByRole, type RoleGroup } from "./member-groups";
import { roleText, roleTitle } from "./role-words";
import styles from "./members.module.css";

interface MembersProps {
  unit: UnitDetails;
  roles: readonly RoleChoice[];
  company: Company;
}

/** R2: to put somebody into a group is all it takes. Who may not sees the same page with the reason on its controls. */
export function Members({ unit, roles, company }: MembersProps) {
  const hasOwnHead = unit.members.some((member) => member.role.builtIn && member.role.base === "MANAGER");
  return (
    <div className={styles["groups"]}>
      {!hasOwnHead && unit.heads.length > 0 && (
        <p className={styles["inherited"]}>
          {t("unit.headsAbove", {
            heads: formatList(unit.heads.map((head) => head.name)),
          })}
        </p>
      )}
      {groupByRole(roles, unit.members).map((group) => (
        <RoleBox key={group.role.id} unit={unit} group={group} company={company} />
      ))}
    </div>
  );
}

function RoleBox({ unit, group, company }: { unit: UnitDetails; group: RoleGroup; company: Company }) {
  const { role, members } = group;
  const title = roleTitle(role);
  const actor = useActor();
  // About the role in general; the picker asks again for each person.
  const somebody = company.people.find((person) => person.active && person.id !== actor.userId);
  const wish = { unitId: unit.id as UnitId, roleId: role.id as RoleId };
  const denied = somebody && deniedBy(canAddMember(company, actor, { ...wish, userId: somebody.id }));
  return (
    <section aria-label={title} className={styles["group"]}>
      <div className={styles["head"]}>
        <h3 className={styles["title"]}>{title}</h3>
        <span className={styles["text"]}>{roleText(role)}</span>
        {role.archived ? (
          <Badge>{t("role.archived")}</Badge>
        ) : (
          <AddMember unit={unit} role={role} members={members} denied={denied} />
        )}
      </div>
      {members.length > 0 && (
        <ul className={styles["people"]}>
          {members.map((member) => (
            <MemberRow key={member.id} unit={unit} member={member} company={company} />
          ))}
        </ul>
      )}
    </section>
  );
}

function MemberRow({
  unit,
  member,
  company,
}: {
  unit: UnitDetails;
  member: MemberFragment;
  company: Company;
}) {
  const { user } = member;
  const actor = useActor();
  const membership = {
    id: member.id as MembershipId,
    unitId: unit.id as UnitId,
    userId: user.id as UserId,
    roleId: member.role.id as RoleId,
  };
  return (
    <li className={styles["person"]}>
      <Avatar name={user.name} url={user.avatarUrl} decorative />
      <span className={styles["name"]}>{user.name}</span>
      {!user.active && <Badge>{t("person.inactive")}</Badge>}
      <IconButton
        icon="close"
        small
        label={t("member.remove", { name: user.name, role: roleTitle(member.role) })}
        denied={deniedBy(canRemoveMember(company, actor, membership))}
        onClick={() => void removeMember(unit, member)}
      />
    </li>
  );
}
