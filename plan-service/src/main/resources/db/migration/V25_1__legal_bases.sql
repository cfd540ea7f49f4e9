-- Issued plans with what they are based on: the level above may know that a plan was issued, and on what, without reading it.
create table issued_plan (
    plan_id         uuid        primary key,
    organization_id uuid        not null,
    document_type   text        not null,
    subject         text,
    number          text,
    symbol          text,
    promulgated_on  date        not null,
    state           text        not null,
    -- keys of the documents that it cites as its bases, and its own
    based_on        text[]      not null,
    own_key         text
);
create index issued_plan_based_on on issued_plan using gin (based_on);
create index issued_plan_of_organization on issued_plan (organization_id);

-- Two ways of writing one number are one key: 57/nq-tw, "57 / NQ-TW".
create function legal_basis_key(written text) returns text language sql immutable parallel safe as $$
    select nullif(upper(regexp_replace(normalize(written, nfc), '[[:space:]]', '', 'g')), '')
$$;

-- A trigger, so that no way of changing a plan can forget it.
create function keep_issued_plan() returns trigger language plpgsql as $$
begin
    if new.promulgated_on is null then
        return new;
    end if;
    insert into issued_plan (plan_id, organization_id, document_type, subject, number, symbol, promulgated_on, state,
            based_on, own_key)
        values (new.id, new.organization_id, new.document_type, new.subject, new.registered_number, new.registered_symbol,
            new.promulgated_on, new.state,
            array(select distinct legal_basis_key(basis ->> 'number')
                from jsonb_array_elements(new.reading -> 'legalBases') basis
                where legal_basis_key(basis ->> 'number') is not null),
            legal_basis_key(case when length(new.registered_number) = 1 then '0' else '' end
                || new.registered_number || '/' || new.registered_symbol))
        on conflict (plan_id) do update set (document_type, subject, number, symbol, promulgated_on, state, based_on, own_key)
            = (excluded.document_type, excluded.subject, excluded.number, excluded.symbol, excluded.promulgated_on,
               excluded.state, excluded.based_on, excluded.own_key)
        where (issued_plan.document_type, issued_plan.subject, issued_plan.number, issued_plan.symbol,
               issued_plan.promulgated_on, issued_plan.state, issued_plan.based_on, issued_plan.own_key)
            is distinct from (excluded.document_type, excluded.subject, excluded.number, excluded.symbol,
               excluded.promulgated_on, excluded.state, excluded.based_on, excluded.own_key);
    return new;
end $$;
create trigger plan_is_issued after insert or update on plan for each row execute function keep_issued_plan();

-- Those that were issued before.
update plan set changed_at = changed_at where promulgated_on is not null;
