import { apollo } from "../../lib/apollo";
import { isOffline, wordsOfError } from "../../lib/refusals";
import { showToast } from "../../ui/toast-store";
import { LOGOUT } from "./session.graphql";

/** Ends this session and leaves nothing of its data in the page: the sign-in page is loaded anew. */
export async function signOut(): Promise<void> {
  try {
    await apollo().mutate({ mutation: LOGOUT, context: { anonymous: true } });
  } catch (error) {
    // Ended already is as good as ended; without a line the session would live on.
    if (isOffline(error)) {
      showToast(wordsOfError(error), { tone: "bad" });
      return;
    }
  }
  location.assign("/login");
}
