/** What the application's role may do. No DELETE but on what is no record: old attempts and answered repeats. */
export const GRANT_SQL = `
grant usage on schema public to stafeta_app;
grant select, insert, update on
  clock, company, app_user, unit, unit_counter, role, membership, status, label,
  credential, session, api_token, invitation, setup_link, login_attempt, client_mutation,
  issue, issue_holder, comment to stafeta_app;
revoke insert on clock from stafeta_app;
grant select, insert on event to stafeta_app;
grant delete on client_mutation, login_attempt to stafeta_app;
grant select on migration to stafeta_app;
grant execute on function ensure_event_partitions(date, int) to stafeta_app;
revoke execute on function ensure_event_partitions(date, int) from public;
`;
