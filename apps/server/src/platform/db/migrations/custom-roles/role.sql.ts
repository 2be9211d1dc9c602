/**
 * R9: a custom role carries its matrix; a built-in one has none and stays as it is. What can stand in a matrix is held by the
 * database too, so that nothing that is written past the application breaks a law (section 3). A later feature that adds a
 * field or an action replaces the function of its list; a test compares both with the domain's.
 */
export const CUSTOM_ROLE_SQL = `
create function role_matrix_reads() returns text[] language sql immutable parallel safe as $$
  select '{description,type,priority,labels,startDate,parent,subIssues,subIssueCount,progress,comments,commentCount,estimate,value,totalEstimate,rank,internalComments}'::text[]
$$;
create function role_matrix_writes() returns text[] language sql immutable parallel safe as $$
  select '{title,description,type,priority,parent,labels,estimate,value,startDate,dueDate,rank}'::text[]
$$;
create function role_matrix_actions() returns text[] language sql immutable parallel safe as $$
  select '{createIssue,file,comment,commentInternally,logTime,move,start,resolve,take,handOff}'::text[]
$$;

-- Asked when a row is written, so that a list can grow without every row being checked anew.
create function check_role() returns trigger language plpgsql as $$
declare
  names jsonb;
begin
  if tg_op = 'UPDATE' and old.built_in then
    raise exception 'R9: built-in roles stay as they are';
  end if;
  if new.built_in or new.matrix is null then
    raise exception 'R9: there are four built-in roles, and every other has a matrix';
  end if;
  if tg_op = 'UPDATE' and (new.base <> old.base or new.revision <> old.revision + 1) then
    raise exception 'R9: a role keeps its base, and its revision grows by one';
  end if;
  if exists (select from jsonb_object_keys(new.matrix) key where key not in ('read', 'write', 'actions'))
    or jsonb_typeof(new.matrix->'read') is distinct from 'array'
    or jsonb_typeof(new.matrix->'write') is distinct from 'array'
    or jsonb_typeof(new.matrix->'actions') is distinct from 'array' then
    raise exception 'R9: a matrix has the lists read, write and actions';
  end if;
  if not (new.matrix->'read' <@ to_jsonb(role_matrix_reads())
      and new.matrix->'write' <@ to_jsonb(role_matrix_writes())
      and new.matrix->'actions' <@ to_jsonb(role_matrix_actions())) then
    raise exception 'R9: no matrix can hold this';
  end if;
  return new;
end
$$;

alter table role
  add column matrix jsonb,
  add column reach text check (reach in ('ASSIGNED', 'UNIT', 'TREE')),
  add column archived boolean not null default false,
  add column revision int not null default 1,
  add constraint role_matrix_of_custom check ((matrix is null) = built_in and (reach is null) = built_in),
  add constraint role_name_not_empty check (name <> '');
create trigger check_role before insert or update on role for each row execute function check_role();
`;
