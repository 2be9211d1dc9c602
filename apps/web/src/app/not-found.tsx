import { Link } from "../lib/navigation";
import { t } from "../lib/words/words";
import { MessagePage } from "./message-page";

/** An address that is none of the app's, outside the frame. */
export function UnknownAddress() {
  return (
    <main>
      <NotFound />
    </main>
  );
}

/** "Cannot see" and "does not exist" read alike. */
export function NotFound() {
  return (
    <MessagePage title={t("notFound.title")} text={t("notFound.text")}>
      <Link to="/">{t("notFound.home")}</Link>
    </MessagePage>
  );
}
