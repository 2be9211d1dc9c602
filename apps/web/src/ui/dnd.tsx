import {
  DndContext,
  DragOverlay,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
  type DndContextProps,
} from "@dnd-kit/core";
import type { ReactNode } from "react";

export type { DragEndEvent, DragStartEvent } from "@dnd-kit/core";

/** Clicks stay clicks, and a finger scrolls until it has rested. */
const MOUSE = { activationConstraint: { distance: 4 } };
const TOUCH = { activationConstraint: { delay: 250, tolerance: 8 } };

/**
 * Announcements and focus are the owner's (see `ui/announcer`). The library's own live region goes into an element that is
 * never part of the page, or screen readers would meet it beside ours.
 */
const NOWHERE = typeof document === "undefined" ? undefined : document.createElement("div");
const SILENT = {
  announcements: {
    onDragStart: () => undefined,
    onDragOver: () => undefined,
    onDragEnd: () => undefined,
    onDragCancel: () => undefined,
  },
  screenReaderInstructions: { draggable: "" },
  restoreFocus: false,
  ...(NOWHERE && { container: NOWHERE }),
};

type AreaProps = Required<Pick<DndContextProps, "onDragStart" | "onDragEnd" | "onDragCancel">> & {
  children: ReactNode;
};

/** Where things can be dragged by mouse and finger. Keys are the owner's, as the library's step by pixels. */
export function DragArea({ children, ...handlers }: AreaProps) {
  const sensors = useSensors(useSensor(MouseSensor, MOUSE), useSensor(TouchSensor, TOUCH));
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={pointerWithin}
      accessibility={SILENT}
      autoScroll={false}
      {...handlers}
    >
      {children}
    </DndContext>
  );
}

/** What follows the pointer; beside the lists, so that no list cuts it off. */
export function DragPreview({ children }: { children: ReactNode }) {
  return (
    <DragOverlay dropAnimation={null} zIndex={30}>
      {children}
    </DragOverlay>
  );
}

/** Its listeners and its element; role and tab order stay with the owner. */
export function useDragSource(id: string, disabled: boolean) {
  const { setNodeRef, listeners, isDragging } = useDraggable({ id, disabled });
  return { setNodeRef, listeners, isDragging };
}

export function useDropTarget(id: string, disabled: boolean) {
  return useDroppable({ id, disabled }).setNodeRef;
}

/** Puts back what is being dragged: the sensors end a drag when the page is hidden, and this is how they hear of it. */
export function cancelDrag(): void {
  dispatchEvent(new Event("visibilitychange"));
}
