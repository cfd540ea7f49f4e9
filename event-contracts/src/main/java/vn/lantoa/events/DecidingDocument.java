package vn.lantoa.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The document by which something was decided about a plan: a decision that amends, replaces or revokes it.
 *
 * @param type short form of Decree 30/2020/NĐ-CP, Annex III: {@code QD}, {@code KH}, {@code CV}
 * @param number null while it has none ("chưa có số")
 * @param symbol for example {@code QĐ-UBND}
 */
public record DecidingDocument(
        String type,
        @Nullable String number,
        @Nullable String symbol,
        LocalDate issuedOn,
        @Nullable String subject) {}
