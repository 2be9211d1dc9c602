import { readRefusal, wordsOfRefusal } from "../lib/refusals";
import { t } from "../lib/words/words";
import { Button } from "../ui/button";
import { ErrorDetails, MessagePage } from "./message-page";

/** What an error says of itself, for whoever repairs it: nothing that the server would not show. */
export function detailsOf(error: unknown): string {
  const { code, requestId, rule } = readRefusal(error);
  const known = [code, rule, requestId].filter((part) => part !== undefined).join(" · ");
  return error instanceof Error ? `${known}\n${error.name}: ${error.message}` : known;
}

interface PageErrorProps {
  error: unknown;
  reset?: () => void;
}

/** The page around still stands: only what failed is replaced. */
export function PageError({ error, reset }: PageErrorProps) {
  const refused = readRefusal(error);
  const isBug = refused.code === "OFFLINE" && !(error instanceof TypeError && navigator.onLine);
  return (
    <div role="alert">
      <MessagePage title={t("error.page")} text={isBug ? t("error.kept") : wordsOfRefusal(refused)}>
        {reset && <Button onClick={reset}>{t("action.retry")}</Button>}
        <Button
          look="quiet"
          onClick={() => {
            location.reload();
          }}
        >
          {t("action.reload")}
        </Button>
        <ErrorDetails label={t("error.details")} text={detailsOf(error)} />
      </MessagePage>
    </div>
  );
}
