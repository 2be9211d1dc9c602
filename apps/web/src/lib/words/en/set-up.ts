/** features/identity: the first boss's page, and that of an invitation. */
export const setUpWords = {
  "password.hint": "At least {min, number} characters. A few words are easier to remember than signs.",
  "setup.title": "Set up Stafeta",
  "setup.intro": "Your account is the first, and the boss’s: it closes work and gives all other rights.",
  "setup.noToken":
    "This page opens by the link that the server printed when it started with an empty database. Open that link.",
  "setup.name": "Your name",
  "setup.start": "Begin with",
  "setup.empty": "An empty company",
  "setup.emptyText": "For real work. You add your departments and invite people.",
  "setup.demo": "The demo company",
  "setup.demoText": "Departments, people and issues to try things on.",
  "setup.companyName": "Name of the company",
  "setup.submit": "Create and open the board",
  "setup.busy": "Creating the company…",
  "invite.title": "Welcome to Stafeta",
  "invite.intro": "Choose a password, and you are in.",
  "invite.noToken": "This page opens by the link of your invitation. Open that link.",
  "invite.password": "New password",
  "invite.submit": "Save and sign in",
} as const;
