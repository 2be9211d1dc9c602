import type { MigrationInterface, QueryRunner } from "typeorm";

const SQL = `
create or replace function role_matrix_reads() returns text[] language sql immutable parallel safe as $$
  select '{description,type,priority,labels,startDate,parent,subIssues,subIssueCount,progress,comments,commentCount,estimate,value,totalEstimate,rank,internalComments,handoffWords}'::text[]
$$;
`;

/** R9: reasons and comments of hand-offs are a row that a custom role can grant. Existing rows and locks: none. */
export class RoleMatrixOfHandoffs1764073000000 implements MigrationInterface {
  readonly name = "RoleMatrixOfHandoffs1764073000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  down(): Promise<void> {
    return Promise.reject(new Error("Custom roles may grant the field, so it cannot be taken back."));
  }
}
