import { useSearch } from "@tanstack/react-router";
import { SetUpForm } from "../../features/identity/door/set-up-form";
import { useTitle } from "../../lib/navigation";
import { t } from "../../lib/words/words";
import { DoorPage } from "../door-page";

export function SetupPage() {
  const { token } = useSearch({ from: "/setup" });
  useTitle(t("setup.title"));
  if (token === undefined) return <DoorPage title={t("setup.title")} intro={t("setup.noToken")} />;
  return (
    <DoorPage title={t("setup.title")} intro={t("setup.intro")} wide>
      <SetUpForm
        token={token}
        onDone={() => {
          location.assign("/");
        }}
      />
    </DoorPage>
  );
}
