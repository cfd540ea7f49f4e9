package vn.lantoa.plan.plan;

import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.AssignMode;
import vn.lantoa.kit.directory.Directory;
import vn.lantoa.kit.directory.Member;
import vn.lantoa.kit.directory.Organization;
import vn.lantoa.kit.directory.Unit;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.plan.intake.DocumentType;
import vn.lantoa.plan.intake.ExtractedPlan;
import vn.lantoa.plan.intake.ExtractedPlan.ReportKind;
import vn.lantoa.plan.intake.Phrase;
import vn.lantoa.plan.plan.PlanDocumentContent.Goal;
import vn.lantoa.plan.plan.PlanDocumentContent.Indicator;
import vn.lantoa.plan.plan.PlanDocumentContent.Issuer;
import vn.lantoa.plan.plan.PlanDocumentContent.Points;
import vn.lantoa.plan.plan.PlanDocumentContent.Recipient;
import vn.lantoa.plan.plan.PlanDocumentContent.Report;
import vn.lantoa.plan.plan.PlanDocumentContent.Signature;
import vn.lantoa.plan.plan.PlanDocumentContent.Target;
import vn.lantoa.plan.plan.PlanDocumentContent.Task;

/** Gathers what the document of a plan says: the plan as it stands now, and of its reading what no item took over. */
@Singleton
public class PlanDocuments {

    private final Plans plans;
    private final PlanSources sources;
    private final IssuingBodies bodies;
    private final Directory directory;

    PlanDocuments(Plans plans, PlanSources sources, IssuingBodies bodies, Directory directory) {
        this.plans = plans;
        this.sources = sources;
        this.bodies = bodies;
        this.directory = directory;
    }

    /** @throws Problem.NotFound when there is none in this organization */
    public PlanDocumentContent of(UUID organizationId, UUID planId) {
        var plan = plans.get(organizationId, planId);
        var body = bodies.get(organizationId);
        var words = new SourceWords(
                sources.findByIdOptional(planId).map(PlanSource::content).orElse(""));
        var reading = plan.reading();
        return new PlanDocumentContent(
                plan.id(),
                plan.version(),
                plan.changedAt(),
                issuer(reading.document(), body),
                Objects.requireNonNullElse(reading.document().type(), DocumentType.KE_HOACH),
                Registration.printed(plan.registeredNumber()),
                plan.registeredSymbol() == null ? reading.document().symbol() : plan.registeredSymbol(),
                reading.document().place(),
                plan.promulgatedOn(),
                plan.subject(),
                reading.legalBases().stream().map(words::legalBasis).toList(),
                texts(reading.addressees()),
                texts(reading.purposes()),
                texts(reading.requirements()),
                reading.qualitativeGoals().stream()
                        .map(goal -> new Goal(goal.year(), goal.text()))
                        .toList(),
                plan.indicators().stream()
                        .filter(it -> !it.isContent())
                        .map(PlanDocuments::indicator)
                        .toList(),
                reading.contentItems().stream().map(PlanDocuments::points).toList(),
                reading.channels().stream().map(ExtractedPlan.Channel::text).toList(),
                reading.solutions().stream()
                        .map(it -> new Points(it.title(), texts(it.items())))
                        .toList(),
                plan.tasks().stream()
                        .filter(it -> it.fromDutyId() == null) // the duty itself is printed
                        .map(it -> task(it, body))
                        .toList(),
                reading.period() == null ? null : reading.period().words(),
                texts(reading.budgetSources()),
                plan.unitDuties().stream()
                        .map(it -> new Points(
                                it.words(),
                                it.duties().stream().map(PlanDuty::text).toList()))
                        .toList(),
                plan.reportObligations().stream()
                        .filter(it -> it.isTracked() && it.kind() != ReportKind.ISSUE)
                        .map(it -> report(it, body))
                        .toList(),
                words.closing(),
                reading.recipients().stream()
                        .map(it -> new Recipient(it.text(), it.note(), it.archive()))
                        .toList(),
                signature(plan));
    }

