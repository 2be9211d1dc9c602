import js from "@eslint/js";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import tseslint from "typescript-eslint";

/** A feature imports only what stands before it, in the domain, the server and the web. A new order is a decision. */
const FEATURES = [
  "identity",
  "org",
  "rights",
  "events",
  "issues",
  "handoff",
  "requests",
  "undo",
  "board",
  "planning",
  "sales",
  "processes",
  "intake",
  "notices",
  "inbox",
  "reports",
];

const forbid = (regex, message) => ({ regex, message });
const relative = (folders) => `^(\\.\\./)+(${folders.join("|")})/`;

const later = (feature) => {
  const after = FEATURES.slice(FEATURES.indexOf(feature) + 1);
  const message = `${feature} comes before these features: the order is in eslint.config.js.`;
  return after.length === 0 ? [] : [forbid(relative(after), message)];
};

const NO_TYPEORM = forbid("^typeorm(/|$)", "Only *.entity.ts, *.queries.ts and platform/db know TypeORM.");
const NO_TYPE_GRAPHQL = forbid(
  "^type-graphql(/|$)",
  "Only *.types.ts, *.resolver.ts, schema.ts and platform/graphql know type-graphql.",
);
const NO_OUTSIDE = forbid("^[^.]", "The domain imports nothing from outside.");
const NO_FEATURES = forbid(
  "^(\\.\\./|\\./)+features/",
  "This stands below the features and knows none of them.",
);
const NO_ACCESS = forbid(
  "^(\\.\\./|\\./)+access/",
  "platform has no domain word and knows nothing of access.",
);
const NO_APP = forbid(relative(["app"]), "app composes the features, and nothing imports it.");
const NO_ENTRY = forbid(
  "^(\\.\\./)+(app|main|schema|entities)\\.js$",
  "Nothing below imports the server's entry.",
);
const NO_TESTING = forbid("^(\\.\\./|\\./)+testing/", "Only tests import what is made for tests.");
const NO_DATA = forbid(
  "^@apollo/|^graphql(-ws)?(/|$)|^(\\.\\./)+gql/",
  "ui has no domain word and fetches nothing.",
);
const NO_DOMAIN = forbid("^@stafeta/domain/", "ui has no domain word.");

/** One merged rule per file: of several blocks that set it, the last one counts alone. */
const imports = (files, ...patterns) => ({
  files,
  rules: { "no-restricted-imports": ["error", { patterns: patterns.flat() }] },
});

const DOMAIN = "packages/domain/src";
const domainImports = [
  imports([`${DOMAIN}/**/*.ts`], NO_OUTSIDE, NO_TESTING),
  imports(
    [`${DOMAIN}/shared/**/*.ts`],
    NO_OUTSIDE,
    NO_TESTING,
    forbid(relative(FEATURES), "shared comes first."),
  ),
  ...FEATURES.map((name) => imports([`${DOMAIN}/${name}/**/*.ts`], NO_OUTSIDE, NO_TESTING, later(name))),
  // Tests bring vitest and fast-check, and a property may span features.
  imports([`${DOMAIN}/**/*.test.ts`, `${DOMAIN}/testing/**/*.ts`]),
];

const SERVER = "apps/server/src";
const serverImports = [
  imports([`${SERVER}/*.ts`], NO_TYPEORM, NO_TYPE_GRAPHQL, NO_TESTING),
  imports([`${SERVER}/{schema,print-schema}.ts`], NO_TYPEORM, NO_TESTING),
  ...platformImports(),
  ...FEATURES.flatMap((name) => {
    const rest = [later(name), NO_ENTRY, NO_TESTING].flat();
    const folder = `${SERVER}/features/${name}/**`;
    return [
      imports([`${folder}/*.ts`], rest, NO_TYPEORM, NO_TYPE_GRAPHQL),
      imports([`${folder}/*.{entity,queries}.ts`], rest, NO_TYPE_GRAPHQL),
      imports([`${folder}/*.{types,resolver}.ts`], rest, NO_TYPEORM),
    ];
  }),
  // Tests start the whole server from wherever they stand.
  imports([`${SERVER}/**/*.test.ts`, `${SERVER}/testing/**/*.ts`]),
  // The second implementation of the rules shares nothing with the first.
  imports(
    [`${SERVER}/testing/oracle/rules/**/*.ts`],
    forbid("^[^.]|^\\.\\./", "The oracle's rules stand on DOMAIN.md alone."),
  ),
];

