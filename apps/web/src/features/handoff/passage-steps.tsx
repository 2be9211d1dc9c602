import { formatInstant, formatList, formatSpan } from "../../lib/format";
import { t } from "../../lib/words/words";
import { Icon, type IconName } from "../../ui/icon";
import { lookOf, type Handoff, type HandoffStep, type StepLook } from "./handoff-model";
import styles from "./trail.module.css";

const MINUTE_MS = 60_000;

const LOOK_ICONS = {
  accepted: "check",
  refused: "close",
  waiting: "clock",
  ahead: "status-todo",
  unreached: "status-backlog",
} as const satisfies Record<StepLook, IconName>;

/** H5: who passed it on, when, and how long it lay at each step; what was said shows to whom may read it. */
export function PassageSteps({ handoff }: { handoff: Handoff }) {
  const { startedBy, startedAt, comment, steps } = handoff;
  return (
    <ol className={styles["steps"]}>
      <li className={styles["step"]}>
        <Icon name="user" />
        <span className={styles["words"]}>
          <span title={formatInstant(startedAt)}>{t("handoff.trail.by", { name: startedBy.name })}</span>
          {comment !== null && <q className={styles["said"]}>{comment}</q>}
        </span>
      </li>
      {steps.length === 0 && (
        <li className={styles["step"]}>
          <Icon name="sub-issue" />
          <span className={styles["words"]}>{t("handoff.trail.along")}</span>
        </li>
      )}
      {steps.map((step) => (
        <Step key={step.id} step={step} look={lookOf(handoff, step)} />
      ))}
    </ol>
  );
}

function Step({ step, look }: { step: HandoffStep; look: StepLook }) {
  const said = step.reason ?? step.comment;
  return (
    <li className={styles["step"]} data-look={look} aria-current={look === "waiting" ? "step" : undefined}>
      <Icon name={LOOK_ICONS[look]} />
      <span className={styles["words"]}>
        <span title={step.actedAt === null ? undefined : formatInstant(step.actedAt)}>
          {stepWords(step, look)}
        </span>
        <Lay step={step} look={look} />
        {said !== null && <q className={styles["said"]}>{said}</q>}
      </span>
    </li>
  );
}

function stepWords({ unit, actedBy }: HandoffStep, look: StepLook): string {
  const name = actedBy?.name ?? "";
  if (look === "accepted") return t("handoff.trail.accepted", { unit: unit.name, name });
  if (look === "refused") return t("handoff.trail.refused", { unit: unit.name, name });
  if (look === "ahead") return t("handoff.trail.ahead", { unit: unit.name });
  if (look === "unreached") return t("handoff.trail.unreached", { unit: unit.name });
  const heads = formatList(unit.heads.map((head) => head.name));
  return t("handoff.trail.waiting", {
    unit: unit.name,
    heads: heads === "" ? t("handoff.route.nobody") : heads,
  });
}

/** How long it lay there, or lies there now. */
function Lay({ step: { waitedMinutes }, look }: { step: HandoffStep; look: StepLook }) {
  if (waitedMinutes === null || look === "ahead") return null;
  const span = formatSpan(waitedMinutes * MINUTE_MS);
  const words =
    look === "waiting"
      ? t("handoff.trail.since", { span })
      : waitedMinutes === 0
        ? t("handoff.trail.atOnce")
        : t("handoff.trail.lay", { span });
  return <span className={styles["lay"]}>{words}</span>;
}
