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
  /** Ends the edit that waits for the choice. @param isDone whether what was typed is dealt with */
  readonly settle: (isDone: boolean) => void;
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

  /**
   * Waits, in a conflict, for the viewer's choice.
   *
   * @returns whether what was typed is dealt with: saved, or given up for what somebody else wrote; else it stays in its form
   */
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
      return this.refuse(input, readRefusal(error));
    }
  }

  /** Over what somebody else wrote, knowingly. */
  async keepMine(): Promise<void> {
    const conflict = this.conflict.get();
    if (!conflict) return;
    const fresh = await this.reload();
    this.conflict.set(null);
    conflict.settle(await this.save(conflict.input, { revision: fresh?.revision ?? null }));
  }

  async takeTheirs(): Promise<void> {
    const conflict = this.conflict.get();
    await this.reload();
    this.conflict.set(null);
    conflict?.settle(true);
  }

  decideLater(): void {
    const conflict = this.conflict.get();
    this.conflict.set(null);
    conflict?.settle(false);
  }

  private refuse(input: UpdateIssueInput, refused: Refused): boolean | Promise<boolean> {
    if (isConflict(refused)) {
      const { conflicts } = refused;
      return new Promise((settle) => {
        this.conflict.set({ input, conflicts, settle });
      });
    }
    const text = wordsOfRefusal(refused);
    const field = refused.field ?? Object.keys(input)[0] ?? "";
    this.refusal.set({ field, text });
    announce(text, "assertive");
    return false;
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
