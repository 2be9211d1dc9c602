import { useEffect, useState } from "react";
import { useBoard } from "../board-context";
import type { CardId } from "../order/board-model";

/** The server's own word on a card knows more than the card; a menu is there before it comes, and is drawn anew then. */
export function useRights(id: CardId): void {
  const { session } = useBoard();
  const [, setAsked] = useState(false);
  useEffect(() => {
    void session.rights.ask(id).then(() => {
      setAsked(true);
    });
  }, [session, id]);
}
