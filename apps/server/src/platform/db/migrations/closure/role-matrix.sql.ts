/** R9: relations, and the reasons for which work was returned or cancelled, are rows that a custom role can grant. */
export const CLOSURE_ROLE_MATRIX_SQL = `
create or replace function role_matrix_reads() returns text[] language sql immutable parallel safe as $$
  select '{description,type,priority,labels,startDate,parent,subIssues,subIssueCount,progress,relations,blocked,reason,comments,commentCount,estimate,value,totalEstimate,rank,internalComments,handoffWords}'::text[]
$$;
`;
