-- What plans are searched by: one row for each piece of text that a person would name, with its words without diacritics and case.
-- Triggers keep it, so that whatever writes a plan is found by it in the same transaction.

-- Words as they are compared: without tone marks, diacritics, case, punctuation and invisible characters; NFC and NFD alike.
-- unaccent is stable only because its dictionary could be exchanged; named in full it is the one that was installed with it.
create function search_folded(words text) returns text language sql immutable strict parallel safe
set search_path = pg_catalog, public as $$
    select trim(regexp_replace(
        lower(public.unaccent('public.unaccent'::regdictionary,
            regexp_replace(normalize(words, NFKD), '[\u0300-\u036F\u00AD\u200B-\u200D\u2060\uFEFF]', '', 'g'))),
        '[^[:alnum:]]+', ' ', 'g'))
$$;

create table plan_search (
    plan_id         uuid     not null references plan on delete cascade,
    organization_id uuid     not null,
    kind            text     not null,
    owner_id        uuid     not null,
    item_id         uuid     not null,
    part            int      not null,
    content         text,
    starts_at       int,
    starts_at_char  int,
    words           tsvector not null,
    primary key (plan_id, kind, item_id, part),
    constraint plan_search_kind check (kind in ('NUMBER', 'SUBJECT', 'TASK', 'INDICATOR', 'UNIT_DUTY', 'SOURCE')),
    constraint plan_search_has_text check ((content is null) = (kind = 'SOURCE') and (starts_at is null) = (kind <> 'SOURCE')
        and (starts_at_char is null) = (kind <> 'SOURCE'))
);
-- The organization is a word among the words: of a country's plans with "tuyên truyền" only one commune's are looked at.
create index plan_search_words on plan_search using gin (words);
comment on column plan_search.starts_at is 'SOURCE: where the part begins in plan_source.content, counted as PostgreSQL counts';
comment on column plan_search.starts_at_char is 'SOURCE: the same, counted as the spans of a plan count (UTF-16)';

-- How much of a source text is one piece, in characters, and by how much pieces overlap so that no phrase is cut in two.
create function search_part_length() returns int language sql immutable parallel safe as 'select 20000';
create function search_part_step() returns int language sql immutable parallel safe as 'select 19600';

/* Words of a title count wherever they stand in it (weight A); those of a source text only in a row (weight D). */
create procedure search_piece(plan_of uuid, organization uuid, kind_of text, owner uuid, item uuid, part_of int, text_of text)
language sql as $$
    delete from plan_search where plan_id = plan_of and kind = kind_of and item_id = item and part = part_of;
    insert into plan_search (plan_id, organization_id, kind, owner_id, item_id, part, content, words)
    select plan_of, organization, kind_of, owner, item, part_of, text_of,
        setweight(to_tsvector('simple', search_folded(left(text_of, 20000))), 'A')
            || array_to_tsvector(array[organization::text])
    where search_folded(text_of) <> ''
    on conflict (plan_id, kind, item_id, part) do update set content = excluded.content, words = excluded.words
$$;

create procedure search_head(head plan) language plpgsql as $$
declare
    document jsonb := case when jsonb_typeof(head.reading -> 'document') = 'object' then head.reading -> 'document' else '{}' end;
    number   text := coalesce(head.registered_number, document ->> 'number');
    symbol   text := coalesce(head.registered_symbol, document ->> 'symbol');
    printed  text := case when length(number) = 1 then '0' || number else number end;
begin
    delete from plan_search where plan_id = head.id and kind in ('NUMBER', 'SUBJECT');
    call search_piece(head.id, head.organization_id, 'SUBJECT', head.id, head.id, 0, head.subject);
    call search_piece(head.id, head.organization_id, 'NUMBER', head.id, head.id, 0, concat_ws('/', printed, symbol));
    if printed <> number then -- found as "5/KH-UBND" too
        update plan_search set words = words || setweight(to_tsvector('simple', search_folded(number || '/' || coalesce(symbol, ''))), 'A')
        where plan_id = head.id and kind = 'NUMBER';
    end if;
