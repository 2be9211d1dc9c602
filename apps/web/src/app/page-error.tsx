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

/** What browsers say when nothing answered: a request, or a part of the app that is loaded late. */
const NO_ANSWER = /fetch|network|load failed|importing a module/i;

/** The sentence for a person. A bug of ours has none of the server's words. */
export function wordsOfFailure(error: unknown): string {
  const refused = readRefusal(error);
  if (refused.code !== "OFFLINE") return wordsOfRefusal(refused);
  const isNoAnswer = error instanceof TypeError && NO_ANSWER.test(error.message);
  return isNoAnswer ? wordsOfRefusal(refused) : t("error.kept");
}

interface PageErrorProps {
  error: unknown;
  reset?: () => void;
}

/** The page around still stands: only what failed is replaced. */
export function PageError({ error, reset }: PageErrorProps) {
  return (
    <div role="alert">
      <MessagePage title={t("error.page")} text={wordsOfFailure(error)}>
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
