import type { UserId } from "@stafeta/domain/shared/ids";
import { dayIn, type CalendarDate } from "@stafeta/domain/shared/calendar-date";
import type { Company } from "@stafeta/domain/org/company";
import { viewerOf, type Viewer } from "@stafeta/domain/rights/viewer";
import type { Reader } from "../platform/db/database.js";
import { loadCompany, type VersionedCompany } from "./company.queries.js";

/**
 * The company as of its newest known version. Nobody may trust it without reading `clock.company_version` in the
 * statement that fetches the data (R2): see ReadScope and Change, the only two that use it.
 */
export class CompanyCache {
  private current: VersionedCompany | null = null;
  private loading: Promise<VersionedCompany> | null = null;
  private viewers = new Map<string, Viewer | null>();
  private day: { readonly second: number; readonly timeZone: string; readonly today: CalendarDate } | null =
    null;

  async get(reader: Reader): Promise<VersionedCompany> {
    return this.current ?? this.load(reader);
  }

  /** At least as new as `version`. */
  async atLeast(reader: Reader, version: string): Promise<VersionedCompany> {
    for (;;) {
      if (this.current && BigInt(this.current.version) >= BigInt(version)) return this.current;
      await this.load(reader);
    }
  }

  /** For a transaction that sees its own moment: kept for others too, if nothing newer is known. */
  async loadIn(reader: Reader, version: string): Promise<VersionedCompany> {
    if (this.current?.version === version) return this.current;
    const loaded = await loadCompany(reader);
    this.keep(loaded);
    return loaded;
  }

  /** The rights of a user as of a version; kept until the version or the company's day changes (deputies have dates). */
  viewer(versioned: VersionedCompany, userId: UserId, now: Date): Viewer | null {
    const { company } = versioned;
    if (!company) return null;
    const today = this.today(company, now);
    if (versioned !== this.current) return viewerOf(company, userId, today);
    const key = `${userId}@${today}`;
    let viewer = this.viewers.get(key);
    if (viewer === undefined) {
      viewer = viewerOf(company, userId, today);
      if (this.viewers.size > 5_000) this.viewers.clear();
      this.viewers.set(key, viewer);
    }
    return viewer;
  }

  /** The company's day (section 9). The calendar is asked once a second: its formatters cost more than a whole small answer. */
  today({ timeZone }: Company, now: Date): CalendarDate {
    const second = Math.floor(now.getTime() / 1000);
    if (this.day?.second !== second || this.day.timeZone !== timeZone) {
      this.day = { second, timeZone, today: dayIn(timeZone, now) };
    }
    return this.day.today;
  }

  private async load(reader: Reader): Promise<VersionedCompany> {
    this.loading ??= loadCompany(reader).finally(() => {
      this.loading = null;
    });
    return this.keep(await this.loading);
  }

  private keep(loaded: VersionedCompany): VersionedCompany {
    if (this.current && BigInt(this.current.version) >= BigInt(loaded.version)) return this.current;
    this.current = loaded;
    this.viewers = new Map();
    return loaded;
  }
}