end $$;

create procedure search_duties(of_units plan_unit_duty) language plpgsql as $$
declare
    organization uuid := (select organization_id from plan where id = of_units.plan_id);
    duty         record;
begin
    delete from plan_search where plan_id = of_units.plan_id and kind = 'UNIT_DUTY' and owner_id = of_units.id;
    call search_piece(of_units.plan_id, organization, 'UNIT_DUTY', of_units.id, of_units.id, 0, of_units.words);
    if jsonb_typeof(of_units.duties) = 'array' then
        for duty in select (one ->> 'id')::uuid as id, one ->> 'text' as words, n::int
            from jsonb_array_elements(of_units.duties) with ordinality as listed (one, n)
        loop
            call search_piece(of_units.plan_id, organization, 'UNIT_DUTY', of_units.id, duty.id, duty.n, duty.words);
        end loop;
    end if;
end $$;

create procedure search_source(source plan_source) language sql as $$
    delete from plan_search where plan_id = source.plan_id and kind = 'SOURCE';
    insert into plan_search (plan_id, organization_id, kind, owner_id, item_id, part, starts_at, starts_at_char, words)
    select source.plan_id, plan.organization_id, 'SOURCE', source.plan_id, source.plan_id, part.n, part.start,
        part.start + length(regexp_replace(left(source.content, part.start), '[\u0001-\uFFFF]', '', 'g')),
        to_tsvector('simple', search_folded(substr(source.content, part.start + 1, search_part_length())))
            || array_to_tsvector(array[plan.organization_id::text])
    from plan, lateral (
        select n, n * search_part_step() as start
        from generate_series(0, greatest(length(source.content) - 1, 0) / search_part_step()) n) part
    where plan.id = source.plan_id
$$;

create function search_keeps() returns trigger language plpgsql as $$
declare
    organization uuid;
begin
    if tg_op = 'DELETE' then
        delete from plan_search where plan_id = old.plan_id and owner_id = old.id
            and kind = case tg_table_name when 'plan_task' then 'TASK' when 'plan_indicator' then 'INDICATOR' else 'UNIT_DUTY' end;
        return null;
    end if;
    case tg_table_name
        when 'plan' then
            call search_head(new);
        when 'plan_source' then
            call search_source(new);
        when 'plan_unit_duty' then
            call search_duties(new);
        when 'plan_task' then
            select organization_id into organization from plan where id = new.plan_id;
            call search_piece(new.plan_id, organization, 'TASK', new.id, new.id, new.position, new.title);
        when 'plan_indicator' then
            select organization_id into organization from plan where id = new.plan_id;
            call search_piece(new.plan_id, organization, 'INDICATOR', new.id, new.id, new.position, new.name);
    end case;
    return null;
end $$;

create trigger search_keeps after insert on plan for each row execute function search_keeps();
create trigger search_keeps_up after update on plan for each row
    when ((old.subject, old.registered_number, old.registered_symbol, old.reading -> 'document')
        is distinct from (new.subject, new.registered_number, new.registered_symbol, new.reading -> 'document'))
    execute function search_keeps();
create trigger search_keeps after insert or delete on plan_task for each row execute function search_keeps();
create trigger search_keeps_up after update on plan_task for each row
    when (old.title is distinct from new.title) execute function search_keeps();
create trigger search_keeps after insert or delete on plan_indicator for each row execute function search_keeps();
create trigger search_keeps_up after update on plan_indicator for each row
    when (old.name is distinct from new.name) execute function search_keeps();
create trigger search_keeps after insert or delete on plan_unit_duty for each row execute function search_keeps();
create trigger search_keeps_up after update on plan_unit_duty for each row
    when ((old.words, old.duties) is distinct from (new.words, new.duties)) execute function search_keeps();
create trigger search_keeps after insert on plan_source for each row execute function search_keeps();
create trigger search_keeps_up after update on plan_source for each row
    when (old.content is distinct from new.content) execute function search_keeps();

