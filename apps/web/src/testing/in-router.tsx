import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";

/** Renders inside a router at this address, as links and the open issue need one. */
export function renderInRouter(element: ReactNode, at = "/") {
  const root = createRootRoute({
    component: () => element,
    validateSearch: (search): { issue?: string } =>
      typeof search["issue"] === "string" ? { issue: search["issue"] } : {},
  });
  const board = createRoute({ getParentRoute: () => root, path: "/board/$unitKey" });
  const unit = createRoute({ getParentRoute: () => root, path: "/unit/$unitKey" });
  const inbox = createRoute({
    getParentRoute: () => root,
    path: "/inbox",
    validateSearch: (search): { at?: string } =>
      typeof search["at"] === "string" ? { at: search["at"] } : {},
  });
  const history = createMemoryHistory({ initialEntries: [at] });
  const router = createRouter({ routeTree: root.addChildren([board, unit, inbox]), history });
  render(<RouterProvider router={router as never} />);
  return router;
}
