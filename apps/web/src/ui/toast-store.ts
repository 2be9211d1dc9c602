import { createStore } from "../lib/store";

export type ToastTone = "plain" | "ok" | "bad";

export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: ToastTone;
  readonly action?: ToastAction;
}

export const TOAST_LASTS_MS = 8000;
const MAX_SHOWN = 4;

export const toasts = createStore<readonly Toast[]>([]);
let nextId = 1;

/**
 * Says what happened, bottom left, for eight seconds; more while the pointer or the focus is on it.
 *
 * @param action what can be done about it, in one word; it must also exist elsewhere, without a time limit
 * @returns its id, for `dismissToast`
 */
export function showToast(text: string, options: { tone?: ToastTone; action?: ToastAction } = {}): number {
  const id = nextId++;
  const toast: Toast = {
    id,
    text,
    tone: options.tone ?? "plain",
    ...(options.action && { action: options.action }),
  };
  toasts.update((all) => [...all, toast].slice(-MAX_SHOWN));
  return id;
}

export function dismissToast(id: number): void {
  toasts.update((all) => all.filter((toast) => toast.id !== id));
}
