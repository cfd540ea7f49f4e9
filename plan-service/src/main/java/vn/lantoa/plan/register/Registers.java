package vn.lantoa.plan.register;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.runtime.MovableClock;

/** The registers of all organizations; every access names the one whose they are. */
@Singleton
class Registers {

    private static final String ENTRY = """
            select id, organization_id, year, code, number, suffix, document_type, symbol, issued_on, subject, signer, note,
                plan_id, entered_by, entered_at
            from register_entry where organization_id = :organization
            """;

    private final Jdbi db;

    Registers(Jdbi db) {
        this.db = db;
    }

    /** Nobody changes which register a type belongs to until the transaction ends; many may take numbers at once. */
    void keepCuts(UUID organizationId) {
        db.useHandle(handle ->
                handle.execute("select pg_advisory_xact_lock_shared(hashtextextended(?, 0))", cutsOf(organizationId)));
    }

    /** Until the transaction ends, nobody takes a number in any register of the organization. */
    void lockCuts(UUID organizationId) {
        db.useHandle(handle ->
                handle.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", cutsOf(organizationId)));
    }

    private static String cutsOf(UUID organizationId) {
        return "register-cuts-" + organizationId;
    }

    /** The register to which a document type belongs in a year. */
    String codeOf(UUID organizationId, String documentType, int year) {
        return db.withHandle(handle -> handle.createQuery("""
                        select code from register_cut
                        where organization_id = :organization and document_type = :type and from_year <= :year
                        order by from_year desc limit 1""")
                .bind("organization", organizationId)
                .bind("type", documentType)
                .bind("year", year)
                .mapTo(String.class)
                .findOne()
                .orElse(documentType));
    }

    /** From the year on; what was decided for later years is decided anew. */
    void cut(UUID organizationId, Collection<String> documentTypes, int year, String code) {
        db.useHandle(handle -> {
            handle.createUpdate("""
                            delete from register_cut
                            where organization_id = :organization and document_type = any (:types) and from_year >= :year""")
                    .bind("organization", organizationId)
                    .bind("types", documentTypes.toArray(String[]::new))
                    .bind("year", year)
                    .execute();
            handle.createUpdate("""
                            insert into register_cut (organization_id, document_type, from_year, code)
                            select :organization, type, :year, :code from unnest(cast(:types as text[])) as type""")
                    .bind("organization", organizationId)
                    .bind("types", documentTypes.toArray(String[]::new))
                    .bind("year", year)
                    .bind("code", code)
                    .execute();
        });
    }

    /** Those of the types of which a document stands in a register of the year, or of a later one. */
    List<String> typesInUse(UUID organizationId, Collection<String> documentTypes, int year) {
        return db.withHandle(handle -> handle.createQuery("""
                        select type from unnest(cast(:types as text[])) as type
                        where exists (select from register_entry where organization_id = :organization
                            and document_type = type and year >= :year)
                        order by type""")
                .bind("organization", organizationId)
                .bind("types", documentTypes.toArray(String[]::new))
                .bind("year", year)
                .mapTo(String.class)
                .list());
    }

    /** Whoever comes second waits here until the first one has committed, and then meets the register as it was left. */
    Register lock(UUID organizationId, String code, int year) {
        return db.withHandle(handle -> {
            handle.createUpdate("""
                            insert into register (organization_id, year, code, last_number)
                            values (:organization, :year, :code, 0) on conflict do nothing""")
                    .bind("organization", organizationId)
                    .bind("year", year)
                    .bind("code", code)
                    .execute();
            return handle.createQuery("""
                            select code, year, opening_number, last_number from register
                            where organization_id = :organization and year = :year and code = :code for update""")
                    .bind("organization", organizationId)
                    .bind("year", year)
                    .bind("code", code)
                    .map((row, _) -> register(row))
                    .one();
        });
    }

    /** As it stands now, for a look; it may have moved on a moment later. */
    Register get(UUID organizationId, String code, int year) {
        return db.withHandle(handle -> handle.createQuery("""
                        select code, year, opening_number, last_number from register
                        where organization_id = :organization and year = :year and code = :code""")
                .bind("organization", organizationId)
                .bind("year", year)
                .bind("code", code)
                .map((row, _) -> register(row))
                .findOne()
                .orElse(Register.untouched(code, year)));
    }

    void save(UUID organizationId, Register register) {
        db.useHandle(handle -> handle.createUpdate("""
                        update register set opening_number = :opening, last_number = :last
                        where organization_id = :organization and year = :year and code = :code""")
                .bind("organization", organizationId)
                .bind("year", register.year())
                .bind("code", register.code())
                .bind("opening", register.opening())
                .bind("last", register.last())
                .execute());
    }

    boolean isTaken(UUID organizationId, Register register, RegisterNumber number) {
        return db.withHandle(handle -> handle.createQuery("""
                        select exists (select from register_entry where organization_id = :organization and year = :year
                            and code = :code and number = :number and suffix = :suffix)""")
                .bind("organization", organizationId)
                .bind("year", register.year())
                .bind("code", register.code())
                .bind("number", number.value())
                .bind("suffix", number.suffix())
                .mapTo(Boolean.class)
                .one());
    }

    /** How many numbers of the row, up to the last, stand in the paper book only. */
    int missing(UUID organizationId, Register register) {
        return db.withHandle(handle -> handle.createQuery("""
                        select :last - count(*) from register_entry where organization_id = :organization and year = :year
                            and code = :code and suffix = '' and number <= :last""")
                .bind("organization", organizationId)
                .bind("year", register.year())
                .bind("code", register.code())
                .bind("last", register.last())
                .mapTo(Integer.class)
                .one());
    }

    void add(RegisterEntry entry) {
        db.useHandle(handle -> handle.createUpdate("""
                        insert into register_entry (id, organization_id, year, code, number, suffix, document_type, symbol,
                            issued_on, subject, signer, note, plan_id, entered_by, entered_at)
                        values (:id, :organization, :year, :code, :number, :suffix, :type, :symbol,
                            :issuedOn, :subject, :signer, :note, :plan, :by, :at)""")
                .bind("id", entry.id())
                .bind("organization", entry.organizationId())
                .bind("year", entry.year())
                .bind("code", entry.register())
                .bind("number", entry.number().value())
                .bind("suffix", entry.number().suffix())
                .bind("type", entry.documentType())
                .bind("symbol", entry.symbol())
                .bind("issuedOn", entry.issuedOn())
                .bind("subject", entry.subject())
                .bind("signer", entry.signer())
                .bind("note", entry.note())
                .bind("plan", entry.planId())
                .bind("by", entry.enteredBy())
                .bind("at", entry.enteredAt())
                .execute());
    }

    Optional<RegisterEntry> entry(UUID organizationId, int year, UUID entryId) {
        return db.withHandle(handle -> handle.createQuery(ENTRY + " and year = :year and id = :id")
                .bind("organization", organizationId)
                .bind("year", year)
                .bind("id", entryId)
                .map((row, _) -> entry(row))
                .findOne());
    }

    /** Where a page begins: behind this entry. */
    record Place(String register, RegisterNumber number) {}

    /** As in the book: by register and number. */
    List<RegisterEntry> entries(
            UUID organizationId, int year, @Nullable String register, @Nullable Place after, int limit) {
        return db.withHandle(handle -> handle.createQuery(ENTRY + """
                         and year = :year and (cast(:register as text) is null or code = :register)
                        and (cast(:code as text) is null or (code, number, suffix) > (:code, cast(:number as int), :suffix))
                        order by code, number, suffix limit :limit""")
                .bind("organization", organizationId)
                .bind("year", year)
                .bind("register", register)
                .bind("code", after == null ? null : after.register())
                .bind("number", after == null ? null : after.number().value())
                .bind("suffix", after == null ? null : after.number().suffix())
                .bind("limit", limit)
                .map((row, _) -> entry(row))
                .list());
    }

    private static Register register(ResultSet row) throws SQLException {
        return new Register(
                row.getString("code"),
                row.getInt("year"),
                row.getObject("opening_number", Integer.class),
                row.getInt("last_number"));
    }

    private static RegisterEntry entry(ResultSet row) throws SQLException {
        return new RegisterEntry(
                row.getObject("id", UUID.class),
                row.getObject("organization_id", UUID.class),
                row.getInt("year"),
                row.getString("code"),
                new RegisterNumber(row.getInt("number"), row.getString("suffix")),
                row.getString("document_type"),
                row.getString("symbol"),
                row.getObject("issued_on", LocalDate.class),
                row.getString("subject"),
                row.getString("signer"),
                row.getString("note"),
                row.getObject("plan_id", UUID.class),
                row.getObject("entered_by", UUID.class),
                row.getObject("entered_at", OffsetDateTime.class)
                        .atZoneSameInstant(MovableClock.VIETNAM)
                        .toOffsetDateTime());
    }
}
