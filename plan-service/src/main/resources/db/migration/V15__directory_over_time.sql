-- plan-service owns the directory, so it alone keeps the codes apart; a copy may hear of a successor before its predecessor's end.

-- One agency answers to a code of Decision 20/2020/QĐ-TTg at a time.
alter table directory_organization_period add constraint directory_agency_code_is_one_agency
    exclude using gist (agency_code with =, organization_id with <>, validity with &&) where (agency_code is not null);
-- An administrative code (Decision 19/2025/QĐ-TTg) is never used again.
alter table directory_organization_period add constraint directory_administrative_code_is_never_reused
    exclude using gist (administrative_code with =, organization_id with <>) where (administrative_code is not null);

-- Why somebody changed what had been: the past is corrected with a reason only.
create table directory_correction (
    id           uuid        primary key,
    subject_id   uuid        not null,
    valid_from   date        not null,
    reason       text        not null,
    corrected_by uuid        not null,
    corrected_at timestamptz not null
);
create index directory_correction_subject on directory_correction (subject_id);
