import { useQuery } from "@apollo/client/react";
import { canNameDeputy } from "@stafeta/domain/org/deputies";
import type { CalendarDate } from "@stafeta/domain/shared/calendar-date";
import { useMemo, useState } from "react";
import type { DeputyRowFragment } from "../../../gql/graphql";
import { apollo } from "../../../lib/apollo";
import { formatDay, formatInstant } from "../../../lib/format";
import { useAction } from "../../../lib/use-action";
import { t } from "../../../lib/words/words";
import { Avatar } from "../../../ui/avatar";
import { Badge } from "../../../ui/badge";
import { Button } from "../../../ui/button";
import { FormError } from "../../../ui/form-error";
import { EmptyList, List, ListRow, ListWaiting } from "../../../ui/list";
import { PageSection } from "../../../ui/page";
import { showToast } from "../../../ui/toast-store";
import { useViewer } from "../../identity/viewer";
import { companyFrom, deniedBy, useActor, useCompanyData } from "../company-view";
import { DEPUTIES, END_DEPUTY, PAST_DEPUTIES } from "./deputy.graphql";
import { NameDeputy } from "./name-deputy";

const ANY_DAY = "2000-01-01" as CalendarDate;

/** Why the viewer neither names nor ends one; undefined where they may (section 1: a deputy names none). */
function useDenial(): string | undefined {
  const data = useCompanyData();
  const actor = useActor();
  const { user } = useViewer();
  return useMemo(() => {
    if (!data) return undefined;
    const days = { from: ANY_DAY, to: ANY_DAY };
    const decision = canNameDeputy(companyFrom(data, [user]), actor, { userId: actor.userId, ...days });
    // Asked of the viewer themselves, so that the answer is about the right alone.
    const isRight = !decision.allowed && decision.code !== "BAD_USER_INPUT";
    return isRight ? deniedBy(decision) : undefined;
  }, [data, actor, user]);
}

/** Section 1: who acts for a boss, now, later and before; for bosses and for those who act for them. */
export function DeputiesSection() {
  const { isBoss } = useViewer();
  return isBoss ? <Section /> : null;
}

function Section() {
  const { data } = useQuery(DEPUTIES, { fetchPolicy: "cache-and-network" });
  const denied = useDenial();
  const [isNaming, setNaming] = useState(false);
  return (
    <PageSection title={t("deputy.title")} lead={t("deputy.lead")}>
      {data ? (
        <Present deputies={data.deputies} denied={denied} />
      ) : (
        <ListWaiting rows={1} label={t("app.loading")} />
      )}
      <div>
        <Button
          icon="plus"
          denied={denied}
          onClick={() => {
            setNaming(true);
          }}
        >
          {t("deputy.name")}
        </Button>
      </div>
      <Past />
      {isNaming && (
        <NameDeputy
          onClose={() => {
            setNaming(false);
          }}
        />
      )}
    </PageSection>
  );
}

interface PresentProps {
  readonly deputies: readonly DeputyRowFragment[];
  readonly denied: string | undefined;
}

function Present({ deputies, denied }: PresentProps) {
  const end = useAction<DeputyRowFragment>(async ({ id, user, boss }, clientMutationId) => {
    const refetchQueries = [DEPUTIES, PAST_DEPUTIES];
    await apollo().mutate({
      mutation: END_DEPUTY,
      variables: { deputy: id, clientMutationId },
      refetchQueries,
    });
    showToast(t("deputy.ended", { name: user.name, boss: boss.name }), { tone: "ok" });
  });
  if (deputies.length === 0) return <EmptyList text={t("deputy.none")} />;
  return (
    <>
      <FormError text={end.formError()} />
      <List label={t("deputy.title")}>
        {deputies.map((deputy) => (
          <Row key={deputy.id} deputy={deputy}>
            <Button
              small
              denied={denied}
              aria-label={t("deputy.endOf", { name: deputy.user.name, ...daysOf(deputy) })}
              onClick={() => void end.start(deputy)}
            >
              {t("deputy.end")}
            </Button>
          </Row>
        ))}
      </List>
    </>
  );
}

function daysOf({ from, to }: DeputyRowFragment): { from: string; to: string } {
  return { from: formatDay(from), to: formatDay(to) };
}

function Row({ deputy, children }: { deputy: DeputyRowFragment; children?: React.ReactNode }) {
  const { user, boss, active, endedAt } = deputy;
  return (
    <ListRow
      mark={<Avatar name={user.name} url={user.avatarUrl} decorative />}
      title={user.name}
      badge={<State deputy={deputy} isPast={children === undefined} />}
      text={
        <>
          {t("deputy.days", { boss: boss.name, ...daysOf(deputy) })}
          {endedAt !== null && !active && <> · {t("deputy.cutShort", { day: formatInstant(endedAt) })}</>}
        </>
      }
      actions={children}
    />
  );
}

function State({ deputy, isPast }: { deputy: DeputyRowFragment; isPast: boolean }) {
  if (deputy.active) return <Badge tone="ok">{t("deputy.active")}</Badge>;
  return <Badge>{isPast ? t("deputy.over") : t("deputy.coming")}</Badge>;
}

function Past() {
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <div>
        <Button
          small
          look="quiet"
          icon="history"
          onClick={() => {
            setOpen(true);
          }}
        >
          {t("deputy.past")}
        </Button>
      </div>
    );
  }
  return <PastList />;
}

function PastList() {
  const { data } = useQuery(PAST_DEPUTIES, { fetchPolicy: "cache-and-network" });
  if (!data) return <ListWaiting rows={1} label={t("app.loading")} />;
  if (data.deputies.length === 0) return <EmptyList text={t("deputy.noPast")} />;
  return (
    <List label={t("deputy.over")}>
      {data.deputies.map((deputy) => (
        <Row key={deputy.id} deputy={deputy} />
      ))}
    </List>
  );
}
