/** features/identity: signing in, the account, people. */
export const identityWords = {
  "login.title": "Sign in",
  "login.email": "Email",
  "login.password": "Password",
  "login.submit": "Sign in",
  "login.tagline": "Every piece of work has one holder.",
  "expired.title": "Your session has ended",
  "expired.text": "Sign in to go on. Everything on this page is kept.",
  "expired.leave": "Leave this page",
  "expired.other": "You signed in as {name}, so the page was loaded anew.",
} as const;
