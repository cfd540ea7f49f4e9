package vn.lantoa.plan.document;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A document ready to be written: what stands where, in which look. The same for every format.
 *
 * @param letter true for an official letter (công văn), whose subject stands under its number
 * @param title of the document, for its properties
 * @param at the state of the plan that it shows: the only time in the file, so that the same plan makes the same bytes
 */
record Paper(
        PaperRules rules,
        boolean letter,
        String title,
        UUID planId,
        Instant at,
        List<Pair> head,
        List<Block> body,
        Pair end) {

    Paper {
        head = List.copyOf(head);
        body = List.copyOf(body);
    }

    /** The left one of two columns takes this part of the width. */
    static final double LEFT_COLUMN = 0.42;

    /** How much text it is, all parts together. */
    int characters() {
        return Stream.of(
                        head.stream().flatMap(it -> Stream.concat(it.left().stream(), it.right().stream())),
                        body.stream(),
                        end.left().stream(),
                        end.right().stream())
                .flatMap(it -> it)
                .mapToInt(Paper::characters)
                .sum();
    }

    private static int characters(Block block) {
        return switch (block) {
            case Line it -> it.text().length();
            case Rule _ -> 0;
            case Grid it ->
                Stream.concat(Stream.of(it.head()), it.rows().stream())
                        .flatMap(List::stream)
                        .mapToInt(String::length)
                        .sum();
        };
    }

    /** What stands side by side: names and numbers above, recipients and signature below. */
    record Pair(List<Block> left, List<Block> right) {
        Pair {
            left = List.copyOf(left);
            right = List.copyOf(right);
        }
    }

    sealed interface Block permits Line, Rule, Grid {}

    /** One paragraph. */
    record Line(Element element, String text) implements Block {}

    /**
     * A drawn line.
     *
     * @param points its length
     */
    record Rule(double points) implements Block {}

    /**
     * A table with a head that is repeated on each page.
     *
     * @param widths parts of the width, of any sum
     */
    record Grid(List<String> head, List<List<String>> rows, List<Integer> widths) implements Block {
        Grid {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
            widths = List.copyOf(widths);
        }

        double share(int column) {
            return (double) widths.get(column)
                    / widths.stream().mapToInt(Integer::intValue).sum();
        }
    }
}
