import type { RoleDetailsFragment } from "../../gql/graphql";
import { t } from "../../lib/words/words";
import { IconButton } from "../../ui/button";
import { Menu } from "../../ui/menu";

/** Which of a role's dialogs is open. */
export interface OpenRole {
  readonly kind: "rename" | "archive";
  readonly role: RoleDetailsFragment;
}

interface RoleMenuProps {
  role: RoleDetailsFragment;
  renameDenied: string | undefined;
  archiveDenied: string | undefined;
  onOpen: (open: OpenRole) => void;
}

export function RoleMenu({ role, renameDenied, archiveDenied, onOpen }: RoleMenuProps) {
  const label = t("rights.menu", { role: role.name });
  const opens = (kind: OpenRole["kind"]) => () => {
    onOpen({ kind, role });
  };
  return (
    <Menu
      label={label}
      align="end"
      entries={[
        {
          id: "rename",
          icon: "edit",
          label: t("rights.rename"),
          denied: renameDenied,
          onSelect: opens("rename"),
        },
        { id: "archive", label: t("rights.archive"), denied: archiveDenied, onSelect: opens("archive") },
      ]}
      trigger={(props) => <IconButton {...props} icon="more" small label={label} />}
    />
  );
}
