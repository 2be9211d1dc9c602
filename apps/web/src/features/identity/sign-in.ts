import { apollo } from "../../lib/apollo";
import { readRefusal, wordsOfRefusal } from "../../lib/refusals";
import { renewSocket } from "../../lib/socket";
import { t } from "../../lib/words/words";
import { LOGIN } from "./session.graphql";

export type SignInOutcome =
  | { readonly ok: true; readonly userId: string; readonly name: string }
  | { readonly ok: false; readonly reason: string };

/** The words never tell whether the account exists (section 10). */
function reasonOf(error: unknown): string {
  const refused = readRefusal(error);
  if (refused.code === "UNAUTHENTICATED") return t("login.wrong");
  if (refused.code !== "RATE_LIMITED") return wordsOfRefusal(refused);
  const until = refused.message?.params["until"];
  const instant = typeof until === "string" ? new Date(until) : null;
  if (!instant || Number.isNaN(instant.getTime())) return t("login.bannedLong");
  return t("login.banned", { time: instant });
}

export async function signIn(email: string, password: string): Promise<SignInOutcome> {
  try {
    const { data } = await apollo().mutate({
      mutation: LOGIN,
      variables: { email, password },
      context: { anonymous: true },
    });
    if (!data) return { ok: false, reason: t("refused.unknown") };
    renewSocket();
    return { ok: true, userId: data.login.user.id, name: data.login.user.name };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}
