import type { BuiltInRole, UnitKind } from "@stafeta/domain/org/company";

/** The demo company of CONTRACT.md: keys and logins are fixed, since outside checks rely on them. */
export interface DemoUnit {
  readonly key: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly parent: string | null;
}

export const DEMO_UNITS: readonly DemoUnit[] = [
  { key: "DEMO", name: "Demo company", kind: "COMPANY", parent: null },
  { key: "PROD", name: "Production", kind: "DIVISION", parent: "DEMO" },
  { key: "DESIGN", name: "Design", kind: "DEPARTMENT", parent: "PROD" },
  { key: "DEV", name: "Development", kind: "DEPARTMENT", parent: "PROD" },
  { key: "APP", name: "Mobile app", kind: "PROJECT", parent: "DEV" },
  { key: "COMM", name: "Commerce", kind: "DIVISION", parent: "DEMO" },
  { key: "SALES", name: "Sales", kind: "DEPARTMENT", parent: "COMM" },
  { key: "SERVICE", name: "Service", kind: "DEPARTMENT", parent: "COMM" },
];

export interface DemoPerson {
  readonly login: string;
  readonly name: string;
  readonly admin?: true;
  readonly roles: readonly (readonly [BuiltInRole, string])[];
}

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { login: "boss", name: "Eleanor Marsh", roles: [["MANAGER", "DEMO"]] },
  { login: "prod.head", name: "Viktor Orlov", roles: [["MANAGER", "PROD"]] },
  { login: "design.head", name: "Szabó Eszter", roles: [["MANAGER", "DESIGN"]] },
  { login: "design.dev1", name: "Noah Bennett", roles: [["DEVELOPER", "DESIGN"]] },
  { login: "design.dev2", name: "Kovács Dóra", roles: [["DEVELOPER", "DESIGN"]] },
  { login: "design.rep1", name: "Alyona Sokolova", roles: [["REPORTER", "DESIGN"]] },
  { login: "dev.head", name: "Anna Petrova", roles: [["MANAGER", "DEV"]] },
  { login: "dev.dev1", name: "Tóth Gergő", roles: [["DEVELOPER", "DEV"]] },
  {
    login: "dev.dev2",
    name: "Grace Okafor",
    roles: [
      ["DEVELOPER", "DEV"],
      ["DEVELOPER", "APP"],
    ],
  },
  { login: "dev.rep1", name: "Pavel Zaitsev", roles: [["REPORTER", "DEV"]] },
  { login: "app.head", name: "Nagy Bálint", roles: [["MANAGER", "APP"]] },
  { login: "comm.head", name: "Sofia Lindqvist", roles: [["MANAGER", "COMM"]] },
  { login: "sales.head", name: "Marek Havel", roles: [["MANAGER", "SALES"]] },
  { login: "sales.dev1", name: "Irina Volkova", roles: [["DEVELOPER", "SALES"]] },
  { login: "sales.dev2", name: "Varga Luca", roles: [["DEVELOPER", "SALES"]] },
  { login: "sales.rep1", name: "Daniel Reyes", roles: [["REPORTER", "SALES"]] },
  { login: "service.head", name: "Horváth Júlia", roles: [["MANAGER", "SERVICE"]] },
  { login: "service.dev1", name: "Oleg Smirnov", roles: [["DEVELOPER", "SERVICE"]] },
  { login: "service.rep1", name: "Chloe Martin", roles: [["REPORTER", "SERVICE"]] },
  { login: "admin", name: "Iris Admin", admin: true, roles: [] },
  { login: "analyst", name: "Farkas Ádám", roles: [["ANALYST", "DEMO"]] },
  { login: "outsider", name: "Owen Outsider", roles: [] },
];

export function demoEmail(login: string): string {
  return `${login}@demo.test`;
}

/** Names of the colours of UX.md, section 3. */
export const DEMO_LABELS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  DEMO: [
    ["strategy", "indigo"],
    ["board meeting", "grey"],
    ["legal", "red"],
    ["people", "teal"],
    ["finance", "green"],
  ],
  PROD: [
    ["capacity", "blue"],
    ["quality", "orange"],
    ["tooling", "grey"],
    ["hiring", "purple"],
    ["risk", "red"],
  ],
  DESIGN: [
    ["research", "purple"],
    ["icons", "pink"],
    ["accessibility", "teal"],
    ["brand", "orange"],
    ["handoff", "blue"],
  ],
  DEV: [
    ["backend", "blue"],
    ["security", "red"],
    ["performance", "orange"],
    ["debt", "grey"],
    ["api", "indigo"],
  ],
  APP: [
    ["android", "green"],
    ["ios", "grey"],
    ["offline", "orange"],
    ["release", "indigo"],
    ["crash", "red"],
  ],
  COMM: [
    ["campaign", "pink"],
    ["pricing", "yellow"],
    ["partners", "teal"],
    ["events", "purple"],
    ["web", "blue"],
  ],
  SALES: [
    ["enterprise", "indigo"],
    ["renewal", "green"],
    ["tender", "orange"],
    ["demo", "blue"],
    ["discount", "yellow"],
  ],
  SERVICE: [
    ["claim", "red"],
    ["refund", "orange"],
    ["training", "teal"],
    ["on site", "blue"],
    ["warranty", "green"],
  ],
};
