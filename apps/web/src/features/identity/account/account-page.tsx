import { useQuery } from "@apollo/client/react";
import type { ReactNode } from "react";
import { asError } from "../../../lib/as-error";
import { t } from "../../../lib/words/words";
import { Page, PageSection } from "../../../ui/page";
import { useViewer } from "../viewer";
import { ACCOUNT } from "./account.graphql";
import { ApiTokens } from "./api-tokens";
import { PasswordSection } from "./password-section";
import { Sessions } from "./sessions";

/**
 * Section 10: what belongs to the person alone: their password, where they are signed in, their programs' tokens.
 *
 * @param children sections of features that come later
 */
export function AccountPage({ children }: { children?: ReactNode }) {
  const { user } = useViewer();
  const { data, error, refetch } = useQuery(ACCOUNT, { fetchPolicy: "cache-and-network" });
  if (error && !data) throw asError(error);
  const reload = async () => {
    await refetch();
  };
  return (
    <Page title={t("account.title")} lead={t("account.lead", { name: user.name, email: user.email ?? "" })}>
      <PageSection title={t("account.password")}>
        <PasswordSection />
      </PageSection>
      {children}
      <PageSection title={t("account.sessions")} lead={t("account.sessionsLead")}>
        <Sessions sessions={data?.sessions ?? null} onChanged={reload} />
      </PageSection>
      <PageSection title={t("account.tokens")} lead={t("account.tokensLead")}>
        <ApiTokens tokens={data?.apiTokens ?? null} onChanged={reload} />
      </PageSection>
    </Page>
  );
}
