-- What a simulated carrier "answers" (opt-ins, deliveries, line types) must never count as a fact
-- about a real person: a database belongs to one kind of carrier.
alter table instance add column carrier text check (carrier in ('simulated', 'real'));
