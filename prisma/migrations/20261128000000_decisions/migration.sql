-- How often a campaign was paused, resumed or canceled: what a button's claim is compared with.
alter table phone_campaigns add column decisions integer not null default 0;
