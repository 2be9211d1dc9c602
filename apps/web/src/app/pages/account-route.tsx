import { AccountPage } from "../../features/identity/account/account-page";
import { DeputiesSection } from "../../features/org/deputies/deputies-section";
import { useTitle } from "../../lib/navigation";
import { t } from "../../lib/words/words";

export function AccountRoute() {
  useTitle(t("account.title"));
  return (
    <AccountPage>
      <DeputiesSection />
    </AccountPage>
  );
}
