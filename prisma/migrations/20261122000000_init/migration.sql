-- The whole schema. The four tables of the user's own design keep their names and columns;
-- what the send protocol, the law and the team need stands beside them.
-- Times are UTC instants (timestamptz), money is numeric, zones are IANA names.

-- One row: what this database is for, and the sandbox's clock.
create table instance (
  only_one boolean primary key default true check (only_one),
  mode text not null check (mode in ('sandbox', 'live')),
  clock_offset_ms bigint not null default 0 check (clock_offset_ms >= 0),
  -- Where the pretend outside world of the running web process listens, for a worker process beside it.
  sandbox jsonb,
  created_at timestamptz not null default now(),
  check (mode = 'sandbox' or clock_offset_ms = 0)
);

create table team_members (
  slack_user_id text primary key,
  role text not null check (role in ('viewer', 'operator', 'approver', 'admin')),
  added_by text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- Uploads, rejects, exports, charts: by id, for their owner, until they expire.
create table files (
  id uuid primary key default gen_random_uuid(),
  owner text not null,
  kind text not null check (kind in ('import', 'rejects', 'export', 'chart', 'evidence', 'media')),
  name text not null,
  mime text not null,
  size integer not null check (size >= 0),
  content bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index files_expires on files (expires_at);
-- Not compressed, so that a large file can be read piece by piece.
alter table files alter column content set storage external;

-- ---------------------------------------------------------------- contacts

create table phone_contacts (
  id uuid primary key default gen_random_uuid(),
  phone varchar(20) not null unique check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  formatted_phone varchar(25) not null default '',
  name varchar(255) not null default '',
  -- Other names met for the same phone; when first names differ, {{firstName}} uses its default.
  other_names jsonb not null default '[]',
  first_name_conflict boolean not null default false,

  state varchar(50) not null,
  -- What the row itself said; null when the state is only known from the area code.
  address_state varchar(2),
  area_code varchar(3) not null,
  city varchar(100),
  zip varchar(10),
  timezone varchar(50),
  -- Inputs of the compliance gate: every row that must allow, in every zone. Sorted.
  rule_states text[] not null default '{}',
  zones text[] not null default '{}',

  is_validated boolean not null default false,
  validation_result jsonb,
  is_active boolean not null default true,
  carrier varchar(100),
  line_type varchar(50),

  segment varchar(100) not null default 'geral',
  tags jsonb not null default '[]',
  customer_profile jsonb,

  -- Standing facts: written in the transaction that changes them, read by every waterfall.
  opted_out boolean not null default false,
  opt_out_date timestamptz,
  suppression_reason text,
  do_not_call boolean not null default false,
  dead boolean not null default false,
  consent_sms text not null default 'none'
    check (consent_sms in ('none', 'refused', 'revoked', 'unattested', 'asserted', 'documented')),
  consent_whatsapp text not null default 'none'
    check (consent_whatsapp in ('none', 'refused', 'revoked', 'unattested', 'asserted', 'documented')),
  consent_call text not null default 'none'
    check (consent_call in ('none', 'refused', 'revoked', 'unattested', 'asserted', 'documented')),
  consent_date timestamptz,
  last_contact_date timestamptz,
  last_inbound_at timestamptz,

  total_campaigns integer not null default 0,
  response_rate numeric(5,2) not null default 0,
  conversion_rate numeric(5,2) not null default 0,
  lead_score integer not null default 0 check (lead_score between 0 and 100),

  import_id uuid,
  erased_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index phone_contacts_state on phone_contacts (state);
create index phone_contacts_segment on phone_contacts (segment);
create index phone_contacts_tags on phone_contacts using gin (tags jsonb_path_ops);
create index phone_contacts_score on phone_contacts (lead_score);
create index phone_contacts_import on phone_contacts (import_id);

create table imports (
  id uuid primary key default gen_random_uuid(),
  kind text not null default 'contacts' check (kind in ('contacts', 'suppressions')),
  status text not null
    check (status in ('uploaded', 'previewed', 'queued', 'running', 'completed', 'failed', 'canceled')),
  file_id uuid references files (id) on delete set null,
  file_name text not null,
  file_sha256 text not null,
  -- What was detected: encoding, delimiter, header language; which column means what.
  detected jsonb not null default '{}',
  mapping jsonb not null default '{}',
  preview jsonb,
  -- Who vouches for the consent in this file: seller, channels, where the text is kept.
  attestation jsonb,
  rows_done integer not null default 0,
  counts jsonb,
  -- The last number that was merged: where a run that died is taken up again.
  cursor text not null default '',
  error_code text,
  channel text,
  message_ts text,
  created_by text not null,
  created_at timestamptz not null,
  started_at timestamptz,
  completed_at timestamptz
);
create index imports_created on imports (created_at desc);

create table import_rejects (
  import_id uuid not null references imports (id) on delete cascade,
  row_number integer not null,
  reason text not null,
  cells jsonb not null,
  primary key (import_id, row_number)
);

-- Written before the provider is asked and completed by its answer: is_valid stays null when the
-- process died in between, and the number is not asked (and paid) again in that batch.
create table phone_validations (
  id uuid primary key default gen_random_uuid(),
  phone_contact_id uuid not null references phone_contacts (id),
  batch_id uuid,
  provider varchar(50) not null,
  validation_result jsonb,
  is_valid boolean,
  is_active boolean,
  carrier varchar(100),
  line_type varchar(50),
  country_code varchar(5),
  validation_cost numeric(6,4) not null default 0,
  validated_at timestamptz not null default now()
);
create index phone_validations_contact on phone_validations (phone_contact_id, provider, validated_at desc);
create unique index phone_validations_once on phone_validations (batch_id, phone_contact_id);

create table validation_batches (
  id uuid primary key default gen_random_uuid(),
  status text not null check (status in ('draft', 'queued', 'running', 'completed', 'stopped', 'failed')),
  filter jsonb not null,
  provider text not null,
  total integer not null,
  max_cost numeric(10,4) not null,
  checked integer not null default 0,
  spent numeric(10,4) not null default 0,
  error_code text,
  channel text,
  message_ts text,
  created_by text not null,
  created_at timestamptz not null,
  completed_at timestamptz
);

-- ---------------------------------------------------------------- consent

-- Append-only. What a person agreed to or refused, and how we know.
create table consent_events (
  id uuid primary key default gen_random_uuid(),
  -- The order in which they were written; the clock may stand still between two of them.
  seq bigint generated always as identity,
  phone varchar(20) not null,
  kind text not null check (kind in ('grant', 'refuse', 'revoke')),
  basis text not null check (basis in ('asserted', 'documented')),
  channels text[] not null,
  source text not null,
  source_ref text,
  text_shown text,
  language text,
  evidence jsonb not null default '{}',
  given_at timestamptz,
  recorded_at timestamptz not null,
  recorded_by text not null
);
create index consent_events_phone on consent_events (phone, recorded_at);
-- The same evidence read twice (a re-import, a repeated webhook) is one entry. A text is known by
-- its id alone: a webhook that comes again comes at another time.
create unique index consent_events_once on consent_events
  (phone, kind, source, coalesce(source_ref, ''),
   (case when source in ('sms', 'whatsapp') then 'epoch'::timestamptz
         else coalesce(given_at, 'epoch'::timestamptz) end), channels);

-- By number, not by contact: it survives deletion and wins over every later import.
create table suppressions (
  id uuid primary key default gen_random_uuid(),
  phone varchar(20) not null,
  reason text not null
    check (reason in ('opt-out', 'carrier-opt-out', 'dnc-national', 'dnc-state', 'litigator', 'admin', 'erased')),
  source text not null,
  source_ref text,
  created_by text not null,
  created_at timestamptz not null,
  lifted_at timestamptz,
  lifted_by text,
  lifted_evidence jsonb
);
create unique index suppressions_active on suppressions (phone, reason) where lifted_at is null;

-- ---------------------------------------------------------------- campaigns

create table phone_campaigns (
  id uuid primary key default gen_random_uuid(),
  name varchar(255) not null,
  type varchar(50) not null default 'sms' check (type in ('sms', 'whatsapp', 'call')),
  status varchar(50) not null default 'draft'
    check (status in ('draft', 'submitted', 'scheduled', 'running', 'paused', 'completed', 'canceled')),
  objective text not null default 'conversion' check (objective in ('awareness', 'conversion', 'retention')),

  message_template text not null default '',
  target_segments jsonb not null default '[]',
  target_states jsonb not null default '[]',
  -- The whole audience filter; target_segments and target_states repeat its two best known parts.
  target_filter jsonb not null default '{}',
  schedule_config jsonb not null default '{}',

  total_sent integer not null default 0,
  total_delivered integer not null default 0,
  total_responses integer not null default 0,
  total_conversions integer not null default 0,
  total_opt_outs integer not null default 0,

  cost_per_message numeric(8,4) not null default 0,
  total_budget numeric(14,6),
  max_daily_spend numeric(14,6),
  stop_on_budget_reached boolean not null default true,
  total_spent numeric(14,6) not null default 0,

  -- Optimistic lock: every edit adds one; a stale form is told so.
  version integer not null default 1,
  -- Wizard: the furthest step that was saved.
  step integer not null default 1 check (step between 1 and 5),
  -- Who changed it since it was last submitted: none of them may approve.
  editors text[] not null default '{}',
  content_hash text,
  rules_version text,
  starts_at timestamptz,
  ends_at timestamptz,
  paused_reason text,
  paused_by text,
  canceled_by text,
  submitted_by text,
  submitted_at timestamptz,
  approved_by text,
  approved_at timestamptz,
  started_at timestamptz,
  last_progress_at timestamptz,
  created_by varchar(255) not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  completed_at timestamptz
);
create index phone_campaigns_status on phone_campaigns (status);

create table campaign_variants (
  id uuid primary key default gen_random_uuid(),
  campaign_id uuid not null references phone_campaigns (id) on delete cascade,
  label text not null,
  template text not null,
  weight integer not null default 1 check (weight > 0),
  unique (campaign_id, label)
);

-- One row per submission. The hash says what was agreed to.
create table approvals (
  id uuid primary key default gen_random_uuid(),
  campaign_id uuid not null references phone_campaigns (id),
  version integer not null,
  content_hash text not null,
  -- What the approver was shown: waterfall, samples, cost, verdict, attestations.
  snapshot jsonb not null,
  requested_by text not null,
  requested_at timestamptz not null,
  editors text[] not null,
  decision text check (decision in ('approved', 'rejected', 'void')),
  decided_by text,
  decided_at timestamptz,
  reason text,
  unique (campaign_id, version)
);
create unique index approvals_open on approvals (campaign_id) where decision is null;

-- Money in the send loop, apart from the campaign so that its lock is never upgraded.
create table campaign_budgets (
  campaign_id uuid primary key references phone_campaigns (id) on delete cascade,
  ceiling numeric(14,6) not null check (ceiling > 0),
  daily_ceiling numeric(14,6),
  reserved numeric(14,6) not null default 0 check (reserved >= 0),
  spent numeric(14,6) not null default 0,
  day date,
  day_spent numeric(14,6) not null default 0
);

create table senders (
  id text primary key,
  channel text not null check (channel in ('sms', 'whatsapp', 'call')),
  per_second numeric(10,3) not null check (per_second > 0),
  -- When the next message may start, on the real clock (a virtual queue with this rate).
  next_free_at timestamptz not null default 'epoch',
  day_limit integer,
  day date,
  day_used integer not null default 0,
  held_until timestamptz,
  -- Until then (real clock) it starts at half its rate: the carrier found us too fast.
  slowed_until timestamptz
);

create table kill_switch (
  only_one boolean primary key default true check (only_one),
  engaged boolean not null default false,
  changed_by text,
  changed_at timestamptz
);
insert into kill_switch default values;

-- What happened to a campaign, in order; also the outbox of its Slack thread.
create table campaign_events (
  id bigint generated always as identity primary key,
  campaign_id uuid not null references phone_campaigns (id),
  kind text not null,
  detail jsonb not null default '{}',
  actor text,
  at timestamptz not null,
  posted_at timestamptz
);
create index campaign_events_unposted on campaign_events (id) where posted_at is null;
create index campaign_events_campaign on campaign_events (campaign_id, id);

-- ---------------------------------------------------------------- delivery

create table phone_communications (
  id uuid primary key default gen_random_uuid(),
  phone_contact_id uuid references phone_contacts (id),
  campaign_id uuid references phone_campaigns (id),
  approval_version integer,
  type varchar(50) not null check (type in ('sms', 'whatsapp', 'call')),
  direction varchar(10) not null check (direction in ('outbound', 'inbound')),
  purpose text not null default 'marketing' check (purpose in ('marketing', 'reply', 'confirmation', 'help')),
  status varchar(50) not null check (status in
    ('staged', 'queued', 'calling', 'unconfirmed', 'sent', 'delivered', 'read', 'replied',
     'failed', 'canceled', 'skipped', 'received')),
  phone varchar(20) not null,
  step integer not null default 1,
  variant text,
  sender_id text,
  segments integer not null default 1,
  message text,
  response text,
  response_time interval,
  -- Reading of an inbound text: opt_out, opt_in, help, reply, unclear.
  label text,
  reply_to uuid references phone_communications (id),
  carrier_id text,
  due_at timestamptz,
  window_end timestamptz,
  error_code text,
  reasons text[] not null default '{}',
  cost numeric(14,6),
  provider_response jsonb,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  delivered_at timestamptz,
  read_at timestamptz,
  replied_at timestamptz,
  final_at timestamptz,
  -- Inbound: when the replies channel showed it.
  announced_at timestamptz
);
create unique index phone_communications_once on phone_communications (campaign_id, phone, step)
  where direction = 'outbound' and campaign_id is not null;
create unique index phone_communications_inbound_once on phone_communications (carrier_id)
  where direction = 'inbound';
create index phone_communications_due on phone_communications (due_at, id) where status = 'queued';
create index phone_communications_open on phone_communications (status, campaign_id)
  where status in ('calling', 'unconfirmed', 'sent');
create index phone_communications_campaign on phone_communications (campaign_id, status);
create index phone_communications_phone on phone_communications (phone, created_at desc);
create index phone_communications_sent on phone_communications (sent_at) where sent_at is not null;
create index phone_communications_refused on phone_communications (final_at)
  where status = 'failed' and sent_at is null;
create index phone_communications_replied on phone_communications (created_at) where direction = 'inbound';
create index phone_communications_unannounced on phone_communications (created_at)
  where direction = 'inbound' and announced_at is null and label in ('reply', 'unclear');

-- One row per call to the carrier. Rolling caps count these, unconfirmed ones too.
create table delivery_attempts (
  id uuid primary key default gen_random_uuid(),
  communication_id uuid not null references phone_communications (id),
  n integer not null check (n > 0),
  campaign_id uuid,
  phone varchar(20) not null,
  channel text not null,
  sender_id text not null,
  -- Random; in the signed callback URL, so that a callback may come before the answer to the call.
  token text not null unique,
  outcome text not null default 'calling' check (outcome in
    ('calling', 'released', 'accepted', 'refused', 'unconfirmed', 'delivered', 'read', 'failed')),
  carrier_id text unique,
  carrier_status text,
  error_code text,
  http_status integer,
  reserved numeric(14,6) not null,
  cost numeric(14,6),
  price_source text check (price_source in ('table', 'carrier')),
  -- The product's clock, for rolling caps; the real clock, for time-outs.
  attempted_at timestamptz not null,
  call_started_at timestamptz not null,
  answered_at timestamptz,
  settled_at timestamptz,
  unique (communication_id, n)
);
create index delivery_attempts_phone on delivery_attempts (phone, attempted_at desc);
create index delivery_attempts_attempted on delivery_attempts using brin (attempted_at);
create index delivery_attempts_calling on delivery_attempts (call_started_at) where outcome = 'calling';
create index delivery_attempts_open on delivery_attempts (call_started_at)
  where outcome in ('unconfirmed', 'accepted');
create index delivery_attempts_unpriced on delivery_attempts (settled_at) where price_source = 'table';

create table conversions (
  id uuid primary key default gen_random_uuid(),
  phone_contact_id uuid references phone_contacts (id),
  campaign_id uuid references phone_campaigns (id),
  external_id text unique,
  amount numeric(14,2) not null,
  currency varchar(3) not null default 'USD',
  converted_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by text not null
);
create index conversions_contact on conversions (phone_contact_id, converted_at);

-- ---------------------------------------------------------------- reports, automation, integrations

create table report_runs (
  id uuid primary key default gen_random_uuid(),
  report text not null check (report in ('daily', 'weekly', 'monthly', 'compliance')),
  channel text not null,
  period_start date not null,
  period_end date not null,
  time_zone text not null,
  status text not null check (status in ('claimed', 'posted', 'empty')),
  figures jsonb,
  message_ts text,
  -- Up to when the figures reach (product clock); the report is final at the end of its period.
  covered_until timestamptz,
  -- A lease on the real clock, and whose.
  claimed_at timestamptz not null,
  claimed_by text not null,
  posted_at timestamptz,
  unique (report, channel, period_start)
);

create table report_schedules (
  report text primary key check (report in ('daily', 'weekly', 'monthly', 'compliance')),
  next_run_at timestamptz not null
);

-- Where a thing lives in Slack, so that it is kept current instead of posted again.
create table slack_posts (
  key text primary key,
  channel text not null,
  ts text,
  -- A lease on the real clock, whose it is, and since when such a message may stand in Slack.
  claimed_at timestamptz not null,
  claim_token text,
  first_claimed_at timestamptz not null,
  posted_at timestamptz,
  content_hash text
);

create table slack_events (
  event_id text primary key,
  received_at timestamptz not null
);

create table saved_filters (
  id uuid primary key default gen_random_uuid(),
  name text not null unique,
  filter jsonb not null,
  created_by text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table automation_rules (
  id uuid primary key default gen_random_uuid(),
  name text not null unique,
  trigger jsonb not null,
  action jsonb not null,
  enabled boolean not null default false,
  next_run_at timestamptz,
  created_by text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table webhook_endpoints (
  id uuid primary key default gen_random_uuid(),
  url text not null,
  secret text not null,
  events text[] not null,
  enabled boolean not null default true,
  created_by text not null,
  created_at timestamptz not null
);

create table webhook_deliveries (
  id uuid primary key default gen_random_uuid(),
  endpoint_id uuid not null references webhook_endpoints (id) on delete cascade,
  event text not null,
  payload jsonb not null,
  status text not null check (status in ('queued', 'delivered', 'failed')),
  attempts integer not null default 0,
  due_at timestamptz not null,
  last_error text,
  delivered_at timestamptz
);
create index webhook_deliveries_due on webhook_deliveries (due_at) where status = 'queued';

-- Decisions and human actions; ids only. Each entry carries the hash of the one before it.
create table audit_log (
  seq bigint primary key,
  at timestamptz not null,
  actor text not null,
  action text not null,
  subject text not null,
  detail jsonb not null default '{}',
  previous_hash text not null,
  hash text not null
);
create index audit_log_subject on audit_log (subject, seq);
