import { useSearch } from "@tanstack/react-router";
import { InvitationForm } from "../../features/identity/door/invitation-form";
import { useTitle } from "../../lib/navigation";
import { t } from "../../lib/words/words";
import { DoorPage } from "../door-page";

export function InvitePage() {
  const { token } = useSearch({ from: "/invite" });
  useTitle(t("invite.title"));
  if (token === undefined) return <DoorPage title={t("invite.title")} intro={t("invite.noToken")} />;
  return (
    <DoorPage title={t("invite.title")} intro={t("invite.intro")}>
      <InvitationForm
        token={token}
        onDone={() => {
          location.assign("/");
        }}
      />
    </DoorPage>
  );
}
