import { useQuery } from "@apollo/client/react";
import type { Company } from "@stafeta/domain/org/company";
import { canArchiveUnit, type UnitRemains } from "@stafeta/domain/org/manage-unit";
import type { UnitId } from "@stafeta/domain/shared/ids";
import { apollo } from "../../lib/apollo";
import { Link } from "../../lib/navigation";
import { wordsOfError } from "../../lib/refusals";
import { useAction } from "../../lib/use-action";
import { t } from "../../lib/words/words";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Form, FormActions } from "../../ui/form";
import { showToast } from "../../ui/toast-store";
import { ARCHIVE_UNIT, COMPANY, UNIT_REMAINS } from "./company.graphql";
import { deniedBy, useActor, type UnitDetails } from "./company-view";
import { UNITS } from "./units.graphql";

export const NOTHING_LEFT: UnitRemains = { unfinishedIssues: 0, pendingHandoffs: 0 };

interface ArchiveUnitProps {
  readonly unit: UnitDetails;
  readonly company: Company;
  readonly onClose: () => void;
}

/**
 * R1: what stands in the way; undefined: nothing that can be seen from here, null: not known yet. A hand-off that comes from
 * elsewhere is the server's to see.
 */
function useObstacle({ unit, company }: ArchiveUnitProps): string | null | undefined {
  const actor = useActor();
  const { data, error } = useQuery(UNIT_REMAINS, {
    variables: { unit: unit.id },
    fetchPolicy: "network-only",
  });
  if (error) return wordsOfError(error);
  if (!data) return null;
  const remains = {
    unfinishedIssues: data.unfinished.totalCount,
    pendingHandoffs: data.inTransit.totalCount,
  };
  return deniedBy(canArchiveUnit(company, actor, unit.id as UnitId, remains));
}

function useArchive({ unit, onClose }: ArchiveUnitProps) {
  return useAction<string>(async (id, clientMutationId) => {
    const refetchQueries = [UNITS, COMPANY];
    await apollo().mutate({ mutation: ARCHIVE_UNIT, variables: { id, clientMutationId }, refetchQueries });
    onClose();
    showToast(t("unit.archivedDone", { unit: unit.name }), { tone: "ok" });
  });
}

/** R1: archived, never deleted, and for good: asked before, with what is lost by it. */
export function ArchiveUnit(props: ArchiveUnitProps) {
  const { unit, onClose } = props;
  const obstacle = useObstacle(props);
  const action = useArchive(props);
  const isBusy = action.isBusy || obstacle === null;
  const submit = () => {
    if (obstacle === undefined) void action.start(unit.id);
  };
  return (
    <Dialog
      title={t("unit.archiveTitle", { unit: unit.name })}
      closeLabel={t("action.cancel")}
      onClose={onClose}
    >
      <Form error={obstacle ?? action.formError()} onSubmit={submit}>
        <p>{obstacle === null ? t("unit.archiveAsks") : t("unit.archiveText")}</p>
        {typeof obstacle === "string" && (
          <Link to="/board/$unitKey" params={{ unitKey: unit.key }}>
            {t("view.board")}
          </Link>
        )}
        <FormActions>
          <Button data-autofocus="" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button type="submit" look="danger" busy={isBusy} denied={obstacle ?? undefined}>
            {t("unit.archive")}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
