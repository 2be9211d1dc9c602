import { useFragment } from "@apollo/client/react";
import { lazy, memo, Suspense } from "react";
import type { CardFieldsFragment, IssueType, Priority, Resolution } from "../../../gql/graphql";
import { formatDay, formatNumber, formatShortDay } from "../../../lib/format";
import { t, withWords } from "../../../lib/words/words";
import { Avatar } from "../../../ui/avatar";
import { Icon, type IconName } from "../../../ui/icon";
import {
  priorityIcon,
  PRIORITY_WORDS,
  RESOLUTION_WORDS,
  TYPE_WORDS,
  typeIcon,
} from "../../issues/issue-words";
import { CARD_FIELDS } from "../board.graphql";
import type { CardId } from "../order/board-model";
import styles from "./card.module.css";

const CardTrail = lazy(async () => ({
  default: (await withWords(import("../../handoff/card-trail"))).CardTrail,
}));

interface CardBodyProps {
  readonly id: CardId;
  /** "2026-11-25": what is due before it is late. */
  readonly today: string;
  /** The picture that follows a pointer: the same without the ids that name the card. */
  readonly isCopy?: boolean;
}

type CardPart = "key" | "title" | "rest";

function partId(part: CardPart, id: CardId): string {
  return `card-${part}-${id}`;
}

/** UX.md, section 12: a card's name is its key, title, status and assignee: read from what it shows, so that it is said once. */
export function cardNameIds(id: CardId): string {
  return `${partId("key", id)} ${partId("title", id)} ${partId("rest", id)}`;
}

/** What a card shows. Drawn anew only when one of these fields changes: not by drags, moves, focus or counts. */
export const CardBody = memo(function CardBody({ id, today, isCopy = false }: CardBodyProps) {
  const { data, complete } = useFragment({ fragment: CARD_FIELDS, from: { __typename: "Issue", id } });
  if (!complete) return <CardPlaceholder id={id} />;
  const card: CardFieldsFragment = data;
  const nameId = (part: CardPart) => (isCopy ? undefined : partId(part, id));
  const holder = card.assignee
    ? t("board.card.assignee", { name: card.assignee.name })
    : t("board.card.unassigned");
  return (
    <div className={styles["content"]}>
      <div className={styles["top"]}>
        <TypeMark type={card.type} />
        <span id={nameId("key")} className={styles["key"]}>
          {card.key}
        </span>
        {card.inTransit && <Transit id={id} />}
        <PriorityMark priority={card.priority} />
        <BlockedMark isBlocked={card.blocked === true} />
        <EndMark resolution={card.resolution} />
        <Due date={card.dueDate} isLate={isLate(card, today)} />
        <Figure icon="sub-issue" value={card.subIssueCount} words="board.card.subIssues" />
        <Figure icon="comment" value={card.commentCount} words="board.card.comments" />
      </div>
      <p id={nameId("title")} className={styles["title"]}>
        {card.title}
      </p>
      <div className={styles["side"]}>
        <Estimate value={card.estimate} />
        {card.assignee && <Avatar name={card.assignee.name} url={card.assignee.avatarUrl} decorative />}
      </div>
      <span
        hidden
        id={partId("rest", id)}
        aria-label={t("board.card.rest", { status: card.status.name, holder })}
      />
    </div>
  );
});

function CardPlaceholder({ id }: { id: CardId }) {
  return (
    <div className={styles["placeholder"]}>
      <span />
      <span />
      <span hidden id={partId("title", id)} aria-label={t("board.card.loading")} />
    </div>
  );
}

function isLate({ dueDate, status }: CardFieldsFragment, today: string): boolean {
  const isDone = status.category === "RESOLVED" || status.category === "CLOSED";
  return dueDate !== null && !isDone && dueDate < today;
}

function TypeMark({ type }: { type: IssueType | null }) {
  if (type === null) return null;
  return <Icon name={typeIcon(type)} label={t(TYPE_WORDS[type])} className={styles[`type-${type}`]} />;
}

/** H3, H5: on its way to another unit: a mark at once, then its trail. */
function Transit({ id }: { id: CardId }) {
  return (
    <Suspense fallback={<TransitMark />}>
      <CardTrail id={id} mark={<TransitMark />} />
    </Suspense>
  );
}

function TransitMark() {
  const words = t("handoff.inTransit");
  return (
    <span role="img" aria-label={words} title={words} className={styles["transit"]}>
      <Icon name="handoff" />
      <span className={styles["transitWords"]}>{words}</span>
    </span>
  );
}

/** NORMAL is what most are: it says nothing. The shape carries the rest, not the colour alone. */
function PriorityMark({ priority }: { priority: Priority | null }) {
  if (priority === null || priority === "NORMAL") return null;
  const label = t(PRIORITY_WORDS[priority]);
  return <Icon name={priorityIcon(priority)} label={label} className={styles[`priority-${priority}`]} />;
}

/** I2: a sign and a word. */
function BlockedMark({ isBlocked }: { isBlocked: boolean }) {
  if (!isBlocked) return null;
  return (
    <span className={styles["late"]} title={t("relation.blockedHint")}>
      <Icon name="blocked" />
      {t("relation.blocked")}
    </span>
  );
}

/** L5: what is done is what most are: it says nothing. */
function EndMark({ resolution }: { resolution: Resolution | null }) {
  if (resolution === null || resolution === "DONE") return null;
  return <span className={styles["meta"]}>{t(RESOLUTION_WORDS[resolution])}</span>;
}

function Due({ date, isLate: late }: { date: string | null; isLate: boolean }) {
  if (date === null) return null;
  const day = formatDay(date);
  const said = late ? t("board.card.overdue", { date: day }) : t("board.card.due", { date: day });
  return (
    <span role="img" aria-label={said} title={said} className={late ? styles["late"] : styles["meta"]}>
      {late && <Icon name="alert" />}
      {formatShortDay(date)}
    </span>
  );
}

interface FigureProps {
  readonly icon: IconName;
  readonly value: number | null;
  readonly words: "board.card.subIssues" | "board.card.comments";
}

function Figure({ icon, value, words }: FigureProps) {
  if (value === null || value === 0) return null;
  const said = t(words, { count: value });
  return (
    <span role="img" aria-label={said} title={said} className={styles["meta"]}>
      <Icon name={icon} />
      {formatNumber(value)}
    </span>
  );
}

function Estimate({ value }: { value: number | null }) {
  if (value === null) return null;
  const said = t("board.card.estimate", { estimate: formatNumber(value) });
  return (
    <span role="img" aria-label={said} title={said} className={styles["estimate"]}>
      {formatNumber(value)}
    </span>
  );
}
