package vn.lantoa.plan.plan;

import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.http.Problem;

/** Who leads an organization or led it once: one of them signed what was issued on paper. */
@Singleton
class Leaders {

    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    @Schema(name = "PlanLeader")
    record Leader(UUID personId, String name, @Nullable String position) {}

    private final Jdbi db;

    Leaders(Jdbi db) {
        this.db = db;
    }

    /**
     * @param chosen whom a person names; null to find them by the name in the document
     * @throws Problem.Invalid when the one chosen never led the organization
     * @throws Problem.RuleBroken when the name does not mean exactly one of them
     */
    UUID signer(UUID organizationId, @Nullable UUID chosen, @Nullable String nameInDocument) {
        var leaders = of(organizationId);
        if (chosen != null) {
            return leaders.stream()
                    .map(Leader::personId)
                    .filter(chosen::equals)
                    .findFirst()
                    .orElseThrow(() -> new Problem.Invalid("plan.signer-no-leader", chosen));
        }
        var named = leaders.stream()
                .filter(it -> nameInDocument != null && same(it.name(), nameInDocument))
                .map(Leader::personId)
                .distinct()
                .toList();
        if (named.size() != 1) {
            throw new Problem.RuleBroken("plan.signer-unclear", nameInDocument == null ? "" : nameInDocument)
                    .with("leaders", leaders);
        }
        return named.getFirst();
    }

    private List<Leader> of(UUID organizationId) {
        return db.withHandle(handle -> handle.createQuery("""
                        select distinct on (display_name, person_id) person_id, display_name, position
                        from directory_membership
                        where organization_id = :organization and 'LEADER' = any (roles) and kind = 'PERSON'
                            and on_behalf_of_person_id is null
                        order by display_name, person_id, valid_from desc limit 100""")
                .bind("organization", organizationId)
                .map((row, _) -> new Leader(
                        row.getObject("person_id", UUID.class),
                        row.getString("display_name"),
                        row.getString("position")))
                .list());
    }

    private static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String name) {
        var composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        return SPACES.matcher(composed).replaceAll(" ").strip().toLowerCase(VIETNAMESE);
    }
}
