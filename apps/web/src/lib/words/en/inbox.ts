/** features/inbox: what waits for somebody, and its keys. Keys begin with `inbox.` or `go.`. */
export const inboxWords = {
  "rail.work": "Your work",
  "go.inbox": "Inbox",
  "go.title": "{name} (G {key})",
  "go.count": "{name}: {count, plural, one {# waits for you} other {# wait for you}}",

  "inbox.title": "Inbox",
  "inbox.list": "Waiting for you",
  "inbox.count":
    "{count, plural, one {# waits for you, the oldest first} other {# wait for you, the oldest first}}",
  "inbox.empty": "Nothing waits for you.",
  "inbox.emptyWhy":
    "Here comes what needs your answer as the head of a unit. Until then, there is nothing to do.",
  "inbox.failed": "What waits for you could not be loaded.",
  "inbox.pane": "What is asked",
  "inbox.back": "All that waits",
  "inbox.keys": "J and K choose, Enter opens",
} as const;
