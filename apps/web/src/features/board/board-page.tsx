import { useApolloClient } from "@apollo/client/react";
import { useEffect, useState } from "react";
import { useIssueParam } from "../../lib/navigation";
import { useStore } from "../../lib/store";
import { t } from "../../lib/words/words";
import { Button } from "../../ui/button";
import { useViewer } from "../identity/viewer";
import { domainViewer } from "../org/domain-viewer";
import { useUnit, useUnits, type UnitNode } from "../org/units";
import { BoardNotice } from "./board-notice";
import { BoardProvider, useBoard } from "./board-context";
import { BoardColumns } from "./board-columns";
import { BoardScreen } from "./board-screen";
import { BoardSession } from "./board-session";
import { BoardWaiting } from "./board-waiting";
import styles from "./board.module.css";
import { CardActions } from "./cards/card-actions";
import { DragElements } from "./drag/drag-elements";
import { statusesOf } from "./columns/column-model";

interface BoardPageProps {
  readonly unitKey: string;
  /** With all units below: one column per category (I3). */
  readonly under: boolean;
}

/** The board of a unit (UX.md, section 2). One page per unit and kind: another one is mounted anew. */
export function BoardPage({ unitKey, under }: BoardPageProps) {
  const unit = useUnit(unitKey);
  return unit ? <UnitBoard unit={unit} under={under} /> : null;
}

/** One session per mounted board: the rights and statuses of the moment it was opened. */
function useBoardSession(unit: UnitNode, under: boolean) {
  const client = useApolloClient();
  const me = useViewer();
  const units = useUnits();
  const { open } = useIssueParam();
  const [board] = useState(() => {
    const place = { unit: unit.id, under };
    const viewer = domainViewer(me, units, new Date());
    const session = new BoardSession({ client, place, viewer, statuses: statusesOf(units) });
    const screen = new BoardScreen(session, unit.can.createIssue);
    return { session, screen, actions: new CardActions(session, me.user), elements: new DragElements() };
  });
  useEffect(() => {
    board.screen.opensBy(open);
  }, [board, open]);
  useEffect(() => {
    board.session.start();
    return () => {
      board.session.stop();
    };
  }, [board]);
  return board;
}

function UnitBoard({ unit, under }: { unit: UnitNode; under: boolean }) {
  const board = useBoardSession(unit, under);
  return (
    <BoardProvider value={board}>
      <h1 className="visually-hidden">
        {under ? t("board.underTitle", { unit: unit.name }) : t("board.title", { unit: unit.name })}
      </h1>
      <BoardState unit={unit} />
    </BoardProvider>
  );
}

function BoardState({ unit }: { unit: UnitNode }) {
  const { session } = useBoard();
  const { state, columns } = useStore(session.view);
  if (state === "missing") return <p className={styles["message"]}>{t("board.missing")}</p>;
  if (columns.length === 0) {
    return state === "failed" ? <Failed /> : <BoardWaiting unit={unit} under={session.place.under} />;
  }
  return (
    <div className={styles["page"]}>
      {state === "ended" && <BoardNotice text={t("board.ended")} action={t("board.reload")} />}
      {state === "failed" && <BoardNotice text={t("board.failed")} action={t("board.reload")} />}
      <BoardColumns columns={columns} unit={unit} />
    </div>
  );
}

function Failed() {
  const { session } = useBoard();
  return (
    <div className={styles["message"]} role="alert">
      <p>{t("board.failed")}</p>
      <Button
        look="primary"
        onClick={() => {
          session.start();
        }}
      >
        {t("board.retry")}
      </Button>
    </div>
  );
}
