import { matrixOf } from "@stafeta/domain/issues/role-matrix";
import type {
  Company,
  HandoffPolicy,
  Label,
  Membership,
  Person,
  Reach,
  Role,
  Status,
  Unit,
} from "@stafeta/domain/org/company";
import { DEFAULT_LIMIT_DAYS } from "@stafeta/domain/handoff/reminders";
import { handoffPolicyOf } from "@stafeta/domain/handoff/route";
import { headsOf } from "@stafeta/domain/org/heads";
import { UNIT_FIELDS, USER_FIELDS } from "@stafeta/domain/rights/org-fields";
import { canRead } from "@stafeta/domain/rights/field-policy";
import { hatsOnPerson } from "@stafeta/domain/rights/person-hats";
import { unitCan, type UnitCan } from "@stafeta/domain/rights/unit-can";
import { hatsOnAnyIssue, type Viewer } from "@stafeta/domain/rights/viewer";
import type { LabelId, StatusId, UnitId, UserId } from "@stafeta/domain/shared/ids";

const NO_LABELS: readonly Label[] = [];
const MAX_LABEL_SETS = 10_000;
const labelSets = new WeakMap<Company, Map<string, readonly Label[]>>();

function labelSetsOf(company: Company): Map<string, readonly Label[]> {
  let sets = labelSets.get(company);
  if (!sets) labelSets.set(company, (sets = new Map<string, readonly Label[]>()));
  return sets;
}

/**
 * Units, people and what hangs on them, as a viewer may read them: plain properties, resolved when read, so that an
 * executor walks the graph without a resolver or a promise. One for each request and version of the company.
 */
export class CompanyView {
  readonly company: Company;
  readonly viewer: Viewer;
  /** Schema coordinates that were hidden while reading (R11). */
  readonly hidden: Set<string>;
  private readonly users = new Map<string, UserView>();
  private readonly units = new Map<string, UnitView>();

  constructor(company: Company, viewer: Viewer, hidden: Set<string>) {
    this.company = company;
    this.viewer = viewer;
    this.hidden = hidden;
  }

  user(id: string | null): UserView | null {
    if (id === null) return null;
    let view = this.users.get(id);
    if (!view) {
      const person = this.company.personById.get(id as UserId);
      if (!person) return null;
      view = new UserView(this, person);
      this.users.set(id, view);
    }
    return view;
  }

  unit(id: string | null): UnitView | null {
    if (id === null) return null;
    let view = this.units.get(id);
    if (!view) {
      const unit = this.company.unitById.get(id as UnitId);
      if (!unit) return null;
      view = new UnitView(this, unit);
      this.units.set(id, view);
    }
    return view;
  }

  status(id: string): Status | null {
    return this.company.statusById.get(id as StatusId) ?? null;
  }

  /** @param ids as the text of a `bigint[]`: few sets come again and again, so each is looked up once a company. */
  labels(ids: string): readonly Label[] {
    if (ids === "{}") return NO_LABELS;
    const known = labelSetsOf(this.company);
    let labels = known.get(ids);
    if (!labels) {
      const each = ids.slice(1, -1).split(",");
      labels = each.flatMap((id) => this.company.labelById.get(id as LabelId) ?? []);
      if (known.size >= MAX_LABEL_SETS) known.clear();
      known.set(ids, labels);
    }
    return labels;
  }

  role(role: Role): RoleView {
    return roleView(role);
  }

  membership(membership: Membership): MembershipView {
    return new MembershipView(this, membership);
  }
}

/** A role with its matrix, as all staff read it (R8, R9). */
export interface RoleView {
  readonly id: string;
  readonly name: string;
  readonly builtIn: boolean;
  readonly base: Role["base"];
  readonly reach: Reach;
  readonly readFields: readonly string[];
  readonly writeFields: readonly string[];
  readonly actions: readonly string[];
  readonly archived: boolean;
  readonly revision: number;
}

const roleViews = new WeakMap<Role, RoleView>();

