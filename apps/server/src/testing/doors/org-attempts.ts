/** What an attempt on the organisation names. */
export interface OrgTarget {
  readonly unit: string;
  readonly otherUnit: string;
  readonly leaf: string;
  readonly user: string;
  readonly membership: string;
  readonly role: string;
  readonly builtIn: string;
  readonly deputy: string;
}

interface OrgAttempt {
  readonly mutation: string;
  /** Fields of the answer. */
  readonly answer: string;
  readonly args: (target: OrgTarget, today: string) => string;
}

const ID = "{ id }";

/** Each mutation of units, people and roles, as whoever may would make it; each once on one target. */
export const ORG_ATTEMPTS: readonly OrgAttempt[] = [
  {
    mutation: "addMember",
    answer: ID,
    args: ({ unit, user, builtIn }) => `unit: "${unit}", user: "${user}", role: "${builtIn}"`,
  },
  { mutation: "removeMember", answer: ID, args: ({ membership }) => `membership: "${membership}"` },
  {
    mutation: "createRole",
    answer: ID,
    args: ({ builtIn }) => `copyOf: "${builtIn}", name: "Clerk"`,
  },
  {
    mutation: "updateRole",
    answer: ID,
    args: ({ role }) => `id: "${role}", revision: 1, input: { name: "Renamed" }`,
  },
  { mutation: "archiveRole", answer: ID, args: ({ role }) => `id: "${role}"` },
  {
    mutation: "nameDeputy",
    answer: ID,
    args: ({ user }, today) => `user: "${user}", from: "${today}", to: "${today}"`,
  },
  { mutation: "endDeputy", answer: ID, args: ({ deputy }) => `deputy: "${deputy}"` },
  {
    mutation: "createUnit",
    answer: ID,
    args: ({ unit }) => `parent: "${unit}", key: "NEW", name: "New", kind: PROJECT`,
  },
  {
    mutation: "moveUnit",
    answer: ID,
    args: ({ leaf, otherUnit }) => `id: "${leaf}", parent: "${otherUnit}"`,
  },
  { mutation: "archiveUnit", answer: ID, args: ({ leaf }) => `id: "${leaf}"` },
  { mutation: "createLabel", answer: ID, args: ({ unit }) => `unit: "${unit}", name: "new"` },
  { mutation: "setHandoffPolicy", answer: ID, args: () => "policy: VIA_COMMON_HEAD" },
  {
    mutation: "setUnitHandoff",
    answer: ID,
    args: ({ unit }) => `unit: "${unit}", policy: VIA_COMMON_HEAD`,
  },
  {
    mutation: "createUser",
    answer: ID,
    args: () => 'email: "new@demo.test", name: "New"',
  },
  { mutation: "deactivateUser", answer: ID, args: ({ user }) => `id: "${user}"` },
  { mutation: "inviteUser", answer: "{ mailed }", args: ({ user }) => `user: "${user}"` },
];