function platformImports() {
  const below = [NO_FEATURES, NO_ACCESS, NO_ENTRY, NO_TESTING];
  return [
    imports([`${SERVER}/platform/**/*.ts`], below, NO_TYPEORM, NO_TYPE_GRAPHQL),
    imports([`${SERVER}/platform/db/**/*.ts`], below, NO_TYPE_GRAPHQL),
    imports([`${SERVER}/platform/graphql/**/*.ts`], below, NO_TYPEORM),
    // Who asks, and what of the company decides over it: between platform and features.
    imports([`${SERVER}/access/**/*.ts`], NO_FEATURES, NO_ENTRY, NO_TESTING, NO_TYPEORM, NO_TYPE_GRAPHQL),
    imports(
      [`${SERVER}/access/**/*.{entity,queries}.ts`],
      NO_FEATURES,
      NO_ENTRY,
      NO_TESTING,
      NO_TYPE_GRAPHQL,
    ),
  ];
}

const WEB = "apps/web/src";
const webImports = [
  imports([`${WEB}/app/**/*.{ts,tsx}`], NO_TESTING),
  ...FEATURES.map((name) =>
    imports([`${WEB}/features/${name}/**/*.{ts,tsx}`], later(name), NO_APP, NO_TESTING),
  ),
  imports([`${WEB}/lib/**/*.{ts,tsx}`], NO_FEATURES, NO_APP, NO_TESTING),
  imports([`${WEB}/ui/**/*.{ts,tsx}`], NO_FEATURES, NO_APP, NO_TESTING, NO_DATA, NO_DOMAIN),
  imports([`${WEB}/**/*.test.{ts,tsx}`, `${WEB}/testing/**/*.{ts,tsx}`]),
];

const NAMED_EXPORTS = [
  { selector: "ExportDefaultDeclaration", message: "Exports have names." },
  { selector: "ExportSpecifier[exported.name='default']", message: "Exports have names." },
];
const NO_CLOCK = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "The time arrives as a parameter.",
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: "The time arrives as a parameter.",
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: "Chance arrives as a parameter.",
  },
];

/** A rule that is switched off in a file says why: `// eslint-disable-next-line rule -- the reason`. */
const reasoned = {
  meta: { type: "suggestion", messages: { reason: "Say why: `-- the reason`." }, schema: [] },
  create: (context) => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments()) {
        const silent = /^\s*eslint-disable/.test(comment.value) && !/\s--\s+\S/.test(comment.value);
        if (silent) context.report({ loc: comment.loc, messageId: "reason" });
      }
    },
  }),
};

const TESTS = ["**/*.test.{ts,tsx}", "**/*.spec.ts", "**/src/testing/**"];

export default tseslint.config(
  {
    ignores: [
      "**/dist/",
      "**/node_modules/",
      "apps/web/src/gql/",
      "**/.data/",
      "**/.cache/",
      ".reports/",
      "**/test-results/",
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { stafeta: { rules: { "reasoned-disable": reasoned } } },
    rules: {
      "stafeta/reasoned-disable": "error",
      "max-lines": ["error", { max: 300, skipBlankLines: false, skipComments: false }],
      "max-lines-per-function": ["error", { max: 40, skipBlankLines: true, skipComments: true }],
      "no-restricted-syntax": ["error", ...NAMED_EXPORTS],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/no-extraneous-class": ["error", { allowWithDecorator: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    },
  },
  {
    files: ["apps/server/**/*.ts"],
    // Resolvers return plain objects where their types are decorated classes.
    rules: { "@typescript-eslint/no-unsafe-class-instance-assignment": "off" },
  },
  {
    files: [`${DOMAIN}/**/*.ts`],
    ignores: [`${DOMAIN}/**/*.test.ts`, `${DOMAIN}/testing/**`],
    rules: { "no-restricted-syntax": ["error", ...NAMED_EXPORTS, ...NO_CLOCK] },
  },
  { files: [`${WEB}/**/*.{ts,tsx}`], ...reactHooks.configs.flat.recommended },
  ...domainImports,
  ...serverImports,
  ...webImports,
  { files: TESTS, rules: { "max-lines-per-function": "off" } },
  {
    files: ["**/*.{js,mjs}"],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: { ...tseslint.configs.disableTypeChecked.languageOptions, globals: globals.node },
  },
  { files: ["apps/web/public/**/*.js"], languageOptions: { globals: globals.browser, sourceType: "script" } },
  {
    files: ["e2e/**/*.ts"],
    // Playwright reads the names of fixtures from the pattern, an empty one included.
    rules: { "no-empty-pattern": ["error", { allowObjectPatternsAsParameters: true }] },
  },
  {
    // What is read by a tool, which asks for a default export.
    files: ["**/*.config.{js,ts}", "apps/web/codegen.ts", "**/*.setup.ts", "e2e/global-setup.ts"],
    rules: { "no-restricted-syntax": "off" },
  },
);
