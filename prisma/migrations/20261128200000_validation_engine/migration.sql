-- Several providers answer for one number in one batch; the row of provider `offline` ends its turn.
drop index phone_validations_once;
create unique index phone_validations_once on phone_validations (batch_id, phone_contact_id, provider);
-- Null: asked, and no answer (yet). A provider may answer without a word about is_valid.
alter table phone_validations add column answered_at timestamptz;
update phone_validations set answered_at = validated_at where is_valid is not null;
alter table phone_validations add column reassigned boolean;
-- Why there was no answer although it may be charged; at `offline`: `unsettled`.
alter table phone_validations add column error_code text;
create index phone_validations_answered on phone_validations (answered_at);

-- When the providers last settled what this number is; null: never, or a word is missing.
alter table phone_contacts add column validated_at timestamptz;
update phone_contacts c set validated_at = v.at
  from (select phone_contact_id, max(answered_at) as at from phone_validations group by 1) v
 where v.phone_contact_id = c.id;

alter table validation_batches
  drop constraint validation_batches_status_check,
  add constraint validation_batches_status_check
    check (status in ('draft', 'queued', 'running', 'paused', 'completed', 'stopped', 'failed')),
  add column kind text not null default 'asked' check (kind in ('asked', 'nightly')),
  add column providers text[] not null default '{}',
  add column unsettled integer not null default 0,
  add column error_provider text,
  add column resume_at timestamptz,
  -- The local date of a nightly batch: one a night.
  add column night date unique;
update validation_batches set providers = array[provider];
alter table validation_batches drop column provider;
-- One at a time: nothing is paid twice, and no provider is asked faster than it allows.
update validation_batches b set status = 'stopped', error_code = 'validation.stopped', completed_at = now()
 where status in ('queued', 'running')
   and exists (select from validation_batches later
                where later.status in ('queued', 'running')
                  and (later.created_at, later.id) > (b.created_at, b.id));
create unique index validation_batches_one on validation_batches ((true))
  where status in ('queued', 'running', 'paused');

-- What carriers' refusals of our own messages taught about a number, the first of each kind. When one
-- was delivered last stands in phone_contacts.last_contact_date.
create table phone_send_refusals (
  phone_contact_id uuid primary key references phone_contacts (id),
  dead_at timestamptz,
  dead_code text,
  no_sms_at timestamptz,
  no_sms_code text
);
insert into phone_send_refusals (phone_contact_id, dead_at, dead_code, no_sms_at, no_sms_code)
select c.id, min(coalesce(m.sent_at, m.created_at)) filter (where m.error_code in ('30005', '21211')),
       min(m.error_code) filter (where m.error_code in ('30005', '21211')),
       min(coalesce(m.sent_at, m.created_at)) filter (where m.error_code in ('30006', '21614', '21635')),
       min(m.error_code) filter (where m.error_code in ('30006', '21614', '21635'))
  from phone_communications m join phone_contacts c on c.phone = m.phone
 where m.direction = 'outbound' and m.error_code in ('30005', '21211', '30006', '21614', '21635')
 group by c.id;

-- Failures in a row, and until when a provider is left alone because of them.
create table validation_providers (
  provider varchar(50) primary key,
  failures integer not null default 0,
  left_out integer not null default 0,
  left_out_until timestamptz,
  error_code text,
  updated_at timestamptz not null
);

-- One row. What nightly checks may spend in a month; 0: none are made.
create table validation_settings (
  id boolean primary key default true check (id),
  monthly_budget numeric(10,2) not null default 0 check (monthly_budget >= 0),
  set_by text,
  set_at timestamptz
);
insert into validation_settings default values;
