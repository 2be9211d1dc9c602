import { createTransport } from "nodemailer";

/** Plain text: nothing in it can be clicked by mistake or fetched from outside. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mailer {
  /** @throws Error when no server took it */
  send(mail: Mail): Promise<void>;
  close(): void;
}

const CONNECT_MS = 10_000;
const ANSWER_MS = 20_000;

/** The sender: "from" in the URL's query, else an address of the server that takes the mail. */
function senderOf(url: URL): string {
  return url.searchParams.get("from") ?? `Stafeta <stafeta@${url.hostname}>`;
}

/**
 * @param smtpUrl SMTP_URL, as in "smtp://user:password@mail.example.org:587?from=work@example.org"; port 465 and `smtps:`
 *   speak TLS at once, others as soon as the server offers it
 */
export function openMailer(smtpUrl: string): Mailer {
  const url = new URL(smtpUrl);
  const sender = senderOf(url);
  url.searchParams.delete("from");
  const transport = createTransport({
    url: url.href,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: ANSWER_MS,
    // Text alone: nothing is ever read from a file or an address that stands in a mail.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ to, subject, text }) => {
      await transport.sendMail({ from: sender, to: { name: "", address: to }, subject, text });
    },
    close: () => {
      transport.close();
    },
  };
}
