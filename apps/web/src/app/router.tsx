import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from "@tanstack/react-router";
import { loadViewer } from "../features/identity/viewer";
import { loadUnits } from "../features/org/units";
import { ownPath } from "../lib/navigation";
import { withWords } from "../lib/words/words";
import { PageError } from "./page-error";
import { NotFound, UnknownAddress } from "./not-found";
import { PageWaiting } from "./page-waiting";
import { Root } from "./root";
import { Shell } from "./shell";

function textIn(search: Record<string, unknown>, name: string): string | undefined {
  const value = search[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

const root = createRootRoute({ component: Root, notFoundComponent: UnknownAddress });

const login = createRoute({
  getParentRoute: () => root,
  path: "/login",
  validateSearch: (search): { next?: string } => {
    const next = ownPath(search["next"]);
    return next === "/" ? {} : { next };
  },
  component: lazyRouteComponent(() => import("./pages/login-page"), "LoginPage"),
});

const tokenSearch = (search: Record<string, unknown>): { token?: string } => {
  const token = textIn(search, "token");
  return token === undefined ? {} : { token };
};

const setup = createRoute({
  getParentRoute: () => root,
  path: "/setup",
  validateSearch: tokenSearch,
  component: lazyRouteComponent(() => withWords(import("./pages/setup-page")), "SetupPage"),
});

const invite = createRoute({
  getParentRoute: () => root,
  path: "/invite",
  validateSearch: tokenSearch,
  component: lazyRouteComponent(() => withWords(import("./pages/invite-page")), "InvitePage"),
});

/** Everything for the signed in. Anybody else goes to the sign-in and comes back to where they wanted to be. */
const shell = createRoute({
  getParentRoute: () => root,
  id: "shell",
  validateSearch: (search): { issue?: string } => {
    const issue = textIn(search, "issue");
    return issue === undefined ? {} : { issue };
  },
  loader: async ({ location }) => {
    // At once, not one after the other: for nobody the second is refused, which is no harm.
    const units = loadUnits().catch((error: unknown) => error);
    if (!(await loadViewer())) {
      const next = ownPath(location.href);
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- how the router is told to go elsewhere
      throw redirect({ to: "/login", search: next === "/" ? {} : { next }, replace: true });
    }
    const failed = await units;
    if (failed instanceof Error) throw failed;
  },
  // The viewer and the units are in Apollo's cache, which is what keeps them fresh.
  staleTime: Number.POSITIVE_INFINITY,
  component: Shell,
});

const home = createRoute({
  getParentRoute: () => shell,
  path: "/",
  component: lazyRouteComponent(() => import("./pages/home-page"), "HomePage"),
});

const board = createRoute({
  getParentRoute: () => shell,
  path: "/board/$unitKey",
  validateSearch: (search): { under?: boolean } => (search["under"] === true ? { under: true } : {}),
  component: lazyRouteComponent(() => import("./pages/board-route"), "BoardRoute"),
});

const issue = createRoute({
  getParentRoute: () => shell,
  path: "/issue/$issueKey",
  component: lazyRouteComponent(() => withWords(import("./pages/issue-route")), "IssueRoute"),
});

const unit = createRoute({
  getParentRoute: () => shell,
  path: "/unit/$unitKey",
  component: lazyRouteComponent(() => withWords(import("./pages/unit-route")), "UnitRoute"),
});

const inbox = createRoute({
  getParentRoute: () => shell,
  path: "/inbox",
  validateSearch: (search): { at?: string; tab?: "notices" } => {
    const at = textIn(search, "at");
    return {
      ...(at !== undefined && { at }),
      ...(search["tab"] === "notices" && { tab: "notices" as const }),
    };
  },
  component: lazyRouteComponent(() => withWords(import("./pages/inbox-route")), "InboxRoute"),
});

const people = createRoute({
  getParentRoute: () => shell,
  path: "/people",
  component: lazyRouteComponent(() => withWords(import("./pages/people-route")), "PeopleRoute"),
});

const roles = createRoute({
  getParentRoute: () => shell,
  path: "/roles",
  component: lazyRouteComponent(() => withWords(import("./pages/roles-route")), "RolesRoute"),
});

const viewAs = createRoute({
  getParentRoute: () => shell,
  path: "/view-as",
  validateSearch: (search): { on?: string } => {
    const on = textIn(search, "on");
    return on === undefined ? {} : { on };
  },
  component: lazyRouteComponent(() => withWords(import("./pages/view-as-route")), "ViewAsRoute"),
});

const closure = createRoute({
  getParentRoute: () => shell,
  path: "/closure",
  validateSearch: (search): { text?: string; unit?: string; assignee?: string } => {
    const names = ["text", "unit", "assignee"] as const;
    return Object.fromEntries(
      names.flatMap((name) => {
        const value = textIn(search, name);
        return value === undefined ? [] : [[name, value]];
      }),
    );
  },
  component: lazyRouteComponent(() => withWords(import("./pages/closure-route")), "ClosureRoute"),
});

/** CONTRACT.md. Each tab has its own address. */
const MY_PATHS = ["/my", "/my/incoming", "/my/waiting", "/my/following"] as const;
const [my, myIncoming, myWaiting, myFollowing] = [
  myRoute(MY_PATHS[0]),
  myRoute(MY_PATHS[1]),
  myRoute(MY_PATHS[2]),
  myRoute(MY_PATHS[3]),
] as const;

function myRoute<const Path extends (typeof MY_PATHS)[number]>(path: Path) {
  return createRoute({
    getParentRoute: () => shell,
    path,
    component: lazyRouteComponent(() => withWords(import("./pages/my-route")), "MyRoute"),
  });
}

const account = createRoute({
  getParentRoute: () => shell,
  path: "/account",
  component: lazyRouteComponent(() => withWords(import("./pages/account-route")), "AccountRoute"),
});

const routeTree = root.addChildren([
  login,
  setup,
  invite,
  shell.addChildren([
    home,
    board,
    issue,
    unit,
    inbox,
    people,
    roles,
    viewAs,
    closure,
    my,
    myIncoming,
    myWaiting,
    myFollowing,
    account,
  ]),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: "intent",
  defaultPendingComponent: PageWaiting,
  defaultErrorComponent: PageError,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: false,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
  interface HistoryState {
    /** The open panel was pushed by a click in the app, so that closing it is Back. */
    panelPushed?: boolean;
  }
}
