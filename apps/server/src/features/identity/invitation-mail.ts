import type { Locale } from "@stafeta/domain/org/settings";
import type { Mail } from "../../platform/mail/mailer.js";
import type { Addressee } from "./user.queries.js";

export interface InvitationFacts {
  readonly url: string;
  /** ISO 8601, UTC. */
  readonly expiresAt: string;
  readonly companyName: string;
}

interface Words {
  readonly subject: (company: string) => string;
  readonly text: (facts: { name: string; company: string; url: string; until: string }) => string;
}

/** Section 9: in the language of whom it is sent to. */
const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    subject: (company) => `Your account at ${company}`,
    text: ({ name, company, url, until }) =>
      `Hello ${name},\n\nan account has been made for you at ${company}. Choose your password here:\n\n${url}\n\n` +
      `The link works once, until ${until}. If you did not expect this mail, you need do nothing.\n`,
  },
  ru: {
    subject: (company) => `Ваша учётная запись в ${company}`,
    text: ({ name, company, url, until }) =>
      `Здравствуйте, ${name}!\n\nДля вас создана учётная запись в ${company}. Задайте пароль по ссылке:\n\n${url}\n\n` +
      `Ссылка сработает один раз и действует до ${until}. Если вы не ждали этого письма, ничего делать не нужно.\n`,
  },
  hu: {
    subject: (company) => `Az Ön fiókja itt: ${company}`,
    text: ({ name, company, url, until }) =>
      `Kedves ${name}!\n\nFiók készült Önnek itt: ${company}. Itt adhatja meg a jelszavát:\n\n${url}\n\n` +
      `A hivatkozás egyszer használható, eddig: ${until}. Ha nem várta ezt a levelet, nincs teendője.\n`,
  },
};

/** Plain text with the link in a line of its own. */
export function invitationMail(to: Addressee, { url, expiresAt, companyName }: InvitationFacts): Mail {
  const words = WORDS[to.locale];
  const format = { dateStyle: "long", timeStyle: "short", timeZone: to.timeZone } as const;
  const until = new Intl.DateTimeFormat(to.locale, format).format(new Date(expiresAt));
  return {
    to: to.email,
    subject: words.subject(companyName),
    text: words.text({ name: to.name, company: companyName, url, until: `${until} (${to.timeZone})` }),
  };
}
