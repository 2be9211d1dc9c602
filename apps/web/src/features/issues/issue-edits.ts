import type { ApolloClient } from "@apollo/client";
import type { UpdateIssueInput } from "../../gql/graphql";
import { newClientMutationId } from "../../lib/client-id";
import { readRefusal, wordsOfRefusal, type FieldConflict, type Refused } from "../../lib/refusals";
import { createStore } from "../../lib/store";
import { announce } from "../../ui/announcer";
import { ISSUE, UPDATE_ISSUE } from "./issue.graphql";
import type { Issue, IssueFields } from "./issue-model";

/** I5: somebody else changed the same field since. Nothing is lost: both values are there to choose from. */
export interface EditConflict {
  readonly input: UpdateIssueInput;
  readonly conflicts: readonly FieldConflict[];
}

export interface EditRefusal {
  readonly field: string;
  readonly text: string;
}

export interface EditOptions {
  /** What the edit is based on; left out: the issue as it is shown. */
  readonly revision?: number | null;
  /** What to show until the answer comes, where that is more than the input says. */
  readonly shown?: Partial<IssueFields>;
}

function isConflict(refused: Refused): refused is Refused & { conflicts: readonly FieldConflict[] } {
  return refused.code === "CONFLICT" && (refused.conflicts?.length ?? 0) > 0;
}

/** All edits of one open issue: each is shown at once, and taken back with its reason when it is refused. */
export class IssueEdits {
  readonly conflict = createStore<EditConflict | null>(null);
  readonly refusal = createStore<EditRefusal | null>(null);
  private readonly client: ApolloClient;
  private issue: Issue;

  constructor(client: ApolloClient, issue: Issue) {
    this.client = client;
    this.issue = issue;
  }

  /** The issue as it is shown now. */
  follow(issue: Issue): void {
    this.issue = issue;
  }

  /** @returns whether it is saved; else `conflict` or `refusal` says why not */
  async save(input: UpdateIssueInput, { revision, shown }: EditOptions = {}): Promise<boolean> {
    const { id } = this.issue;
    this.refusal.set(null);
    const base = revision ?? this.issue.revision;
    try {
      await this.client.mutate({
        mutation: UPDATE_ISSUE,
        variables: { id, revision: base, input, mutationKey: newClientMutationId() },
        ...(shown && { optimisticResponse: { updateIssue: { ...this.issue, ...shown } } }),
      });
      return true;
    } catch (error) {
      this.refuse(input, readRefusal(error));
      return false;
    }
  }

  /** Over what somebody else wrote, knowingly. */
  async keepMine(): Promise<boolean> {
    const conflict = this.conflict.get();
    if (!conflict) return false;
    this.conflict.set(null);
    const fresh = await this.reload();
    return this.save(conflict.input, { revision: fresh?.revision ?? null });
  }

  async takeTheirs(): Promise<void> {
    this.conflict.set(null);
    await this.reload();
  }

  private refuse(input: UpdateIssueInput, refused: Refused): void {
    if (isConflict(refused)) {
      this.conflict.set({ input, conflicts: refused.conflicts });
      return;
    }
    const text = wordsOfRefusal(refused);
    const field = refused.field ?? Object.keys(input)[0] ?? "";
    this.refusal.set({ field, text });
    announce(text, "assertive");
  }

  private async reload(): Promise<Issue | null> {
    const variables = { key: this.issue.key };
    try {
      const { data } = await this.client.query({ query: ISSUE, variables, fetchPolicy: "network-only" });
      return data?.issue ?? null;
    } catch {
      // The next save tells.
      return null;
    }
  }
}
