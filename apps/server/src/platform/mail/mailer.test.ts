import { afterEach, describe, expect, it } from "vitest";
import { startTestSmtp, type TestSmtp } from "../../testing/smtp.js";
import { openMailer } from "./mailer.js";

const servers: TestSmtp[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

async function start(...user: Parameters<typeof startTestSmtp>): Promise<TestSmtp> {
  const server = await startTestSmtp(...user);
  servers.push(server);
  return server;
}

const MAIL = {
  to: "anna@demo.test",
  subject: "Ваш счёт: őű",
  text: "Здравствуйте!\n\nhttps://x.test/?a=b\n",
};

/** Of a mail with one part: its text, whatever it was encoded in. */
function textOf(raw: string): string {
  const end = raw.indexOf("\r\n\r\n");
  const [head, body] = [raw.slice(0, end), raw.slice(end + 4)];
  if (/base64/i.test(head)) return Buffer.from(body, "base64").toString("utf8");
  const bytes = body
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

describe("openMailer", () => {
  it("hands a mail to the server of SMTP_URL, in any alphabet", async () => {
    const server = await start();
    const mailer = openMailer(`${server.url}?from=${encodeURIComponent("Work <work@demo.test>")}`);
    await mailer.send(MAIL);
    mailer.close();
    const [mail] = server.mails;
    expect(mail).toMatchObject({ from: "work@demo.test", to: ["anna@demo.test"] });
    expect(mail?.raw).toMatch(/^From: Work <work@demo.test>$/m);
    expect(
      textOf(mail?.raw ?? "")
        .replaceAll("\r\n", "\n")
        .trim(),
    ).toBe(MAIL.text.trim());
  });

  it("has an address of the server's host as sender where none is given", async () => {
    const server = await start();
    const mailer = openMailer(server.url);
    await mailer.send(MAIL);
    expect(server.mails[0]?.from).toBe("stafeta@127.0.0.1");
  });

  it("logs in by what stands in the URL", async () => {
    const server = await start({ name: "us er", password: "p@ss:word/" });
    await openMailer(server.url).send(MAIL);
    expect(server.mails).toHaveLength(1);
    const wrong = new URL(server.url);
    wrong.password = "other";
    await expect(openMailer(wrong.href).send(MAIL)).rejects.toThrow();
  });

  it("puts no header in by a line break in a subject or an address", async () => {
    const server = await start();
    await openMailer(server.url).send({ ...MAIL, subject: "a\r\nBcc: evil@demo.test" });
    expect(server.mails[0]?.to).toEqual(["anna@demo.test"]);
    expect(server.mails[0]?.raw).not.toMatch(/^Bcc:/m);
  });

  it("fails when no server takes it", async () => {
    const server = await start();
    server.refuse();
    await expect(openMailer(server.url).send(MAIL)).rejects.toThrow();
    await server.stop();
    await expect(openMailer(server.url).send(MAIL)).rejects.toThrow();
  });
});
