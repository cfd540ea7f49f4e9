-- A request sees the people of its own scope only, and is told all the same, as when it takes them in one by one, that an account name
-- or an address is somebody's. These two say it for a whole file, and no more: of those asked for, which.
create function account_names_taken(asked text[]) returns setof text
    language sql stable security definer set search_path = public as $$
    select account_name from person where account_name = any (asked)
$$;
create function addresses_taken(asked text[]) returns setof text
    language sql stable security definer set search_path = public as $$
    select lower(email) from person where email is not null and lower(email) = any (asked)
$$;
