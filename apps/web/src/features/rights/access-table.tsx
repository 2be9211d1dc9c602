import type { ExplainAccessQuery, VerdictFragment } from "../../gql/graphql";
import { wordsOfRefusal } from "../../lib/refusals";
import { t } from "../../lib/words/words";
import { Badge } from "../../ui/badge";
import { Icon } from "../../ui/icon";
import { actionTitle, fieldTitle, hatTitle } from "./rights-words";
import styles from "./view-as.module.css";

type Explanation = ExplainAccessQuery["explainAccess"];

/** R12: each line with what decided it: the hat that opens it, or the reason why not, and the rule's number. */
export function AccessTable({ person, explanation }: { person: string; explanation: Explanation }) {
  const { hats, fields, actions } = explanation;
  const isSeen = hats.length > 0;
  return (
    <>
      {isSeen ? (
        <p className={styles["hats"]}>
          <span>{t("viewAs.hats")}</span>
          {hats.map((hat) => (
            <Badge key={hat} tone="accent">
              {hatTitle(hat)}
            </Badge>
          ))}
        </p>
      ) : (
        <p className={styles["hats"]}>{t("viewAs.noHats")}</p>
      )}
      <div className={styles["tables"]}>
        {isSeen && <FieldTable person={person} fields={fields} />}
        <ActionTable person={person} actions={actions} />
      </div>
    </>
  );
}

function FieldTable({ person, fields }: { person: string; fields: Explanation["fields"] }) {
  return (
    <table className={styles["table"]} aria-label={t("viewAs.fieldsOf", { person })}>
      <thead>
        <tr>
          <th scope="col">{t("viewAs.fields")}</th>
          <th scope="col">{t("viewAs.read")}</th>
          <th scope="col">{t("viewAs.write")}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ field, read, write }) => (
          <tr key={field}>
            <th scope="row">{fieldTitle(field)}</th>
            <VerdictCell verdict={read} />
            <VerdictCell verdict={write} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ActionTable({ person, actions }: { person: string; actions: Explanation["actions"] }) {
  return (
    <table className={styles["table"]} aria-label={t("viewAs.actionsOf", { person })}>
      <thead>
        <tr>
          <th scope="col">{t("viewAs.actions")}</th>
          <th scope="col">{t("viewAs.may")}</th>
        </tr>
      </thead>
      <tbody>
        {actions.map(({ action, verdict }) => (
          <tr key={action}>
            <th scope="row">{actionTitle(action)}</th>
            <VerdictCell verdict={verdict} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function reasonOf({ message, params }: VerdictFragment): string {
  const given: Readonly<Record<string, string | number>> =
    typeof params === "object" && params !== null ? (params as Record<string, string | number>) : {};
  return message === null
    ? ""
    : wordsOfRefusal({ code: "FORBIDDEN", message: { key: message, params: given } });
}

function VerdictCell({ verdict }: { verdict: VerdictFragment }) {
  const { allowed, by, rule } = verdict;
  return (
    <td className={allowed ? styles["yes"] : styles["no"]}>
      <span className={styles["line"]}>
        <Icon name={allowed ? "check" : "lock"} label={allowed ? t("viewAs.yes") : t("viewAs.no")} />
        <span className={styles["why"]}>{allowed ? hatTitle(by ?? "ANYONE") : reasonOf(verdict)}</span>
        {rule !== null && <span className={styles["rule"]}>{rule}</span>}
      </span>
    </td>
  );
}
