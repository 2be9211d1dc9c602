import { SignInForm } from "../features/identity/door/sign-in-form";
import { useViewer } from "../features/identity/viewer";
import { endSignInWait } from "../lib/session";
import { t } from "../lib/words/words";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import styles from "./sign-in-again.module.css";

/** Over the page when its session has ended: afterwards what waited goes on, and nothing that was typed is lost. */
export function SignInAgain() {
  const { user } = useViewer();
  return (
    <Dialog title={t("expired.title")} closeLabel={t("action.close")} insistent onClose={() => undefined}>
      <div className={styles["content"]}>
        <p>{t("expired.text")}</p>
        <SignInForm
          email={user.email ?? ""}
          onSignedIn={(userId) => {
            // Another person has other rights: nothing of the first one's page may stay.
            if (userId !== user.id) location.reload();
            else endSignInWait(true);
          }}
        />
        <Button
          look="quiet"
          block
          onClick={() => {
            endSignInWait(false);
            location.assign("/login");
          }}
        >
          {t("expired.leave")}
        </Button>
      </div>
    </Dialog>
  );
}
