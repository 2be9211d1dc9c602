import type { ButtonHTMLAttributes, Ref } from "react";
import { cx } from "../lib/cx";
import styles from "./button.module.css";
import { Icon, type IconName } from "./icon";

export type ButtonLook = "primary" | "secondary" | "quiet" | "danger";

interface Common extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "disabled"> {
  ref?: Ref<HTMLButtonElement>;
  look?: ButtonLook;
  small?: boolean;
  /**
   * Why it cannot be used now (R12). It stays in the tab order, so that the reason can be read; clicks do nothing.
   * The reason is its description and its tooltip.
   */
  denied?: string | undefined;
  /** At work: clicks do nothing, the label stays. */
  busy?: boolean | undefined;
}

interface ButtonProps extends Common {
  icon?: IconName;
  block?: boolean;
}

function useGuard({ denied, busy, onClick }: Pick<Common, "denied" | "busy" | "onClick">) {
  const off = denied !== undefined || busy === true;
  return {
    "aria-disabled": off || undefined,
    "aria-busy": busy || undefined,
    onClick: off
      ? (event: React.MouseEvent<HTMLButtonElement>) => {
          event.preventDefault();
        }
      : onClick,
  };
}

export function Button(props: ButtonProps) {
  const {
    look = "secondary",
    small,
    denied,
    busy,
    icon,
    block,
    className,
    onClick,
    children,
    ...rest
  } = props;
  const guard = useGuard({ denied, busy, onClick });
  const classes = cx(
    styles["button"],
    styles[look],
    small === true && styles["small"],
    block === true && styles["block"],
    className,
  );
  return (
    <button type="button" title={denied} {...rest} {...guard} className={classes}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

interface IconButtonProps extends Common {
  icon: IconName;
  /** Its accessible name, shown as a tooltip too. */
  label: string;
}

export function IconButton(props: IconButtonProps) {
  const { look = "quiet", small, denied, busy, icon, label, className, onClick, ...rest } = props;
  const guard = useGuard({ denied, busy, onClick });
  const classes = cx(
    styles["button"],
    styles[look],
    styles["icon"],
    small === true && styles["small"],
    className,
  );
  const title = denied === undefined ? label : `${label}: ${denied}`;
  return (
    <button type="button" aria-label={label} title={title} {...rest} {...guard} className={classes}>
      <Icon name={icon} />
    </button>
  );
}
