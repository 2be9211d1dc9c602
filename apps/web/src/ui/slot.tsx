import { useCallback, type ReactNode } from "react";
import { createPortal } from "react-dom";
import { createStore, useStore } from "../lib/store";

interface Slot {
  /** Where the layout wants it. */
  Outlet: (props: { className?: string | undefined }) => ReactNode;
  /** What the page of the moment puts there. */
  Fill: (props: { children: ReactNode }) => ReactNode;
}

function createSlot(): Slot {
  const place = createStore<HTMLElement | null>(null);
  return {
    Outlet: function SlotOutlet({ className }) {
      const ref = useCallback((element: HTMLElement | null) => {
        place.set(element);
      }, []);
      return <div ref={ref} className={className} />;
    },
    Fill: function SlotFill({ children }) {
      const element = useStore(place);
      return element ? createPortal(children, element) : null;
    },
  };
}

/** The header's right side: the page's one primary action, such as Create. */
export const headerActions = createSlot();
/** The header's middle, behind the view tabs: filters, display. */
export const headerTools = createSlot();
