import { apollo } from "../../../lib/apollo";
import { readRefusal, wordsOfRefusal } from "../../../lib/refusals";
import { reportSessionRenewed } from "../../../lib/session";
import { t } from "../../../lib/words/words";
import { LOGIN } from "../session.graphql";

export type SignInOutcome =
  { readonly ok: true; readonly userId: string } | { readonly ok: false; readonly reason: string };

/** The words never tell whether the account exists (section 10). */
function reasonOf(error: unknown): string {
  const refused = readRefusal(error);
  // Without a key of its own this code would speak of an ended session.
  return refused.code === "UNAUTHENTICATED" ? t("refused.login.wrong") : wordsOfRefusal(refused);
}

export async function signIn(email: string, password: string): Promise<SignInOutcome> {
  try {
    const { data } = await apollo().mutate({
      mutation: LOGIN,
      variables: { email, password },
      context: { anonymous: true },
    });
    if (!data) return { ok: false, reason: t("refused.internal") };
    reportSessionRenewed();
    return { ok: true, userId: data.login.user.id };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}
