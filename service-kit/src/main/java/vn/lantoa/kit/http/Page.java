package vn.lantoa.kit.http;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next address of the following page; null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** How many items a page has unless the caller asks for another number. */
    public static final int DEFAULT_SIZE = 50;

    /** The most a caller may ask for. */
    public static final int MAXIMUM_SIZE = 200;

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page from rows of which one more than {@code size} was read.
     *
     * @param nextAddress the address after a given last item
     */
    public static <T> Page<T> cut(List<T> rows, int size, Function<T, String> nextAddress) {
        if (rows.size() <= size) {
            return new Page<>(rows, null);
        }
        var items = rows.subList(0, size);
        return new Page<>(items, nextAddress.apply(items.getLast()));
    }
}
