/** app/, ui/ and lib/: what stands around every page. */
export const shellWords = {
  "app.name": "Stafeta",
  "app.title": "{page} · Stafeta",
  "app.skip": "Skip to the page",
  "app.loading": "Loading…",
  "app.stillLoading": "Still loading.",
  "action.close": "Close",
  "action.cancel": "Cancel",
  "action.retry": "Retry",
  "action.reload": "Reload the page",
  "action.show": "Show",
  "action.copy": "Copy",
  "action.copied": "Copied",
  "action.dismiss": "Dismiss",
  "field.optional": "(optional)",
  "toasts.region": "Messages",

  "rail.label": "Company",
  "rail.collapse": "Collapse the rail (N)",
  "rail.expand": "Expand the rail (N)",
  "rail.people": "People",
  "rail.open": "Show the units",
  "rail.home": "Home",

  "header.breadcrumb": "Where you are",
  "header.views": "Views",
  "view.board": "Board",
  "view.members": "Members",
  "panel.label": "Issue",

  "user.menu": "Your menu: {name}",
  "user.account": "Account",
  "user.signOut": "Sign out",
  "theme.heading": "Theme",
  "theme.system": "As the system",
  "theme.light": "Light",
  "theme.dark": "Dark",

  "saves.change": "Saving a change",
  "saves.saved": "Saved",
  "saves.saving": "Saving {count, number}",
  "saves.waiting": "Offline, {count, number} waiting",
  "saves.failed": "{count, number} failed",
  "saves.failedTitle": "{count, plural, one {# change was not saved} other {# changes were not saved}}",
  "saves.kept": "Nothing of it was lost. Send it again, or let it be.",

  "line.offline": "No connection to the server. What you do is kept and sent when it is back.",
  "line.retrying": "Trying to reconnect…",

  "error.region": "This part could not be shown",
  "error.kept": "The rest of the page works on. What you have typed is kept.",
  "error.page": "This page could not be shown",
  "error.details": "Details",
  "home.title": "Welcome, {name}",
  "home.nobody":
    "You belong to no unit yet, so there is no board to show. The head of a unit adds people to it; ask yours.",
  "home.admin":
    "You belong to no unit, so there is no board to show. You can still invite people and put them into units.",

  "notFound.title": "Nothing here",
  "notFound.text": "There is no such page, or you cannot see it.",
  "notFound.home": "Go to your first board",
} as const;
