/** I2: relations between issues. One that ends stays, with the time of its end: what was is a fact (L4, I8). */
export const RELATION_SQL = `
create table relation (
  id bigint generated always as identity primary key,
  from_id bigint not null references issue,
  to_id bigint not null references issue,
  kind text not null check (kind in ('RELATES', 'BLOCKS', 'DUPLICATES', 'PRECEDES')),
  delay_days int check (delay_days between 0 and 3650),
  created_at timestamptz(3) not null,
  ended_at timestamptz(3),
  check (from_id <> to_id),
  check ((kind = 'PRECEDES') = (delay_days is not null))
);
create unique index relation_once on relation (from_id, to_id, kind) where ended_at is null;
-- It has no direction: the same from both sides.
create unique index relation_relates_once on relation (least(from_id, to_id), greatest(from_id, to_id))
  where ended_at is null and kind = 'RELATES';
create index relation_to on relation (to_id) where ended_at is null;
grant select, insert, update on relation to stafeta_app;
`;
