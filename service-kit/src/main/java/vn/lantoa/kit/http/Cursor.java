package vn.lantoa.kit.http;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An opaque place in a list: the sort keys of the last item seen. It belongs to the list with its filters; with others it would
 * silently skip what they let in.
 */
public final class Cursor {

    private static final String SEPARATOR = "\u001F";
    private static final int FILTER_CHARACTERS = 12;

    private Cursor() {}

    /**
     * The name of a list as its filters cut it.
     *
     * @param filters their values, always in the same order; null for one that is not set
     */
    public static String listOf(String list, @Nullable Object... filters) {
        return list + '/' + EntityTag.ofParts(filters).value().substring(0, FILTER_CHARACTERS);
    }

    /** @param list which list it belongs to, so that it cannot be used with another */
    public static String of(String list, Object... keys) {
        var text = new StringBuilder(list);
        for (var key : keys) {
            text.append(SEPARATOR).append(key);
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @return the sort keys, as text; empty at the beginning of the list
     * @throws Problem.Invalid when it is no cursor of this list
     */
    public static List<String> read(String list, @Nullable String cursor, int keys) {
        if (cursor == null) {
            return List.of();
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var parts = List.of(text.split(SEPARATOR, -1));
            if (parts.size() == keys + 1 && parts.getFirst().equals(list) && text.indexOf('\u0000') < 0) {
                return parts.subList(1, parts.size());
            }
        } catch (IllegalArgumentException notBase64) {
            // refused below
        }
        throw new Problem.Invalid("cursor.invalid");
    }

    /** @throws Problem.Invalid when the sort key is no id */
    public static UUID id(String key) {
        return parsed(key, UUID::fromString);
    }

    /** @throws Problem.Invalid when the sort key is no day */
    public static LocalDate date(String key) {
        return parsed(key, text -> storable(LocalDate.parse(text)));
    }

    /** @throws Problem.Invalid when the sort key is no moment */
    public static OffsetDateTime moment(String key) {
        return parsed(key, text -> {
            var moment = OffsetDateTime.parse(text);
            storable(moment.toLocalDate());
            return moment;
        });
    }

    /** @throws Problem.Invalid when the sort key is no whole number */
    public static int number(String key) {
        return parsed(key, Integer::parseInt);
    }

    private static LocalDate storable(LocalDate date) {
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new IllegalArgumentException("No such year in any list");
        }
        return date;
    }

    private static <T> T parsed(String key, Function<String, T> reader) {
        try {
            return reader.apply(key);
        } catch (IllegalArgumentException | DateTimeException madeUp) {
            throw new Problem.Invalid("cursor.invalid");
        }
    }
}
