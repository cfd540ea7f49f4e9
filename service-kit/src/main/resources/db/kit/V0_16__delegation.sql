-- Whose roles a membership carries while they are delegated for a time; null for one's own.
alter table directory_membership add column on_behalf_of_person_id uuid;
