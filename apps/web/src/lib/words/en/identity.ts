/** features/identity: signing in, the account, people. */
export const identityWords = {
  "login.title": "Sign in",
  "login.email": "Email",
  "login.password": "Password",
  "login.submit": "Sign in",
  "login.tagline": "Every piece of work has one holder.",
  "password.show": "Show the password",
} as const;
