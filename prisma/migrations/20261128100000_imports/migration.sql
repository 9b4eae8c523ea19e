-- Large uploads lie in pieces, so that neither saving nor reading one holds it in memory.
create table file_pieces (
  file_id uuid not null references files (id) on delete cascade,
  n integer not null,
  bytes bytea not null,
  primary key (file_id, n)
);
alter table file_pieces alter column bytes set storage external;

-- What a file is: people, or numbers that nobody may write to.
alter table imports drop constraint imports_kind_check;
alter table imports add constraint imports_kind_check
  check (kind in ('contacts', 'opt-out', 'dnc-national', 'dnc-state', 'litigator'));
alter table imports drop constraint imports_status_check;
alter table imports add constraint imports_status_check check
  (status in ('uploaded', 'previewed', 'queued', 'running', 'completed', 'failed', 'canceled', 'undone'));
-- The day the list was compared with its registry. A scrub of the national list is good for 31 days.
alter table imports add column scrubbed_on date;
alter table imports add column undone_at timestamptz;
alter table imports add column undone_by text;
-- What the undo gave back: contacts deleted, restored, suppressions lifted.
alter table imports add column undone jsonb;

alter table suppressions add column scrubbed_on date;
create index suppressions_import on suppressions (source_ref) where source = 'import';

-- Which contacts an import met, in order, and what it changed in them: `before` and `after` hold the
-- changed columns only, null when the contact learned nothing. Kept as long as an undo is possible.
create table import_changes (
  seq bigint generated always as identity,
  import_id uuid not null references imports (id) on delete cascade,
  contact_id uuid not null references phone_contacts (id) on delete cascade,
  before jsonb,
  after jsonb,
  primary key (import_id, contact_id)
);
create index import_changes_contact on import_changes (contact_id);

-- Every number that an import's file wants left alone. A number that two lists name stays
-- suppressed when one of the two is undone.
create table import_suppressed (
  import_id uuid not null references imports (id) on delete cascade,
  phone varchar(20) not null,
  reason text not null,
  primary key (import_id, phone, reason)
);
create index import_suppressed_phone on import_suppressed (phone, reason);

-- The ledger is never rewritten: what an undone import had entered no longer counts.
create table undone_imports (
  import_id text primary key,
  undone_at timestamptz not null
);

-- After an import only the few numbers that spoke for themselves are looked at again.
create index consent_events_own on consent_events (phone) where source <> 'import';
