-- The later steps of a drip, as they were approved: rendered at staging, one per person and step.
-- A row of phone_communications is made of one when the step before it is final.
create table campaign_follow_ups (
  campaign_id uuid not null references phone_campaigns (id) on delete cascade,
  phone varchar(20) not null,
  step integer not null check (step > 1),
  phone_contact_id uuid references phone_contacts (id),
  after_days integer not null check (after_days > 0),
  segments integer not null,
  message text not null,
  primary key (campaign_id, phone, step)
);

-- An answer of theirs that may be an opt-out waits to be read: nobody writes to them until then.
alter table phone_contacts add column in_review boolean not null default false;
update phone_contacts p set in_review = true
 where exists (select 1 from phone_communications i
                where i.phone = p.phone and i.direction = 'inbound' and i.label = 'unclear');
create index phone_communications_unclear on phone_communications (phone)
  where direction = 'inbound' and label = 'unclear';
