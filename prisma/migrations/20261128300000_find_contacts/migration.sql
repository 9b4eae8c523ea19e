-- Room on each page for the next version of a row: what changes with every message (the last
-- contact) then touches no index, of which there are more from here on.
alter table phone_contacts set (fillfactor = 90);

-- Finding people. The names of a contact as a search compares them: without accents and capitals,
-- one space between words and one before the first, so that " si" is the beginning of a word.
alter table phone_contacts add column search_text text not null generated always as (
  ' ' || regexp_replace(lower(regexp_replace(
    normalize(name || ' ' || translate(other_names::text, '[]",', '    '), nfd), '[\u0300-\u036f]', '', 'g')), '\s+', ' ', 'g')
) stored;

-- Pages of a long list are read in the order of an index instead of sorting everybody. Only the
-- beginning of a name stands in them: an index takes no entry above 2,700 bytes.
create index phone_contacts_by_name on phone_contacts (left(search_text, 60), id);
create index phone_contacts_by_state on phone_contacts (state, left(search_text, 60), id);
create index phone_contacts_by_age on phone_contacts (created_at, id);
create index phone_contacts_by_score on phone_contacts (lead_score, id);
create index phone_contacts_carrier on phone_contacts (carrier) where carrier is not null;
drop index phone_contacts_score;

-- Parts of words and of numbers are found by their trigrams. pg_trgm is a trusted extension: the
-- owner of the database may create it. Where that is not so, a search reads all rows and finds the same.
do $$
declare ops text;
begin
  create extension if not exists pg_trgm;
  select quote_ident(n.nspname) into ops
    from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm';
  execute format('create index phone_contacts_search on phone_contacts
    using gin (search_text %1$s.gin_trgm_ops, phone %1$s.gin_trgm_ops)', ops);
exception when insufficient_privilege or undefined_file or feature_not_supported then
  raise warning 'pg_trgm cannot be created here: searching among very many contacts is slower without it';
end $$;

-- What a person looks at: the filter and how it is shown. A list is its owner's alone.
create table contact_lists (
  id uuid primary key default gen_random_uuid(),
  owner text not null,
  filter jsonb not null,
  sort text not null,
  view text not null,
  size integer not null,
  page integer not null default 1,
  -- Chosen one by one, over all pages.
  picked text[] not null default '{}',
  -- How to reach the message that shows it: its place, or where Slack takes its replacement.
  channel text,
  message_ts text,
  response_url text,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index contact_lists_expire on contact_lists (expires_at);

-- Handed over to an action on many contacts: some of them by id, or whoever the filter finds.
create table contact_selections (
  id uuid primary key default gen_random_uuid(),
  owner text not null,
  filter jsonb,
  ids text[] not null default '{}',
  created_at timestamptz not null,
  expires_at timestamptz not null,
  check ((filter is null) = (cardinality(ids) > 0))
);
create index contact_selections_expire on contact_selections (expires_at);

create index phone_campaigns_saved_filter on phone_campaigns ((target_filter ->> 'savedFilter'));
