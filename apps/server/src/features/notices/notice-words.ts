import type { NoticeKey, NoticeParam } from "@stafeta/domain/notices/notice-message";
import type { Locale } from "@stafeta/domain/org/settings";

export type NoticeParams = Readonly<Partial<Record<NoticeParam, string>>>;

type Catalogue = Readonly<Record<NoticeKey, string>>;

const EN: Catalogue = {
  "notice.assigned": "{actor} assigned {issue} to you",
  "notice.passedOn": "{actor} took {issue} out of your name",
  "notice.taken": "{actor} took {issue}",
  "notice.mentioned": "{actor} mentioned you in {issue}",
  "notice.mentionedInComment": "{actor} mentioned you in a comment on {issue}",
  "notice.commented": "{actor} commented on {issue}",
  "notice.handoffAsked": "{actor} asks for your answer to the hand-off of {issue}",
  "notice.handoffStarted": "{actor} started the hand-off of {issue}",
  "notice.handoffPassed": "{actor} accepted a step of the hand-off of {issue}",
  "notice.handoffAccepted": "{actor} accepted the hand-off of {issue}",
  "notice.handoffRefused": "{actor} refused the hand-off of {issue}",
  "notice.handoffWithdrawn": "{actor} withdrew the hand-off of {issue}",
  "notice.handoffWaits": "The hand-off of {issue} waits for your answer",
  "notice.handoffLate": "The hand-off of {issue} has waited too long for an answer",
  "notice.handedOver": "{actor} handed {issue} over to you",
  "notice.handedOff": "{actor} took {issue} over from you",
  "notice.requested": "{actor} asks you for something on {issue}",
  "notice.requestAccepted": "{actor} did what you asked for on {issue}",
  "notice.requestRefused": "{actor} refused what you asked for on {issue}",
  "notice.requestWithdrawn": "{actor} withdrew what you asked for on {issue}",
  "notice.returned": "{actor} returned {issue}",
  "notice.reopened": "{actor} reopened {issue}",
  "notice.deputyNamed": "{actor} named you as deputy",
  "notice.deputyEnded": "{actor} ended a deputyship that concerns you",
  "notice.memberAdded": "{actor} added {person} to {unit}",
  "notice.memberRemoved": "{actor} removed {person} from {unit}",
  "notice.holderLeft": "{actor} removed {person} from {unit}: what they held stays in their name",
  "notice.changedIssue": "{actor} changed {issue}",
  "notice.changed": "{actor} changed something that concerns you",
};

const RU: Catalogue = {
  "notice.assigned": "{issue} теперь у вас (назначение: {actor})",
  "notice.passedOn": "{issue} больше не у вас (изменение: {actor})",
  "notice.taken": "{issue} теперь в работе у исполнителя: {actor}",
  "notice.mentioned": "Вас упоминает {actor} в {issue}",
  "notice.mentionedInComment": "Вас упоминает {actor} в комментарии к {issue}",
  "notice.commented": "Новый комментарий к {issue}: {actor}",
  "notice.handoffAsked": "{actor} ждёт вашего ответа о передаче {issue}",
  "notice.handoffStarted": "Начата передача {issue}: {actor}",
  "notice.handoffPassed": "Шаг передачи {issue} принят: {actor}",
  "notice.handoffAccepted": "Передача {issue} принята: {actor}",
  "notice.handoffRefused": "Передача {issue} отклонена: {actor}",
  "notice.handoffWithdrawn": "Передача {issue} отозвана: {actor}",
  "notice.handoffWaits": "Передача {issue} ждёт вашего ответа",
  "notice.handoffLate": "Передача {issue} слишком долго ждёт ответа",
  "notice.handedOver": "{issue} передана вам: {actor}",
  "notice.handedOff": "{issue} больше не у вас (передача: {actor})",
  "notice.requested": "Просьба к вам по {issue}: {actor}",
  "notice.requestAccepted": "Ваша просьба по {issue} выполнена: {actor}",
  "notice.requestRefused": "Ваша просьба по {issue} отклонена: {actor}",
  "notice.requestWithdrawn": "Ваша просьба по {issue} отозвана: {actor}",
  "notice.returned": "{issue} возвращена в работу: {actor}",
  "notice.reopened": "{issue} снова открыта: {actor}",
  "notice.deputyNamed": "{actor} назначает вас заместителем",
  "notice.deputyEnded": "Замещение, которое вас касается, завершено: {actor}",
  "notice.memberAdded": "{person} теперь в {unit}: {actor}",
  "notice.memberRemoved": "{person} больше не в {unit}: {actor}",
  "notice.holderLeft": "{person} больше не в {unit} ({actor}), задачи остаются за этим человеком",
  "notice.changedIssue": "Изменения в {issue}: {actor}",
  "notice.changed": "Изменения, которые вас касаются: {actor}",
};

const HU: Catalogue = {
  "notice.assigned": "{actor} Önre bízta: {issue}",
  "notice.passedOn": "{actor} elvette Öntől: {issue}",
  "notice.taken": "{actor} magához vette: {issue}",
  "notice.mentioned": "{actor} megemlítette Önt itt: {issue}",
  "notice.mentionedInComment": "{actor} megemlítette Önt egy hozzászólásban itt: {issue}",
  "notice.commented": "{actor} hozzászólt ehhez: {issue}",
  "notice.handoffAsked": "{actor} az Ön válaszára vár az átadáshoz: {issue}",
  "notice.handoffStarted": "{actor} elindította az átadást: {issue}",
  "notice.handoffPassed": "{actor} elfogadta az átadás egy lépését: {issue}",
  "notice.handoffAccepted": "{actor} elfogadta az átadást: {issue}",
  "notice.handoffRefused": "{actor} elutasította az átadást: {issue}",
  "notice.handoffWithdrawn": "{actor} visszavonta az átadást: {issue}",
  "notice.handoffWaits": "Az átadás az Ön válaszára vár: {issue}",
  "notice.handoffLate": "Az átadás túl régóta vár válaszra: {issue}",
  "notice.handedOver": "{actor} átadta Önnek: {issue}",
  "notice.handedOff": "{actor} átvette Öntől: {issue}",
  "notice.requested": "{actor} kér valamit Öntől: {issue}",
  "notice.requestAccepted": "{actor} teljesítette a kérését: {issue}",
  "notice.requestRefused": "{actor} elutasította a kérését: {issue}",
  "notice.requestWithdrawn": "{actor} visszavonta a kérését: {issue}",
  "notice.returned": "{actor} visszaadta: {issue}",
  "notice.reopened": "{actor} újra megnyitotta: {issue}",
  "notice.deputyNamed": "{actor} helyettesnek nevezte ki Önt",
  "notice.deputyEnded": "{actor} lezárt egy Önt érintő helyettesítést",
  "notice.memberAdded": "{actor} felvette: {person} – {unit}",
  "notice.memberRemoved": "{actor} eltávolította: {person} – {unit}",
  "notice.holderLeft": "{actor} eltávolította: {person} – {unit}; feladatai a nevén maradnak",
  "notice.changedIssue": "{actor} módosította: {issue}",
  "notice.changed": "{actor} Önt érintő dolgot módosított",
};

const WORDS: Readonly<Record<Locale, Catalogue>> = { en: EN, ru: RU, hu: HU };

/** Section 9: the sentence of a notice in its reader's language; names and keys enter it as they are. */
export function noticeText(locale: Locale, key: NoticeKey, params: NoticeParams): string {
  return WORDS[locale][key].replace(/\{(\w+)\}/g, (_, name: string) => params[name as NoticeParam] ?? "");
}
