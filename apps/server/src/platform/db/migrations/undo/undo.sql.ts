/** I6: which event another one took back, and what one action changed on many records. */
export const UNDO_SQL = `
alter table event add column undoes bigint;
-- An action of one event is that event; of more, all but the first are found here.
create index event_operation on event (operation) where operation <> id;
`;
