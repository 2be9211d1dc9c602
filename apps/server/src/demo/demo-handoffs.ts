/** What became of a step, or of the whole: by whom, so many hours ago. */
export interface DemoAnswer {
  readonly by: string;
  readonly hoursAgo: number;
  readonly what: "ACCEPT" | "REFUSE" | "WITHDRAW";
  /** Of a refusal the reason, of an acceptance what was said. */
  readonly words?: string;
  /** At the last step, who is to do it. */
  readonly executor?: string;
}

export interface DemoHandoff {
  /** Of the issue, which was written for it a day before. */
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly by: string;
  readonly hoursAgo: number;
  readonly comment: string | null;
  /** In the order of their turns; what is not answered waits to this day. */
  readonly answers: readonly DemoAnswer[];
}

type Way = Pick<DemoHandoff, "title" | "from" | "to" | "by" | "hoursAgo"> & { readonly comment?: string };

function accept(by: string, hoursAgo: number, more: Pick<DemoAnswer, "words" | "executor"> = {}): DemoAnswer {
  return { by, hoursAgo, what: "ACCEPT", ...more };
}

function refuse(by: string, hoursAgo: number, words: string): DemoAnswer {
  return { by, hoursAgo, what: "REFUSE", words };
}

function way({ comment, ...rest }: Way, ...answers: readonly DemoAnswer[]): DemoHandoff {
  return { ...rest, comment: comment ?? null, answers };
}

const WAITING: readonly DemoHandoff[] = [
  way(
    {
      title: "Delivery notes by mail",
      from: "SALES",
      to: "DEV",
      by: "sales.dev1",
      hoursAgo: 150,
      comment: "The customer asks every week.",
    },
    accept("sales.head", 146),
  ),
  way({
    title: "Ask the three largest customers about exports",
    from: "DEV",
    to: "SALES",
    by: "dev.dev1",
    hoursAgo: 76,
    comment: "Only sales can ask them this.",
  }),
  way({ title: "Price list for partner shops", from: "PROD", to: "COMM", by: "design.head", hoursAgo: 50 }),
  way({
    title: "Fire drill: who calls the customer",
    from: "DEMO",
    to: "SERVICE",
    by: "comm.head",
    hoursAgo: 31,
  }),
  way(
    {
      title: "Is the old drawing still valid",
      from: "SERVICE",
      to: "DESIGN",
      by: "service.dev1",
      hoursAgo: 29,
      comment: "Is the drawing still right?",
    },
    accept("service.head", 27),
  ),
  way(
    {
      title: "Calendar of trade fairs for the year",
      from: "COMM",
      to: "PROD",
      by: "sales.head",
      hoursAgo: 22,
    },
    accept("comm.head", 21),
  ),
  way({
    title: "Second order from Győr: same machine, new frame",
    from: "SERVICE",
    to: "SALES",
    by: "service.head",
    hoursAgo: 12,
    comment: "It is a new order.",
  }),
  way({
    title: "Экран настроек на узком телефоне",
    from: "APP",
    to: "DESIGN",
    by: "dev.dev2",
    hoursAgo: 9,
  }),
  way(
    { title: "Icons for the states of an order", from: "DESIGN", to: "DEV", by: "design.dev1", hoursAgo: 5 },
    accept("design.head", 4),
  ),
  way({
    title: "Answer to the request about backups",
    from: "DEV",
    to: "SERVICE",
    by: "dev.head",
    hoursAgo: 3,
    comment: "Please answer the customer.",
  }),
];

const ARRIVED: readonly DemoHandoff[] = [
  way(
    {
      title: "Returned gearbox, no order number",
      from: "SALES",
      to: "SERVICE",
      by: "sales.dev2",
      hoursAgo: 300,
      comment: "A claim, no order.",
    },
    accept("sales.head", 296),
    accept("service.head", 290, { executor: "service.dev1" }),
  ),
  way(
    { title: "New look for the weekly report", from: "DEV", to: "DESIGN", by: "dev.dev2", hoursAgo: 240 },
    accept("dev.head", 235),
    accept("design.head", 230, { executor: "design.dev2", words: "Ours." }),
  ),
  way(
    {
      title: "Form hangs when the file has no name",
      from: "SERVICE",
      to: "DEV",
      by: "service.dev1",
      hoursAgo: 220,
      comment: "It can be repeated, see below.",
    },
    accept("service.head", 218),
    accept("dev.head", 210, { executor: "dev.dev1" }),
  ),
  way(
    { title: "Новая вывеска на складе", from: "DEMO", to: "PROD", by: "comm.head", hoursAgo: 205 },
    accept("boss", 200),
    accept("prod.head", 190),
  ),
  way(
    {
      title: "Onboarding screens, second draft",
      from: "DESIGN",
      to: "APP",
      by: "design.dev2",
      hoursAgo: 170,
    },
    accept("design.head", 168),
    accept("app.head", 150, { executor: "dev.dev2" }),
  ),
  way(
    {
      title: "Discount for the school in Pécs",
      from: "COMM",
      to: "SALES",
      by: "service.head",
      hoursAgo: 140,
    },
    accept("comm.head", 130),
    accept("sales.head", 120, { executor: "sales.dev1" }),
  ),
  way(
    { title: "Push messages arrive twice", from: "APP", to: "DEV", by: "dev.dev2", hoursAgo: 125 },
    accept("app.head", 124),
    accept("dev.head", 100, { executor: "dev.dev2" }),
  ),
  way(
    { title: "Spare keys for the test hall", from: "PROD", to: "DEV", by: "design.head", hoursAgo: 98 },
    accept("prod.head", 97),
    accept("dev.head", 96),
  ),
];

const TAKEN_BACK: readonly DemoHandoff[] = [
  way(
    {
      title: "Login fails behind the customer’s proxy",
      from: "SALES",
      to: "DEV",
      by: "sales.dev2",
      hoursAgo: 215,
    },
    accept("sales.head", 212),
    refuse("dev.head", 208, "We need the customer’s log first. Ask for it, and send it again."),
  ),
  way(
    { title: "Posters for the spring fair", from: "DESIGN", to: "SALES", by: "design.dev1", hoursAgo: 160 },
    accept("design.head", 158),
    refuse("sales.head", 155, "Nobody has ordered this. Put it into the next version."),
  ),
  way(
    {
      title: "Export for the accountant",
      from: "DEV",
      to: "SALES",
      by: "dev.dev2",
      hoursAgo: 110,
    },
    refuse("dev.head", 108, "We can do this ourselves."),
  ),
  way(
    {
      title: "Barcode is not read in the cold",
      from: "SERVICE",
      to: "DEV",
      by: "service.dev1",
      hoursAgo: 90,
      comment: "Urgent.",
    },
    { by: "service.dev1", hoursAgo: 88, what: "WITHDRAW" },
  ),
];

/** H1 to H5: each unit has some that wait, for hours or for days, and some that have ended; in the order of their beginnings. */
export const DEMO_HANDOFFS: readonly DemoHandoff[] = [...WAITING, ...ARRIVED, ...TAKEN_BACK].toSorted(
  (a, b) => b.hoursAgo - a.hoursAgo,
);
