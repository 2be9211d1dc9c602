import { useState } from "react";
import type { ExplainAccessQuery, ExplainAccessQueryVariables } from "../../gql/graphql";
import { apollo } from "../../lib/apollo";
import { useAction, type Action } from "../../lib/use-action";
import { t } from "../../lib/words/words";
import { Button } from "../../ui/button";
import { TextField } from "../../ui/field";
import { Form, FormActions } from "../../ui/form";
import { Page } from "../../ui/page";
import { RadioCards } from "../../ui/radio-cards";
import { useViewer } from "../identity/viewer";
import { AccessTable } from "./access-table";
import { DescribedFields, isWhole, NOTHING_DESCRIBED, type Described } from "./described-issue";
import { EXPLAIN_ACCESS, ISSUE_BY_KEY } from "./explain.graphql";
import { PersonChoice, type ChosenPerson } from "./person-choice";
import styles from "./view-as.module.css";

type Explanation = ExplainAccessQuery["explainAccess"];

interface Question {
  readonly person: ChosenPerson;
  /** The key of an issue, or a description of one. */
  readonly on: string | Described;
}

interface Answer {
  readonly title: string;
  readonly person: string;
  readonly explanation: Explanation;
}

/** R10: a key that is nobody's answers as one that the asker does not see. */
async function subjectOf(on: Question["on"]): Promise<Omit<ExplainAccessQueryVariables, "user">> {
  if (typeof on !== "string") {
    const { unit, status, author, holder } = on;
    const assignee = holder ? { assignee: holder.id } : {};
    return { described: { unit: unit?.id ?? "", status, author: author?.id ?? "", ...assignee } };
  }
  const key = on.trim().toUpperCase();
  const { data } = await apollo().query({
    query: ISSUE_BY_KEY,
    variables: { key },
    fetchPolicy: "network-only",
  });
  return { issue: data?.issue?.id ?? "0" };
}

async function explain({ person, on }: Question): Promise<Answer | null> {
  const variables = { user: person.id, ...(await subjectOf(on)) };
  const { data } = await apollo().query({ query: EXPLAIN_ACCESS, variables, fetchPolicy: "network-only" });
  if (!data) return null;
  const title =
    typeof on === "string"
      ? t("viewAs.result", { person: person.name, issue: on.trim().toUpperCase() })
      : t("viewAs.resultDescribed", { person: person.name, unit: on.unit?.name ?? "" });
  return { title, person: person.name, explanation: data.explainAccess };
}

/** R9, R12: the matrix's effect for any person, with the rule that decided each line. */
export function ViewAsPage({ issueKey }: { issueKey?: string | undefined }) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const action = useAction<Question>(async (question) => {
    setAnswer(await explain(question));
  });
  return (
    <Page title={t("viewAs.title")} lead={t("viewAs.lead")}>
      <QuestionForm issueKey={issueKey} action={action} />
      {answer && (
        <section aria-label={answer.title} className={styles["result"]}>
          <h2 className={styles["resultTitle"]}>{answer.title}</h2>
          <AccessTable person={answer.person} explanation={answer.explanation} />
        </section>
      )}
    </Page>
  );
}

interface QuestionFormProps {
  issueKey: string | undefined;
  action: Action<Question>;
}

function QuestionForm({ issueKey, action }: QuestionFormProps) {
  const { user } = useViewer();
  const [person, setPerson] = useState<ChosenPerson>({ id: user.id, name: user.name });
  const [kind, setKind] = useState<Kind>("issue");
  const [key, setKey] = useState(issueKey ?? "");
  const [described, setDescribed] = useState<Described>(NOTHING_DESCRIBED);
  const isReady = kind === "issue" ? key.trim() !== "" : isWhole(described);
  const submit = () => {
    if (isReady) void action.start({ person, on: kind === "issue" ? key : described });
  };
  return (
    <Form error={action.formError()} onSubmit={submit} label={t("viewAs.title")}>
      <PersonChoice
        label={t("viewAs.person")}
        person={person}
        none={t("viewAs.choosePerson")}
        onChoose={(chosen) => {
          if (chosen) setPerson(chosen);
        }}
      />
      <SubjectKind kind={kind} onChange={setKind} />
      {kind === "issue" ? (
        <IssueKey value={key} onChange={setKey} />
      ) : (
        <DescribedFields described={described} onChange={setDescribed} />
      )}
      <FormActions>
        <Button type="submit" look="primary" busy={action.isBusy}>
          {t("viewAs.show")}
        </Button>
      </FormActions>
    </Form>
  );
}

type Kind = "issue" | "described";

function SubjectKind({ kind, onChange }: { kind: Kind; onChange: (kind: Kind) => void }) {
  return (
    <RadioCards
      label={t("viewAs.of")}
      value={kind}
      options={[
        { value: "issue", label: t("viewAs.ofIssue"), text: t("viewAs.ofIssueText") },
        { value: "described", label: t("viewAs.ofDescribed"), text: t("viewAs.ofDescribedText") },
      ]}
      onChange={onChange}
    />
  );
}

function IssueKey({ value, onChange }: { value: string; onChange: (key: string) => void }) {
  return (
    <TextField
      label={t("viewAs.issueKey")}
      hint={t("viewAs.keyHint")}
      value={value}
      required
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => {
        onChange(event.target.value);
      }}
    />
  );
}
