import { Outlet } from "@tanstack/react-router";
import { t } from "../lib/words/words";
import { Announcer } from "../ui/announcer";
import { ToastRegion } from "../ui/toasts";

/** What every page has, signed in or not: the live regions and the toasts. */
export function Root() {
  return (
    <>
      <Outlet />
      <ToastRegion label={t("toasts.region")} closeLabel={t("action.close")} />
      <Announcer />
    </>
  );
}
