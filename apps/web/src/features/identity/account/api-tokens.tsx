import { useState } from "react";
import type { ApiTokenRowFragment } from "../../../gql/graphql";
import { apollo } from "../../../lib/apollo";
import { formatAgo, formatInstant } from "../../../lib/format";
import { useAction } from "../../../lib/use-action";
import { t } from "../../../lib/words/words";
import { Badge } from "../../../ui/badge";
import { Button } from "../../../ui/button";
import { Confirm } from "../../../ui/confirm";
import { FormActions } from "../../../ui/form";
import { EmptyList, List, ListRow, ListWaiting } from "../../../ui/list";
import { showToast } from "../../../ui/toast-store";
import { REVOKE_API_TOKEN } from "./account.graphql";
import { NewApiToken } from "./new-api-token";

interface ApiTokensProps {
  tokens: readonly ApiTokenRowFragment[] | null;
  onChanged: () => Promise<void>;
}

export function ApiTokens({ tokens, onChanged }: ApiTokensProps) {
  const [isNew, setNew] = useState(false);
  const [revoked, setRevoked] = useState<ApiTokenRowFragment | null>(null);
  return (
    <>
      {tokens ? (
        <TokenList tokens={tokens} onRevoke={setRevoked} />
      ) : (
        <ListWaiting rows={1} label={t("app.loading")} />
      )}
      <FormActions>
        <Button
          icon="plus"
          onClick={() => {
            setNew(true);
          }}
        >
          {t("token.create")}
        </Button>
      </FormActions>
      {isNew && (
        <NewApiToken
          onCreated={onChanged}
          onClose={() => {
            setNew(false);
          }}
        />
      )}
      {revoked && (
        <RevokeToken
          token={revoked}
          onChanged={onChanged}
          onClose={() => {
            setRevoked(null);
          }}
        />
      )}
    </>
  );
}

function expiryWords({ expiresAt }: ApiTokenRowFragment): string {
  return expiresAt === null ? t("token.noExpiry") : t("token.expires", { date: formatInstant(expiresAt) });
}

function usageWords({ lastUsedAt }: ApiTokenRowFragment, now: Date): string {
  return lastUsedAt === null ? t("token.unused") : t("token.used", { ago: formatAgo(lastUsedAt, now) });
}

interface TokenListProps {
  tokens: readonly ApiTokenRowFragment[];
  onRevoke: (token: ApiTokenRowFragment) => void;
}

function TokenList({ tokens, onRevoke }: TokenListProps) {
  if (tokens.length === 0) return <EmptyList text={t("token.none")} />;
  const now = new Date();
  return (
    <List label={t("account.tokens")}>
      {tokens.map((token) => (
        <ListRow
          key={token.id}
          icon="key"
          title={token.name}
          badge={token.scopes.map((scope) => (
            <Badge key={scope}>{scope === "READ" ? t("token.read") : t("token.write")}</Badge>
          ))}
          text={t("token.text", { expiry: expiryWords(token), use: usageWords(token, now) })}
          actions={
            <Button
              small
              aria-label={t("token.revokeNamed", { name: token.name })}
              onClick={() => {
                onRevoke(token);
              }}
            >
              {t("token.revoke")}
            </Button>
          }
        />
      ))}
    </List>
  );
}

interface RevokeTokenProps {
  token: ApiTokenRowFragment;
  onChanged: () => Promise<void>;
  onClose: () => void;
}

/** Asked before: a revoked token cannot be brought back. */
function RevokeToken({ token, onChanged, onClose }: RevokeTokenProps) {
  const action = useAction<string>(async (id, clientMutationId) => {
    await apollo().mutate({ mutation: REVOKE_API_TOKEN, variables: { id, clientMutationId } });
    onClose();
    await onChanged();
    showToast(t("token.revoked", { name: token.name }), { tone: "ok" });
  });
  return (
    <Confirm
      title={t("token.revokeTitle", { name: token.name })}
      text={t("token.revokeText")}
      confirm={t("token.revoke")}
      cancel={t("action.cancel")}
      error={action.formError()}
      isBusy={action.isBusy}
      onConfirm={() => void action.start(token.id)}
      onClose={onClose}
    />
  );
}
