import { cardElement, countElement } from "../dom";
import type { CardId } from "../order/board-model";
import styles from "./card-travel.module.css";

const TRAVEL_MS = 200;
const OUTLINE_MS = 1_200;
/** More at once would be a swarm that nobody can follow. */
export const MAX_TRAVELS = 20;
const EASING = "cubic-bezier(.2, 0, 0, 1)";

function isInSight(box: DOMRect): boolean {
  return box.width > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
}

function prefersStill(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

export interface Departure {
  readonly box: DOMRect;
  readonly picture: HTMLElement;
}

/** Where cards stand and how they look, before the change; what is out of sight has no way to show. */
export function noteDepartures(ids: Iterable<CardId>): ReadonlyMap<CardId, Departure> {
  const noted = new Map<CardId, Departure>();
  for (const id of ids) {
    const card = cardElement(id);
    const box = card?.getBoundingClientRect();
    if (!card || !box || !isInSight(box)) continue;
    const picture = card.cloneNode(true) as HTMLElement;
    noted.set(id, { box, picture });
  }
  return noted;
}

/** A copy without a voice: nothing in it is reached by keys, screen readers or a search for the card. */
function mute(picture: HTMLElement): void {
  picture.setAttribute("aria-hidden", "true");
  picture.inert = true;
  for (const element of [picture, ...picture.querySelectorAll("*")]) {
    for (const name of ["id", "data-card", "role", "tabindex", "aria-labelledby"])
      element.removeAttribute(name);
  }
}

function fly(card: HTMLElement, from: Departure, to: DOMRect): void {
  const { picture, box } = from;
  mute(picture);
  picture.classList.add(styles["flying"] ?? "");
  Object.assign(picture.style, { left: `${box.left}px`, top: `${box.top}px`, width: `${box.width}px` });
  picture.style.transform = "none";
  document.body.append(picture);
  const way = `translate(${to.left - box.left}px, ${to.top - box.top}px)`;
  const flight = picture.animate([{ transform: "none" }, { transform: way }], {
    duration: TRAVEL_MS,
    easing: EASING,
    fill: "forwards",
  });
  card.style.opacity = "0";
  const land = () => {
    picture.remove();
    card.style.opacity = "";
  };
  flight.finished.then(land, land);
}

/**
 * After a change is in the page: cards travel from where they stood to where they stand, by transform alone. Who asked
 * for less motion sees an outline instead.
 */
export function showArrivals(departures: ReadonlyMap<CardId, Departure>): void {
  requestAnimationFrame(() => {
    for (const [id, from] of departures) {
      const card = cardElement(id);
      const to = card?.getBoundingClientRect();
      if (!card || !to || !isInSight(to)) continue;
      const isNear = Math.abs(to.left - from.box.left) < 2 && Math.abs(to.top - from.box.top) < 2;
      if (prefersStill()) outline(card);
      else if (!isNear) fly(card, from, to);
    }
  });
}

function outline(card: HTMLElement): void {
  const name = styles["outlined"] ?? "";
  card.classList.add(name);
  setTimeout(() => {
    card.classList.remove(name);
  }, OUTLINE_MS);
}

/** A count that changed because a card came from or went to where it cannot be seen. */
export function pulseCount(column: string): void {
  if (prefersStill()) return;
  countElement(column)?.animate([{ opacity: 0.3 }, { opacity: 1 }], {
    duration: TRAVEL_MS * 2,
    easing: EASING,
  });
}
