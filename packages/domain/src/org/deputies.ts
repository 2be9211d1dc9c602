import type { CalendarDate } from "../shared/calendar-date.js";
import { allow, badInput, notFound, refuse, type Decision } from "../shared/decision.js";
import type { UserId } from "../shared/ids.js";
import type { Company, Deputy } from "./company.js";
import { bossesOf, isBossThemselves, type Actor } from "./heads.js";

export interface DeputyWish {
  readonly userId: UserId;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** Section 1: both days are included; they are the company's. */
export function isOnDuty(deputy: Pick<Deputy, "from" | "to">, today: CalendarDate): boolean {
  return deputy.from <= today && today <= deputy.to;
}

/** Section 1: whom a person acts for on a day. Who has ceased to be a boss has no deputy any more. */
export function bossesActedFor(company: Company, userId: UserId, today: CalendarDate): UserId[] {
  const named = company.deputies.filter((deputy) => deputy.userId === userId && isOnDuty(deputy, today));
  if (named.length === 0) return [];
  const bosses = new Set(bossesOf(company).map((boss) => boss.id));
  return [...new Set(named.map((deputy) => deputy.bossId))].filter((bossId) => bosses.has(bossId));
}

/** R2, section 1: a boss in their own name says who acts for them; a deputy names none. Days may overlap with others'. */
export function canNameDeputy(company: Company, actor: Actor, wish: DeputyWish): Decision {
  const person = company.personById.get(wish.userId);
  if (!person) return notFound();
  if (!isBossThemselves(company, actor)) return refuse("FORBIDDEN", "R2", "deputy.bossOnly");
  if (wish.userId === actor.userId) return badInput("user", "deputy.yourself");
  if (wish.from > wish.to) return badInput("to", "deputy.endBeforeStart");
  return person.active ? allow() : refuse("CONFLICT", "R2", "member.inactive");
}

/** R2: what a boss gave ends before its last day too. Any boss may end it: the one who is away cannot. */
export function canEndDeputy(company: Company, actor: Actor, deputy: Deputy, today: CalendarDate): Decision {
  if (!isBossThemselves(company, actor)) return refuse("FORBIDDEN", "R2", "deputy.bossOnly");
  return deputy.to < today ? refuse("CONFLICT", "R2", "deputy.alreadyEnded") : allow();
}
