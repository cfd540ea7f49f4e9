-- From which plan a draft was copied. The origin is not held back by it.
alter table plan add column copied_from uuid;
