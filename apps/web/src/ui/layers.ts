import { useEffect, useRef, type RefObject } from "react";

interface Layer {
  onEscape: () => void;
  /** A press outside of these closes it; without, only Esc does. */
  inside?: () => readonly (Element | null)[];
}

/** Open dialogs, menus, popovers, the panel: the last one is on top. */
const layers: Layer[] = [];

function onKeyDown(event: KeyboardEvent): void {
  const top = layers.at(-1);
  // While composing, Esc belongs to the input method.
  if (event.key !== "Escape" || event.isComposing || !top) return;
  event.preventDefault();
  event.stopPropagation();
  top.onEscape();
}

function onPointerDown(event: PointerEvent): void {
  const top = layers.at(-1);
  const target = event.target;
  if (!top?.inside || !(target instanceof Node)) return;
  if (!top.inside().some((element) => element?.contains(target))) top.onEscape();
}

function push(layer: Layer): () => void {
  if (layers.length === 0) {
    document.addEventListener("keydown", onKeyDown, true);
    document.addEventListener("pointerdown", onPointerDown, true);
  }
  layers.push(layer);
  return () => {
    const at = layers.indexOf(layer);
    if (at >= 0) layers.splice(at, 1);
    if (layers.length > 0) return;
    document.removeEventListener("keydown", onKeyDown, true);
    document.removeEventListener("pointerdown", onPointerDown, true);
  };
}

/**
 * Esc closes the top layer only. While `active`, this component is one.
 *
 * @param inside with it, a press of the pointer outside of these elements closes too
 */
export function useLayer(
  active: boolean,
  onEscape: () => void,
  inside?: readonly RefObject<Element | null>[],
): void {
  const latest = useRef({ onEscape, inside });
  useEffect(() => {
    latest.current = { onEscape, inside };
  });
  const dismissible = inside !== undefined;
  useEffect(() => {
    if (!active) return undefined;
    return push({
      onEscape: () => {
        latest.current.onEscape();
      },
      ...(dismissible && { inside: () => (latest.current.inside ?? []).map((ref) => ref.current) }),
    });
  }, [active, dismissible]);
}

/** Whether a layer is open that keys of the page should leave alone. */
export function hasOpenLayer(): boolean {
  return layers.length > 0;
}
