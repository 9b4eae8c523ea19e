-- Work on contacts: the lead score, actions on many contacts with their undo, exports.

-- One row: the weights where they differ from the rule's own, and how far the pass over everybody is.
create table lead_score_rules (
  only_one boolean primary key default true check (only_one),
  weights jsonb not null default '{}',
  version integer not null default 1,
  changed_by text,
  changed_at timestamptz,
  -- When the next pass is due, and the last contact of the one under way.
  next_run_at timestamptz not null default 'epoch',
  cursor uuid
);
insert into lead_score_rules default values;

-- Whose score may have changed. Only ever added to, without a unique key: whoever writes here holds
-- other locks and must never wait for somebody else who does.
create table lead_score_due (
  id bigint generated always as identity primary key,
  contact_id uuid not null
);

-- The tables themselves tell what happened, so that no way of writing to them can forget to.
create function note_contact_score_due() returns trigger language plpgsql as $$
begin
  insert into lead_score_due (contact_id) values (new.id);
  return null;
end $$;
create function note_new_contacts_score_due() returns trigger language plpgsql as $$
begin
  insert into lead_score_due (contact_id) select id from added;
  return null;
end $$;
create function note_message_score_due() returns trigger language plpgsql as $$
begin
  insert into lead_score_due (contact_id) select id from phone_contacts where phone = new.phone;
  return null;
end $$;
create function note_purchase_score_due() returns trigger language plpgsql as $$
begin
  insert into lead_score_due (contact_id)
  select id from phone_contacts where id in (new.phone_contact_id, old.phone_contact_id);
  return null;
end $$;

create trigger phone_contacts_score_due after update on phone_contacts for each row
  when ((old.opted_out, old.do_not_call, old.dead, old.erased_at, old.consent_sms, old.consent_whatsapp, old.line_type)
    is distinct from
    (new.opted_out, new.do_not_call, new.dead, new.erased_at, new.consent_sms, new.consent_whatsapp, new.line_type))
  execute function note_contact_score_due();
create trigger phone_contacts_new_score_due after insert on phone_contacts
  referencing new table as added for each statement
  execute function note_new_contacts_score_due();
create trigger phone_communications_reply_score_due after insert on phone_communications for each row
  when (new.direction = 'inbound') execute function note_message_score_due();
create trigger phone_communications_score_due after update on phone_communications for each row
  when ((old.delivered_at is null) <> (new.delivered_at is null) or old.label is distinct from new.label)
  execute function note_message_score_due();
create trigger conversions_score_due after insert or update or delete on conversions for each row
  execute function note_purchase_score_due();

-- Something done to many contacts at once: who (a filter), what, and how far it is.
create table contact_bulks (
  id uuid primary key default gen_random_uuid(),
  filter jsonb not null,
  -- Null while only the contacts are chosen.
  action text check (action in ('segment', 'tag', 'untag', 'opt-out', 'export')),
  detail jsonb not null default '{}',
  status text not null check (status in ('chosen', 'queued', 'running', 'completed', 'failed', 'undoing', 'undone')),
  total integer not null default 0,
  done integer not null default 0,
  changed integer not null default 0,
  skipped integer not null default 0,
  undone integer not null default 0,
  kept integer not null default 0,
  -- The last contact of the work, or of its undo, under way.
  cursor uuid,
  undo_until timestamptz,
  file_id uuid references files (id) on delete set null,
  expires_at timestamptz,
  -- Set before the file goes to Slack, so that a crash in between sends it no second time.
  sent_at timestamptz,
  -- The copies in Slack, to be deleted when they expire.
  slack_files text[] not null default '{}',
  error_code text,
  channel text,
  message_ts text,
  created_by text not null,
  created_at timestamptz not null,
  completed_at timestamptz,
  undone_by text,
  undone_at timestamptz
);
create index contact_bulks_open on contact_bulks (created_at)
  where status in ('queued', 'running', 'undoing');
create index contact_bulks_expiring on contact_bulks (expires_at) where expires_at is not null;

-- The contacts an action was agreed on for, and what each was before it.
create table contact_bulk_items (
  bulk_id uuid not null references contact_bulks (id) on delete cascade,
  contact_id uuid not null,
  outcome text check (outcome in ('changed', 'same', 'skipped')),
  before text,
  undone boolean,
  primary key (bulk_id, contact_id)
);
create index contact_bulk_items_contact on contact_bulk_items (contact_id);
