import { useQuery } from "@apollo/client/react";
import { canArchiveRole, canCreateRole, canEditRole } from "@stafeta/domain/org/roles";
import type { Company } from "@stafeta/domain/org/company";
import type { Actor } from "@stafeta/domain/org/heads";
import type { RoleId } from "@stafeta/domain/shared/ids";
import { useMemo, useState } from "react";
import type { CompanyQuery, RoleDetailsFragment } from "../../gql/graphql";
import { asError } from "../../lib/as-error";
import { Link } from "../../lib/navigation";
import { t } from "../../lib/words/words";
import { Button } from "../../ui/button";
import { Checkbox } from "../../ui/field";
import { ListWaiting } from "../../ui/list";
import { Page } from "../../ui/page";
import { showToast } from "../../ui/toast-store";
import { companyFrom, deniedBy, useActor, useCompanyData } from "../org/company-view";
import { roleTitle } from "../org/role-words";
import { matrixOf } from "./matrix-model";
import { ArchiveRole, NewRole, RenameRole } from "./role-dialogs";
import { RoleMatrix, type RoleColumn } from "./role-matrix";
import type { OpenRole } from "./role-menu";
import { ROLES } from "./roles.graphql";
import styles from "./roles-page.module.css";
import { SaveBar } from "./save-bar";
import { useRoleEdits, type RoleEdits } from "./use-role-edits";

type Open = { readonly kind: "new" } | OpenRole;

/** R9: what each role may, as a matrix; custom roles are changed in it, built-in ones stand there to be compared. */
export function RolesPage() {
  const { data, error } = useQuery(ROLES, { fetchPolicy: "cache-and-network" });
  const company = useCompanyData();
  if (error && !data) throw asError(error);
  if (!data || !company) return <ListWaiting rows={12} label={t("app.loading")} />;
  return <Roles roles={data.roles} data={company} />;
}

/** The company as the rules read it, with what each role is. */
function withMatrices(data: CompanyQuery, roles: readonly RoleDetailsFragment[]): Company {
  const company = companyFrom(data);
  const full = roles.map((role) => {
    const { id, name, base, builtIn, archived, revision } = role;
    const own = { id: id as RoleId, name, base, builtIn };
    return builtIn ? own : { ...own, custom: { ...matrixOf(role), archived, revision } };
  });
  return { ...company, roles: full, roleById: new Map(full.map((role) => [role.id, role])) };
}

function columnsOf(
  company: Company,
  actor: Actor,
  roles: readonly RoleDetailsFragment[],
  edits: RoleEdits,
): RoleColumn[] {
  return roles.map((role) => ({
    role,
    title: roleTitle(role),
    wishes: edits.wishesOf(role.id),
    denied: deniedBy(canEditRole(company, actor, role.id as RoleId, role.revision)),
    archiveDenied: deniedBy(canArchiveRole(company, actor, role.id as RoleId)),
  }));
}

function Roles({ roles, data }: { roles: readonly RoleDetailsFragment[]; data: CompanyQuery }) {
  const actor = useActor();
  const company = useMemo(() => withMatrices(data, roles), [data, roles]);
  const [open, setOpen] = useState<Open | null>(null);
  const [showsArchived, setShowsArchived] = useState(false);
  const edits = useRoleEdits(roles);
  const shown = roles.filter((role) => showsArchived || !role.archived);
  const columns = columnsOf(company, actor, shown, edits);
  const create = () => {
    setOpen({ kind: "new" });
  };
  const close = () => {
    setOpen(null);
  };
  const top = <TopActions denied={createDenied(company, actor, roles)} onNew={create} />;
  const hasArchived = roles.some((role) => role.archived);
  return (
    <Page wide title={t("rights.title")} lead={t("rights.lead")} action={top}>
      <Above hasArchived={hasArchived} showsArchived={showsArchived} onShow={setShowsArchived} />
      <RoleMatrix
        columns={columns}
        onOpen={setOpen}
        onCycle={({ role }, row) => {
          edits.cycle(role, row);
        }}
        onDenied={(reason) => {
          showToast(reason, { tone: "bad" });
        }}
      />
      <SaveBar edits={edits} columns={columns} />
      <OpenDialog open={open} roles={roles} onClose={close} />
    </Page>
  );
}

interface OpenDialogProps {
  open: Open | null;
  roles: readonly RoleDetailsFragment[];
  onClose: () => void;
}

function OpenDialog({ open, roles, onClose }: OpenDialogProps) {
  if (!open) return null;
  if (open.kind === "new") {
    return <NewRole roles={roles.filter((role) => !role.archived)} onCreated={focusRole} onClose={onClose} />;
  }
  const DialogOf = open.kind === "rename" ? RenameRole : ArchiveRole;
  return <DialogOf role={open.role} onClose={onClose} />;
}

interface AboveProps {
  hasArchived: boolean;
  showsArchived: boolean;
  onShow: (shows: boolean) => void;
}

function Above({ hasArchived, showsArchived, onShow }: AboveProps) {
  return (
    <div className={styles["above"]}>
      <p className={styles["legend"]}>{t("rights.legend")}</p>
      {hasArchived && (
        <Checkbox
          label={t("rights.showArchived")}
          checked={showsArchived}
          onChange={(event) => {
            onShow(event.target.checked);
          }}
        />
      )}
    </div>
  );
}

/** A new role is the last column: it must be seen. */
function focusRole(): void {
  requestAnimationFrame(() => {
    const [first] = [...document.querySelectorAll("[role=grid] tr")].filter((row) =>
      row.querySelector("[data-cell]"),
    );
    const cell = [...(first?.querySelectorAll<HTMLElement>("[data-cell]") ?? [])].at(-1);
    cell?.scrollIntoView({ inline: "nearest", block: "nearest" });
    cell?.focus();
  });
}

function createDenied(
  company: Company,
  actor: Actor,
  roles: readonly RoleDetailsFragment[],
): string | undefined {
  const [any] = roles;
  // Asked with a name that nobody has, so that the answer is about the person.
  return any && deniedBy(canCreateRole(company, actor, any.id as RoleId, "\u0000"));
}

function TopActions({ denied, onNew }: { denied: string | undefined; onNew: () => void }) {
  return (
    <div className={styles["top"]}>
      <Link to="/view-as" className={styles["link"]}>
        {t("rights.viewAs")}
      </Link>
      <Button look="primary" icon="plus" denied={denied} onClick={onNew}>
        {t("rights.create")}
      </Button>
    </div>
  );
}
