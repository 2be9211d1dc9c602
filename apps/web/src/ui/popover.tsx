import { useLayoutEffect, useRef, type ReactNode, type RefObject } from "react";
import { cx } from "../lib/cx";
import { focusFirst, returnFocus, useOpener } from "./focus";
import { useLayer } from "./layers";
import { placeBeside, type Alignment } from "./place";
import styles from "./popover.module.css";

interface PopoverProps {
  /** What it belongs to and stands beside; a press there does not count as outside. */
  anchor: RefObject<Element | null>;
  onClose: () => void;
  /** Its accessible name; a menu inside brings its own. */
  label?: string;
  align?: Alignment;
  className?: string | undefined;
  children: ReactNode;
}

/**
 * Floats beside its anchor in the browser's top layer; mounted means open. Esc or a press outside closes it, and focus
 * goes back to where it was.
 */
export function Popover({ anchor, onClose, label, align = "start", className, children }: PopoverProps) {
  const ref = useRef<HTMLDivElement>(null);
  const opener = useOpener();
  useLayer(true, onClose, [ref, anchor]);
  useLayoutEffect(() => {
    const popover = ref.current;
    if (!popover) return undefined;
    popover.showPopover();
    focusFirst(popover);
    const place = () => {
      const box = anchor.current?.getBoundingClientRect();
      if (!box) return;
      const size = { width: popover.offsetWidth, height: popover.offsetHeight };
      const { left, top } = placeBeside(box, size, { width: innerWidth, height: innerHeight }, align);
      popover.style.left = `${left}px`;
      popover.style.top = `${top}px`;
    };
    place();
    const resized = typeof ResizeObserver === "undefined" ? null : new ResizeObserver(place);
    resized?.observe(popover);
    addEventListener("resize", place);
    addEventListener("scroll", place, true);
    return () => {
      resized?.disconnect();
      removeEventListener("resize", place);
      removeEventListener("scroll", place, true);
      returnFocus(opener, popover);
      popover.hidePopover();
    };
  }, [anchor, align, opener]);
  const named = label === undefined ? {} : { role: "dialog", "aria-label": label };
  return (
    <div ref={ref} popover="manual" {...named} className={cx(styles["popover"], className)}>
      {children}
    </div>
  );
}
