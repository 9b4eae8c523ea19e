-- What carriers' answers lead to: people out of reach, circuit breakers, the alerts channel.

-- Since when nobody writes to them: three campaigns in a row did not reach the phone. A standing
-- fact, like `dead`; a delivered message, an answer or a lookup that finds the number clears it.
alter table phone_contacts add column unreachable_since timestamptz;

-- For a campaign's circuit breakers: its last calls that were answered, its last final receipts.
create index delivery_attempts_answered on delivery_attempts (campaign_id, attempted_at desc)
  where outcome in ('accepted', 'refused', 'delivered', 'read', 'failed');
create index delivery_attempts_received on delivery_attempts (campaign_id, settled_at desc)
  where outcome in ('delivered', 'read', 'failed');
-- What failed lately (real clock): alerts, and who may be out of reach.
create index delivery_attempts_failed on delivery_attempts (settled_at)
  where outcome in ('refused', 'failed');

-- One message of the alerts channel for each code and hour, on the real clock. Its figures are
-- counted from the attempts, so a crash loses nothing and a second process adds nothing.
create table carrier_alerts (
  id uuid primary key default gen_random_uuid(),
  code text not null,
  -- Failures after this moment and up to `until` are the ones it tells of.
  after timestamptz not null,
  until timestamptz not null,
  told_at timestamptz
);
create index carrier_alerts_code on carrier_alerts (code, until);