-- What an installation already holds.
do $$
declare
    one record;
begin
    for one in select plan from plan loop call search_head(one.plan); end loop;
    for one in select plan_source from plan_source loop call search_source(one.plan_source); end loop;
    for one in select plan_unit_duty from plan_unit_duty loop call search_duties(one.plan_unit_duty); end loop;
    for one in select task.id, task.plan_id, task.position, task.title, organization_id
        from plan_task task join plan on plan.id = task.plan_id
    loop
        call search_piece(one.plan_id, one.organization_id, 'TASK', one.id, one.id, one.position, one.title);
    end loop;
    for one in select item.id, item.plan_id, item.position, item.name, organization_id
        from plan_indicator item join plan on plan.id = item.plan_id
    loop
        call search_piece(one.plan_id, one.organization_id, 'INDICATOR', one.id, one.id, one.position, one.name);
    end loop;
end $$;

/* What is looked for, among one organization's: each of the wanted pieces (a word, or several that belong together) somewhere in
   a title, or all of them in a row anywhere. The last word may be the beginning of one. Null when they hold no letter or digit. */
create function search_query(organization uuid, wanted text[]) returns tsquery language plpgsql immutable parallel safe as $$
declare
    spread text;
    row_of text;
begin
    with word as (
        select piece.n as piece, word.n, format('''%s''', word.text) as text,
            case when row_number() over (order by piece.n desc, word.n desc) = 1 and length(word.text) > 1 then ':*' else ':' end as cut
        from unnest(wanted) with ordinality as piece (text, n),
            lateral unnest(string_to_array(search_folded(piece.text), ' ')) with ordinality as word (text, n)
        where word.text <> ''),
    piece as (
        select piece, string_agg(text || cut || 'A', ' <-> ' order by n) as titled,
            string_agg(text || trim(trailing ':' from cut), ' <-> ' order by n) as anywhere
        from word group by piece)
    select string_agg('(' || titled || ')', ' & ' order by piece), string_agg(anywhere, ' <-> ' order by piece)
    into spread, row_of from piece;
    return format('''%s''', organization)::tsquery && to_tsquery('simple', format('(%s) | (%s)', spread, row_of));
end $$;

-- The year a plan belongs to: that of its register, and until it is issued that in which it was drafted.
create function plan_year(of_plan plan) returns int language sql stable parallel safe as $$
    select coalesce(of_plan.register_year, extract(year from of_plan.drafted_at at time zone 'Asia/Ho_Chi_Minh')::int)
$$;

/* The ids of the acting organization's plans that are found, in the order of the list. It works as the owner of the tables: a policy
   would have the words of every plan compared one by one, since only what cannot leak may be asked of an index before it. So it
   takes no organization and asks for the acting one itself; whoever reads the plans of these ids meets the policies again. */
create function plans_found(wanted text[], wanted_state text, wanted_year int, wanted_type text,
    after_at timestamptz, after_id uuid, newest_first boolean, at_most int)
returns table (plan_id uuid) language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
    own uuid := acting_organization();
begin
    -- planned anew for each search: a word that every plan has is looked for otherwise than one that few have
    return query execute format($sql$
        select plan.id from plan
        where plan.organization_id = $1
          and ($2 is null or plan.state = $2)
          and ($3 is null or plan_year(plan) = $3)
          and ($4 is null or plan.document_type = $4)
          and ($5 is null or (plan.drafted_at, plan.id) %1$s ($5, $6))
          and exists (select from plan_search piece where piece.plan_id = plan.id and piece.words @@ $7)
        order by plan.drafted_at %2$s, plan.id %2$s
        limit $8$sql$, case when newest_first then '<' else '>' end, case when newest_first then 'desc' else 'asc' end)
    using own, wanted_state, wanted_year, wanted_type, after_at, after_id, search_query(own, wanted), at_most;
end $$;
revoke execute on function plans_found from public;
grant execute on function plans_found to "${application_role}";
