import { canCreateUnit } from "@stafeta/domain/org/manage-unit";
import type { Company } from "@stafeta/domain/org/company";
import type { UnitId } from "@stafeta/domain/shared/ids";
import { useMemo, useState } from "react";
import type { CompanyQuery } from "../../gql/graphql";
import { formatList } from "../../lib/format";
import { Link } from "../../lib/navigation";
import { t } from "../../lib/words/words";
import { Badge } from "../../ui/badge";
import { Button } from "../../ui/button";
import { Icon } from "../../ui/icon";
import { EmptyList, List, ListRow, ListWaiting } from "../../ui/list";
import { Page, PageSection } from "../../ui/page";
import { companyFrom, deniedBy, useActor, useCompanyData, type UnitDetails } from "./company-view";
import { Members } from "./members";
import { NewUnit } from "./new-unit";
import { UnitActions } from "./unit-actions";
import { KIND_WORDS, UNIT_ICONS } from "./unit-kinds";
import styles from "./unit-page.module.css";

/** A unit's people by role, its heads, and the units in it. */
export function UnitPage({ unitKey }: { unitKey: string }) {
  const data = useCompanyData();
  const unit = data?.units.find((one) => one.key === unitKey);
  if (!data || !unit) return <ListWaiting rows={4} label={t("app.loading")} />;
  return <UnitContent data={data} unit={unit} />;
}

function UnitContent({ data, unit }: { data: CompanyQuery; unit: UnitDetails }) {
  const company = useMemo(() => companyFrom(data), [data]);
  return (
    <Page
      title={unit.name}
      lead={<UnitLead unit={unit} />}
      action={<UnitActions unit={unit} units={data.units} company={company} />}
    >
      <PageSection title={t("unit.people")} lead={t("unit.peopleLead")}>
        <Members unit={unit} roles={data.roles} company={company} />
      </PageSection>
      <UnitsInside data={data} unit={unit} company={company} />
    </Page>
  );
}

interface UnitsInsideProps {
  readonly data: CompanyQuery;
  readonly unit: UnitDetails;
  readonly company: Company;
}

function UnitsInside({ data, unit, company }: UnitsInsideProps) {
  const actor = useActor();
  const [isNew, setNew] = useState(false);
  // Asked with a key that nobody has, so that the answer is about the person, not about what they typed.
  const denied = deniedBy(canCreateUnit(company, actor, unit.id as UnitId, "ZZ00000000", "PROJECT"));
  const inside = data.units.filter((one) => one.parent?.id === unit.id);
  // What is archived stays in sight here, below the rest.
  const children = [...inside.filter((one) => !one.archived), ...inside.filter((one) => one.archived)];
  return (
    <PageSection title={t("unit.units")} lead={t("unit.unitsLead")}>
      {children.length > 0 ? <UnitList units={children} /> : <EmptyList text={t("unit.noUnits")} />}
      <div>
        <Button
          icon="plus"
          denied={denied}
          onClick={() => {
            setNew(true);
          }}
        >
          {t("unit.create")}
        </Button>
      </div>
      {isNew && (
        <NewUnit
          parent={unit}
          company={company}
          onClose={() => {
            setNew(false);
          }}
        />
      )}
    </PageSection>
  );
}

function UnitLead({ unit }: { unit: UnitDetails }) {
  return (
    <span className={styles["lead"]}>
      <span className={styles["kind"]}>
        <Icon name={UNIT_ICONS[unit.kind]} />
        {t(KIND_WORDS[unit.kind])}
      </span>
      <code>{unit.key}</code>
      {unit.archived && (
        <span className={styles["kind"]}>
          <Badge>{t("unit.archived")}</Badge>
          {t("unit.archivedLead")}
        </span>
      )}
    </span>
  );
}

function UnitList({ units }: { units: readonly UnitDetails[] }) {
  return (
    <List label={t("unit.units")}>
      {units.map((unit) => (
        <ListRow
          key={unit.id}
          icon={UNIT_ICONS[unit.kind]}
          title={
            <Link to="/unit/$unitKey" params={{ unitKey: unit.key }}>
              {unit.name}
            </Link>
          }
          badge={unit.archived && <Badge>{t("unit.archived")}</Badge>}
          text={t("unit.rowText", {
            kind: t(KIND_WORDS[unit.kind]),
            key: unit.key,
            heads: formatList(unit.heads.map((head) => head.name)),
          })}
        />
      ))}
    </List>
  );
}
