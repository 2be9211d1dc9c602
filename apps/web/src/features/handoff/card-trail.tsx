import { useFragment, useQuery } from "@apollo/client/react";
import type { ReactNode } from "react";
import type { CardTrailQuery } from "../../gql/graphql";
import { formatList, formatSpan } from "../../lib/format";
import { t } from "../../lib/words/words";
import { Icon } from "../../ui/icon";
import { CARD_REVISION, CARD_TRAIL } from "./card-trail.graphql";
import styles from "./card-trail.module.css";

type Passage = NonNullable<CardTrailQuery["issue"]>["handoffs"][number];
type Step = Passage["steps"][number];

const MINUTE_MS = 60_000;

function saidOf({ unit, state, current, waitedMinutes }: Step): string {
  if (state === "ACCEPTED") return t("handoff.card.accepted", { unit: unit.key });
  if (!current) return t("handoff.card.ahead", { unit: unit.key });
  return t("handoff.card.waits", { unit: unit.key, span: formatSpan((waitedMinutes ?? 0) * MINUTE_MS) });
}

interface CardTrailProps {
  id: string;
  /** What the card shows until the trail is known, and where it has no steps of its own. */
  mark: ReactNode;
}

/** H5: the relay trail on a card in transit: whose heads passed it on, where it lies and how long; asked anew with each step. */
export function CardTrail(props: CardTrailProps) {
  const from = { __typename: "Issue", id: props.id } as const;
  const { data } = useFragment({ fragment: CARD_REVISION, from });
  return <Trail key={data.revision ?? 0} {...props} />;
}

function Trail({ id, mark }: CardTrailProps) {
  const { data } = useQuery(CARD_TRAIL, {
    variables: { id },
    fetchPolicy: "cache-and-network",
    errorPolicy: "ignore",
  });
  const passage = data?.issue?.handoffs.findLast(({ state }) => state === "PENDING");
  if (!passage || passage.steps.length === 0) return mark;
  const words = t("handoff.card.trail", {
    unit: passage.to.key,
    steps: formatList(passage.steps.map(saidOf)),
  });
  return (
    <span role="img" aria-label={words} title={words} className={styles["trail"]}>
      <Icon name="handoff" />
      {passage.steps.map((step) => (
        <StepMark key={step.id} step={step} />
      ))}
    </span>
  );
}

/** What is passed is a tick, so that where it lies has room; all of it is said in words. */
function StepMark({ step: { unit, state, current, waitedMinutes } }: { step: Step }) {
  return (
    <span className={styles["step"]} data-state={current ? "current" : state}>
      {state === "ACCEPTED" ? <Icon name="check" /> : unit.key}
      {current && <span className={styles["span"]}>{formatSpan((waitedMinutes ?? 0) * MINUTE_MS)}</span>}
    </span>
  );
}
