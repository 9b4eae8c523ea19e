-- Whoever has no name (then the search text is blank) comes after those who have one: a list by
-- name began with pages of nobody.
drop index phone_contacts_by_name;
drop index phone_contacts_by_state;
create index phone_contacts_by_name
  on phone_contacts ((btrim(search_text) = ''), left(search_text, 60), id);
create index phone_contacts_by_state
  on phone_contacts (state, (btrim(search_text) = ''), left(search_text, 60), id);
