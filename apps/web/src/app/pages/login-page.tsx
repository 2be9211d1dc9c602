import { useSearch } from "@tanstack/react-router";
import { SignInForm } from "../../features/identity/door/sign-in-form";
import { ownPath, useTitle } from "../../lib/navigation";
import { t } from "../../lib/words/words";
import { DoorPage } from "../door-page";

/** After a sign-in the page is loaded anew: nothing of whoever was here before may be in its memory. */
export function LoginPage() {
  const { next } = useSearch({ from: "/login" });
  useTitle(t("login.title"));
  return (
    <DoorPage title={t("login.title")}>
      <SignInForm
        onSignedIn={() => {
          location.assign(ownPath(next));
        }}
      />
    </DoorPage>
  );
}
