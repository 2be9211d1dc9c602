import { Component, type ReactNode } from "react";

interface ErrorBoundaryProps {
  /** What to show instead; `retry` mounts the region anew. */
  fallback: (error: unknown, retry: () => void) => ReactNode;
  /** When it changes, the region is tried again: another page, another issue. */
  resetKey?: string;
  children: ReactNode;
}

interface State {
  readonly failed: { readonly error: unknown } | null;
  readonly resetKey: string | undefined;
}

/** One broken widget never blanks the screen: stands around a page, a panel, a column. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { failed: null, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { failed: { error } };
  }

  static getDerivedStateFromProps(props: ErrorBoundaryProps, state: State): Partial<State> | null {
    return props.resetKey === state.resetKey ? null : { failed: null, resetKey: props.resetKey };
  }

  override render(): ReactNode {
    const { failed } = this.state;
    if (!failed) return this.props.children;
    return this.props.fallback(failed.error, () => {
      this.setState({ failed: null });
    });
  }
}
