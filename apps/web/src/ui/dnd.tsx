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
import { useEffect, useLayoutEffect, type ReactNode } from "react";

export type { DragStartEvent } from "@dnd-kit/core";

/** Clicks stay clicks, and a finger scrolls until it has rested. */
const MOUSE = { activationConstraint: { distance: 4 } };
const TOUCH = { activationConstraint: { delay: 250, tolerance: 8 } };

/**
 * Where an element is seen. By itself the library takes away its transform, which is what places a card in its list: the
 * picture would be off by as much.
 */
const MEASURING = { draggable: { measure: (element: HTMLElement) => element.getBoundingClientRect() } };

/**
 * Announcements and focus are the owner's (see `ui/announcer`). The library's own live region goes into an element that
 * is never part of the page, or screen readers would meet it beside ours.
 */
const SILENT = {
  announcements: {
    onDragStart: () => undefined,
    onDragOver: () => undefined,
    onDragEnd: () => undefined,
    onDragCancel: () => undefined,
  },
  screenReaderInstructions: { draggable: "" },
  restoreFocus: false,
  container: document.createElement("div"),
};

type AreaProps = Required<Pick<DndContextProps, "onDragStart" | "onDragEnd" | "onDragCancel">> & {
  children: ReactNode;
};

/** Dragging by mouse and finger. Keys are the owner's, as the library's step by pixels. */
export function DragArea({ children, ...handlers }: AreaProps) {
  const sensors = useSensors(useSensor(MouseSensor, MOUSE), useSensor(TouchSensor, TOUCH));
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={pointerWithin}
      accessibility={SILENT}
      autoScroll={false}
      measuring={MEASURING}
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

/** Handlers that begin a drag, as the element's owner calls them. */
export type DragListeners = ReturnType<typeof useDraggable>["listeners"];

interface DragSourceProps {
  readonly id: string;
  readonly element: HTMLElement;
  readonly onListeners: (id: string, listeners: DragListeners) => void;
}

/**
 * Makes an element draggable that is drawn elsewhere. So the library can come after the first paint, and what it draws
 * anew at each turn of a drag is this, not the element.
 */
export function DragSource({ id, element, onListeners }: DragSourceProps) {
  const { setNodeRef, listeners } = useDraggable({ id });
  useLayoutEffect(() => {
    setNodeRef(element);
    return () => {
      setNodeRef(null);
    };
  }, [setNodeRef, element]);
  useEffect(() => {
    onListeners(id, listeners);
    return () => {
      onListeners(id, undefined);
    };
  }, [id, listeners, onListeners]);
  return null;
}

export function DropTarget({ id, element }: { readonly id: string; readonly element: HTMLElement }) {
  const { setNodeRef } = useDroppable({ id });
  useLayoutEffect(() => {
    setNodeRef(element);
    return () => {
      setNodeRef(null);
    };
  }, [setNodeRef, element]);
  return null;
}

/** Puts back what is being dragged: the sensors end a drag when the page is hidden, and this is how they hear of it. */
export function cancelDrag(): void {
  dispatchEvent(new Event("visibilitychange"));
}
