/**
 * L1 and L4, held by the database for every role: nobody deletes an issue or an event, nobody rewrites an event.
 * The owner could drop a trigger; that is an administrator's deliberate act, no bug and no script of ours.
 */
export const LAW_SQL = `
create function issue_stays() returns trigger language plpgsql as $$
begin
  raise exception 'L1: nobody deletes an issue' using errcode = 'insufficient_privilege';
end $$;
create trigger issue_stays before delete on issue for each row execute function issue_stays();
create trigger issue_stays_truncate before truncate on issue execute function issue_stays();

create trigger event_stays before delete or update on event for each row execute function event_stays();
create trigger event_stays_truncate before truncate on event execute function event_stays();
create trigger event_stays_truncate before truncate on event_rest execute function event_stays();
`;
