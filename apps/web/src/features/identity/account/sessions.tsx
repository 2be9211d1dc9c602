import type { SessionRowFragment } from "../../../gql/graphql";
import { apollo } from "../../../lib/apollo";
import { formatAgo, formatInstant } from "../../../lib/format";
import { useAction } from "../../../lib/use-action";
import { t } from "../../../lib/words/words";
import { Badge } from "../../../ui/badge";
import { Button } from "../../../ui/button";
import { FormActions } from "../../../ui/form";
import { FormError } from "../../../ui/form-error";
import { List, ListRow, ListWaiting } from "../../../ui/list";
import { showToast } from "../../../ui/toast-store";
import { END_SESSION, SIGN_OUT_EVERYWHERE } from "./account.graphql";

interface SessionsProps {
  sessions: readonly SessionRowFragment[] | null;
  onChanged: () => Promise<void>;
}

export function Sessions({ sessions, onChanged }: SessionsProps) {
  const end = useAction<string>(async (id, clientMutationId) => {
    await apollo().mutate({ mutation: END_SESSION, variables: { id, clientMutationId } });
    await onChanged();
    showToast(t("account.sessionEnded"), { tone: "ok" });
  });
  const everywhere = useAction<null>(async (_none, clientMutationId) => {
    await apollo().mutate({ mutation: SIGN_OUT_EVERYWHERE, variables: { clientMutationId } });
    location.assign("/login");
  });
  if (!sessions) return <ListWaiting rows={2} label={t("app.loading")} />;
  return (
    <>
      <FormError text={end.formError() ?? everywhere.formError()} />
      <List label={t("account.sessions")}>
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} onEnd={() => void end.start(session.id)} />
        ))}
      </List>
      <FormActions>
        <Button icon="sign-out" busy={everywhere.isBusy} onClick={() => void everywhere.start(null)}>
          {t("account.signOutEverywhere")}
        </Button>
      </FormActions>
    </>
  );
}

function SessionRow({ session, onEnd }: { session: SessionRowFragment; onEnd: () => void }) {
  const device = session.device ?? t("account.unknownDevice");
  const seen = formatAgo(session.lastSeenAt, new Date());
  return (
    <ListRow
      icon="monitor"
      title={device}
      badge={session.current && <Badge tone="ok">{t("account.thisSession")}</Badge>}
      text={t("account.sessionText", {
        address: session.address ?? t("account.unknownAddress"),
        since: formatInstant(session.createdAt),
        seen,
      })}
      actions={
        // The session of this page ends by signing out.
        !session.current && (
          <Button small aria-label={t("account.endSession", { device })} onClick={onEnd}>
            {t("account.end")}
          </Button>
        )
      }
    />
  );
}
