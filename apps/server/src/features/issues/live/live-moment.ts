import type { Company } from "@stafeta/domain/org/company";
import type { Viewer } from "@stafeta/domain/rights/viewer";
import type { UserId } from "@stafeta/domain/shared/ids";
import type { CalendarDate } from "@stafeta/domain/shared/calendar-date";
import type { VersionedCompany } from "../../../access/company.queries.js";
import type { ScopeBasis, Stamp } from "../../../access/read-scope.js";
import type { Access } from "../../../access/request-context.js";

/** The company as of the very statement that read some events: rights are asked under it, and no other (R2). */
export class LiveMoment {
  readonly stamp: Stamp;
  readonly company: Company;
  /** The company's day: deputies have dates, so that rights hang on it too. */
  readonly today: CalendarDate;
  private readonly at: Date;
  private readonly access: Access;
  private readonly versioned: VersionedCompany;

  private constructor(access: Access, versioned: VersionedCompany, company: Company, stamp: Stamp) {
    this.access = access;
    this.versioned = versioned;
    this.company = company;
    this.stamp = stamp;
    this.at = access.now();
    this.today = access.companies.today(company, this.at);
  }

  /** Null: the company has changed since, or there is none yet; what was read is to be read again. */
  static async of(access: Access, stamp: Stamp): Promise<LiveMoment | null> {
    const versioned = await access.companies.atLeast(access.database, stamp.companyVersion);
    if (versioned.version !== stamp.companyVersion || !versioned.company) return null;
    return new LiveMoment(access, versioned, versioned.company, stamp);
  }

  viewerOf(userId: UserId): Viewer | null {
    return this.access.companies.viewer(this.versioned, userId, this.at);
  }

  basis(viewer: Viewer): ScopeBasis {
    const { companyVersion, sessionVersion } = this.stamp;
    const { access, company, today } = this;
    return { reader: access.database, company, companyVersion, sessionVersion, viewer, today };
  }
}