function roleView(role: Role): RoleView {
  let view = roleViews.get(role);
  if (!view) {
    const { id, name, builtIn, base, custom } = role;
    const { reach, read, write, actions } = matrixOf(role);
    const { archived, revision } = custom ?? { archived: false, revision: 1 };
    const matrix = { reach, readFields: read, writeFields: write, actions };
    roleViews.set(role, (view = { id, name, builtIn, base, ...matrix, archived, revision }));
  }
  return view;
}

export class UserView {
  readonly id: UserId;
  readonly name: string;
  readonly active: boolean;
  readonly avatarUrl: string | null;
  private readonly view: CompanyView;
  private readonly person: Person;

  constructor(view: CompanyView, person: Person) {
    this.id = person.id;
    this.name = person.name;
    this.active = person.active;
    this.avatarUrl = person.avatarUrl;
    this.view = view;
    this.person = person;
  }

  /** R8: read by its owner, admins and managers. */
  get email(): string | null {
    if (canRead(USER_FIELDS.email, hatsOnPerson(this.view.viewer, this.id))) return this.person.email;
    this.view.hidden.add("User.email");
    return null;
  }
}

export class UnitView {
  readonly id: UnitId;
  readonly key: string;
  readonly name: string;
  readonly kind: Unit["kind"];
  readonly archived: boolean;
  readonly sprintLengthDays: number;
  private readonly view: CompanyView;
  private readonly unit: Unit;

  constructor(view: CompanyView, unit: Unit) {
    this.id = unit.id;
    this.key = unit.key;
    this.name = unit.name;
    this.kind = unit.kind;
    this.archived = unit.archived;
    this.sprintLengthDays = unit.sprintLengthDays;
    this.view = view;
    this.unit = unit;
  }

  get parent(): UnitView | null {
    return this.view.unit(this.unit.parentId);
  }

  get children(): UnitView[] {
    const children = this.view.company.childrenOf.get(this.id) ?? [];
    return children.flatMap((child) => this.view.unit(child.id) ?? []);
  }

  get heads(): UserView[] {
    return headsOf(this.view.company, this.id).flatMap((person) => this.view.user(person.id) ?? []);
  }

  get members(): MembershipView[] {
    const memberships = this.view.company.membershipsOfUnit.get(this.id) ?? [];
    return memberships.map((membership) => this.view.membership(membership));
  }

  get statuses(): readonly Status[] {
    return this.view.company.statusesOfUnit.get(this.id) ?? [];
  }

  get labels(): readonly Label[] | null {
    if (canRead(UNIT_FIELDS.labels, hatsOnAnyIssue(this.view.viewer, this.id))) {
      return this.view.company.labelsOfUnit.get(this.id) ?? [];
    }
    this.view.hidden.add("Unit.labels");
    return null;
  }

  /** H1: what leaves it; the company's where it says nothing of its own. */
  get handoffPolicy(): HandoffPolicy | null {
    return this.guarded("handoffPolicy", () => handoffPolicyOf(this.view.company, this.id));
  }

  /** H6: working days. */
  get stepLimitDays(): number | null {
    return this.guarded("stepLimitDays", () => this.unit.stepLimitDays ?? DEFAULT_LIMIT_DAYS);
  }

  private guarded<T>(field: keyof typeof UNIT_FIELDS, read: () => T): T | null {
    if (canRead(UNIT_FIELDS[field], hatsOnAnyIssue(this.view.viewer, this.id))) return read();
    this.view.hidden.add(`Unit.${field}`);
    return null;
  }

  get can(): UnitCan {
    return unitCan(this.view.company, this.view.viewer, this.id);
  }
}

export class MembershipView {
  readonly id: string;
  readonly role: RoleView | null;
  private readonly view: CompanyView;
  private readonly membership: Membership;

  constructor(view: CompanyView, membership: Membership) {
    this.id = membership.id;
    const role = view.company.roleById.get(membership.roleId);
    this.role = role ? view.role(role) : null;
    this.view = view;
    this.membership = membership;
  }

  get unit(): UnitView | null {
    return this.view.unit(this.membership.unitId);
  }

  get user(): UserView | null {
    return this.view.user(this.membership.userId);
  }
}
