import { Button } from "../../ui/button";
import { useBoard } from "./board-context";
import styles from "./board.module.css";

/** A line above the columns that says what is wrong, and loads the board anew. */
export function BoardNotice({ text, action }: { text: string; action: string }) {
  const { session } = useBoard();
  return (
    <div className={styles["notice"]} role="status">
      <p>{text}</p>
      <Button
        small
        onClick={() => {
          session.start();
        }}
      >
        {action}
      </Button>
    </div>
  );
}