    private static Issuer issuer(ExtractedPlan.Head head, IssuingBody body) {
        var own = body.organization();
        boolean same = head.issuer() != null
                && head.issuerState() == ExtractedPlan.IssuerState.STATED
                && (isOf(own, head.issuer()) || isOf(own, head.parentBody()));
        var parent = body.parent();
        return new Issuer(
                own.name(),
                own.kind(),
                same ? head.issuer() : null,
                same ? head.parentBody() : null,
                parent == null ? null : parent.name(),
                parent == null ? null : parent.kind());
    }

    /** "UBND xã Mây Hạ" and "Xã Mây Hạ" are one: what remains is the place. */
    private static boolean isOf(Organization organization, @Nullable String printed) {
        return printed != null
                && folded(printed).contains(folded(organization.name()).replaceFirst("^(?:ubnd|uy ban nhan dan) ", ""));
    }

    private static Indicator indicator(PlanIndicator it) {
        return new Indicator(
                it.name(),
                it.unit(),
                it.targets().stream()
                        .map(target -> new Target(target.year(), target.words()))
                        .toList());
    }

    private static Points points(ExtractedPlan.ContentItem it) {
        return new Points(
                it.text(),
                it.items().stream()
                        .map(item -> item.marker() == null
                                ? item.text()
                                : item.marker().replaceFirst("[.)]*$", "") + ") " + item.text())
                        .toList());
    }

    private static Task task(PlanTask it, IssuingBody body) {
        boolean retitled = !folded(it.body()).startsWith(folded(it.title()));
        var schedule = it.schedule();
        return new Task(
                it.number(),
                it.heading(),
                retitled ? it.title() : it.body(),
                it.mode() == AssignMode.REQUEST,
                unitName(it.leadWords(), it.leadUnitId(), body),
                it.coordinating().stream().map(NamedUnits::words).toList(),
                it.implementing().stream().map(NamedUnits::words).toList(),
                schedule == null ? it.scheduleWords() : schedule.words(),
                it.product());
    }

    private static Report report(PlanReportObligation it, IssuingBody body) {
        return new Report(
                unitName(it.fromWords(), it.fromUnitId(), body),
                it.words(),
                it.due().stream()
                        .map(ReportDue::words)
                        .filter(due -> !it.words().contains(due))
                        .map(PlanDocuments::day)
                        .toList());
    }

    /** A day that a person chose has no words yet: {@code 06-20}. */
    private static String day(String due) {
        return due.matches("\\d\\d-\\d\\d")
                ? "ngày %s tháng %d".formatted(due.substring(3), Integer.parseInt(due.substring(0, 2)))
                : due;
    }

    private static @Nullable String unitName(@Nullable String words, @Nullable UUID unitId, IssuingBody body) {
        var unit = unitId == null ? null : body.find(unitId).orElse(null);
        return unit == null || (words != null && isNameOf(words, unit)) ? words : unit.name();
    }

    private static boolean isNameOf(String words, Unit unit) {
        var wanted = folded(words);
        return Stream.concat(Stream.of(unit.name()), unit.aliases().stream())
                .map(PlanDocuments::folded)
                .anyMatch(wanted::equals);
    }

    /** By what authority it was signed; the document's words of it only while they say the same. */
    private Signature signature(Plan plan) {
        var stated = plan.reading().signer();
        var mode = plan.signingMode();
        var statedMode =
                stated == null || stated.mode() == null ? null : stated.mode().name();
        if (stated != null && (mode == null || mode.equals(statedMode))) {
            return new Signature(statedMode, stated.onBehalfOf(), stated.authority(), stated.position(), stated.name());
        }
        return new Signature(mode, null, null, null, signerName(plan));
    }

    private @Nullable String signerName(Plan plan) {
        return directory.members(plan.organizationId()).stream()
                .filter(it -> it.personId().equals(plan.approvedBy()))
                .map(Member::displayName)
                .findFirst()
                .orElse(null);
    }

    private static List<String> texts(List<Phrase> phrases) {
        return phrases.stream().map(Phrase::text).toList();
    }

    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s*-\\s*", "-")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
