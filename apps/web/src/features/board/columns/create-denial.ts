import { wordsOf } from "../../../lib/refusals";
import { t } from "../../../lib/words/words";
import type { BoardScreen } from "../board-screen";
import type { BoardSession } from "../board-session";
import type { Column } from "./column-model";

/** R12: why no issue can be created in a column; undefined when one can. L2: CLOSED is where a boss brings them. */
export function createDenial(session: BoardSession, screen: BoardScreen, column: Column): string | undefined {
  if (session.place.under || column.status === null) return t("board.create.noStatus");
  if (!screen.mayCreate) return t("board.create.denied");
  if (column.category === "CLOSED" && session.viewer?.isBoss !== true) return wordsOf("issue.onlyBossCloses");
  return column.category === "RESOLVED" && !screen.isManager ? wordsOf("issue.developerStatus") : undefined;
}
