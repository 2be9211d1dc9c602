import type { Company } from "@stafeta/domain/org/company";
import type { Viewer } from "@stafeta/domain/rights/viewer";
import type { CalendarDate } from "@stafeta/domain/shared/calendar-date";
import type { Reader, Row } from "../platform/db/database.js";
import type { Sql } from "../platform/db/sql.js";
import { CompanyView } from "./company-view.js";

/**
 * First column of every statement that fetches what rights decide on: the versions of that very moment. A scalar
 * sub-query, so the database reads the row once a statement, whatever the number of rows.
 */
export const STAMP =
  "(select last_event::text || ' ' || company_version::text || ' ' || session_version::text from clock)";

export interface Stamp {
  readonly lastEvent: string;
  readonly companyVersion: string;
  readonly sessionVersion: string;
}

export function parseStamp(text: unknown): Stamp {
  const [lastEvent, companyVersion, sessionVersion] = String(text).split(" ");
  if (lastEvent === undefined || companyVersion === undefined || sessionVersion === undefined) {
    throw new Error("a statement of a read scope begins with the stamp");
  }
  return { lastEvent, companyVersion, sessionVersion };
}

/** The database has moved on from what the scope was made for: make a new one, at least as new, and read again. */
export class StaleScope extends Error {
  readonly companyVersion: string;
  readonly sessionVersion: string;

  constructor(stamp: Stamp) {
    super("the company or a session changed while it was read");
    this.name = "StaleScope";
    this.companyVersion = stamp.companyVersion;
    this.sessionVersion = stamp.sessionVersion;
  }
}

/** What a viewer's rights are worked out from. */
interface Versions {
  readonly companyVersion: string;
  readonly sessionVersion: string;
}

function checkVersions({ companyVersion, sessionVersion }: Versions, stamp: Stamp): void {
  if (stamp.companyVersion !== companyVersion || stamp.sessionVersion !== sessionVersion) {
    throw new StaleScope(stamp);
  }
}

async function readStamp(reader: Reader): Promise<Stamp> {
  const [row] = await reader.rows(`/* stamp */ select ${STAMP}`, []);
  return parseStamp(row?.[0]);
}

/**
 * Before somebody is refused because the company does not know them.
 *
 * @throws StaleScope when the database has moved on from these versions
 */
export async function proveVersions(reader: Reader, versions: Versions): Promise<void> {
  checkVersions(versions, await readStamp(reader));
}

export interface ScopeBasis extends Versions {
  readonly reader: Reader;
  readonly company: Company;
  readonly viewer: Viewer;
  /** The company's day under which the viewer's rights were worked out. */
  readonly today: CalendarDate;
}

/**
 * One viewer's reading of one moment: rights are worked out first, and each statement proves, by the stamp that it
 * reads along, that they still held when it ran (R2). Versions only grow, so a stamp read after a statement without
 * rows proves as much.
 */
export class ReadScope {
  readonly company: Company;
  readonly viewer: Viewer;
  readonly view: CompanyView;
  readonly today: CalendarDate;
  /** Schema coordinates hidden so far (R11). */
  readonly hidden = new Set<string>();
  private readonly basis: ScopeBasis;
  private readonly events = new Set<string>();
  private isProven = false;

  constructor(basis: ScopeBasis) {
    this.basis = basis;
    this.company = basis.company;
    this.viewer = basis.viewer;
    this.today = basis.today;
    this.view = new CompanyView(basis.company, basis.viewer, this.hidden);
  }

  /** @throws StaleScope when rights have changed since the scope was made */
  async rows(text: string, sql: Sql): Promise<Row[]> {
    const rows = await this.basis.reader.rows(text, sql.values);
    const [first] = rows;
    if (first) this.check(parseStamp(first[0]));
    else await this.prove();
    return rows;
  }

  /** Reads the stamp by itself: for answers that come from the company alone. */
  async prove(): Promise<void> {
    this.check(await readStamp(this.basis.reader));
  }

  /** Before the scope's answer leaves: something must have proven that the rights held. */
  async finish(): Promise<void> {
    if (!this.isProven) await this.prove();
  }

  /** The one event that all statements so far agree on; null when they saw different moments. */
  get lastEvent(): string | null {
    const [only] = this.events;
    return this.events.size === 1 && only !== undefined ? only : null;
  }

  private check(stamp: Stamp): void {
    checkVersions(this.basis, stamp);
    this.events.add(stamp.lastEvent);
    this.isProven = true;
  }
}
