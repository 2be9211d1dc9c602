import {
  Link,
  useCanGoBack,
  useNavigate,
  useParams,
  useRouter,
  useRouterState,
  useSearch,
} from "@tanstack/react-router";
import { useCallback, useEffect } from "react";
import { t } from "./words/words";

export { Link, useNavigate };

/**
 * Return addresses after a sign-in: paths of this app only (AUT-09). Everything that a browser could read as another
 * origin is refused: a scheme, `//host`, a backslash or a control character that it would drop or turn.
 */
export function ownPath(next: unknown): string {
  if (typeof next !== "string") return "/";
  // eslint-disable-next-line no-control-regex -- browsers drop tabs and newlines inside an address
  if (!next.startsWith("/") || next.startsWith("//") || /[\\\u0000-\u0020\u007f]/.test(next)) return "/";
  const base = "http://own.invalid";
  const url = URL.canParse(next, base) ? new URL(next, base) : null;
  if (url?.origin !== base || url.pathname.startsWith("//")) return "/";
  // Back to the sign-in page would be a loop.
  return url.pathname === "/login" ? "/" : `${url.pathname}${url.search}${url.hash}`;
}

export interface IssueParam {
  readonly issueKey: string | undefined;
  readonly open: (key: string) => void;
  readonly close: () => void;
}

/** The issue in the right panel: part of the address (`?issue=DEV-12`), so that Back closes it and links keep it. */
export function useIssueParam(): IssueParam {
  const { issue } = useSearch({ strict: false });
  const navigate = useNavigate();
  const router = useRouter();
  const canGoBack = useCanGoBack();
  const open = useCallback(
    (key: string) => {
      const replace = issue !== undefined;
      void navigate({
        to: ".",
        search: (now) => ({ ...now, issue: key }),
        replace,
        state: (now) => ({ ...now, panelPushed: replace ? (now.panelPushed ?? false) : true }),
      });
    },
    [navigate, issue],
  );
  const close = useCallback(() => {
    if (issue === undefined) return;
    if (canGoBack && router.state.location.state.panelPushed === true) {
      router.history.back();
      return;
    }
    void navigate({ to: ".", search: ({ issue: _closed, ...rest }) => rest, replace: true });
  }, [navigate, router, canGoBack, issue]);
  return { issueKey: issue, open, close };
}

/** The unit in the address of a board or a unit page. */
export function useUnitKeyParam(): string | undefined {
  const { unitKey } = useParams({ strict: false });
  return unitKey;
}

export function usePathname(): string {
  return useRouterState({ select: (state) => state.location.pathname });
}

/** The words in the browser's tab. */
export function useTitle(page: string | undefined): void {
  useEffect(() => {
    document.title = page === undefined ? t("app.name") : t("app.title", { page });
  }, [page]);
}
