import { useNavigate } from "../../lib/navigation";
import { useStore } from "../../lib/store";
import { t } from "../../lib/words/words";
import { Button } from "../../ui/button";
import { Menu, type MenuEntry } from "../../ui/menu";
import type { UnitNode } from "../org/units";
import { useBoard } from "./board-context";
import styles from "./board.module.css";
import { DENSITIES, density, type Density } from "./density";

const DENSITY_WORDS = {
  compact: "board.density.compact",
  normal: "board.density.normal",
  detailed: "board.density.detailed",
} as const;

function densityEntries(chosen: Density): MenuEntry[] {
  return DENSITIES.map((one) => ({
    id: one,
    label: t(DENSITY_WORDS[one]),
    checked: one === chosen,
    onSelect: () => {
      density.set(one);
    },
  }));
}

/** How the board is shown: the height of its cards, and whether the units below are on it. */
export function BoardDisplay({ unit }: { unit: UnitNode }) {
  const { session } = useBoard();
  const chosen = useStore(density);
  const navigate = useNavigate();
  const showUnder = (under: boolean) => {
    void navigate({
      to: "/board/$unitKey",
      params: { unitKey: unit.key },
      search: under ? { under: true } : {},
    });
  };
  const scopeEntries = [false, true].map((under) => ({
    id: String(under),
    label: under ? t("board.under") : t("board.underOff"),
    checked: under === session.place.under,
    onSelect: () => {
      showUnder(under);
    },
  }));
  const heading = { kind: "heading", id: "density", label: t("board.density") } as const;
  const entries = [
    heading,
    ...densityEntries(chosen),
    { kind: "separator", id: "s" } as const,
    ...scopeEntries,
  ];
  return (
    <Menu
      label={t("board.display")}
      entries={entries}
      align="end"
      trigger={(props) => (
        <Button {...props} look="quiet" small icon="settings">
          <span className={styles["displayWord"]}>{t("board.display")}</span>
        </Button>
      )}
    />
  );
}
