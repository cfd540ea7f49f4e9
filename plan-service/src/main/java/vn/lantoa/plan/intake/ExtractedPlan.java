package vn.lantoa.plan.intake;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one reading of a plan document yields. Every part says where it stands and how sure the reading is. Null and
 * empty mean that the document does not say it; a person decides what the open questions ask.
 */
public record ExtractedPlan(
        Head document,
        @Nullable Phrase subject,
        List<LegalBasis> legalBases,
        List<Citation> mentioned,
        List<Phrase> addressees,
        List<Phrase> purposes,
        List<Phrase> requirements,
        List<QualitativeGoal> qualitativeGoals,
        List<Indicator> indicators,
        List<ContentItem> contentItems,
        List<Channel> channels,
        List<Task> tasks,
        List<Solution> solutions,
        List<UnitDuty> unitDuties,
        @Nullable Period period,
        List<ReportObligation> reportObligations,
        List<Phrase> budgetSources,
        List<Recipient> recipients,
        @Nullable Signer signer,
        List<DigitalSignature> digitalSignatures,
        List<OpenQuestion> openQuestions,
        List<Finding> findings) {

    public ExtractedPlan {
        legalBases = List.copyOf(legalBases);
        mentioned = List.copyOf(mentioned);
        addressees = List.copyOf(addressees);
        purposes = List.copyOf(purposes);
        requirements = List.copyOf(requirements);
        qualitativeGoals = List.copyOf(qualitativeGoals);
        indicators = List.copyOf(indicators);
        contentItems = List.copyOf(contentItems);
        channels = List.copyOf(channels);
        tasks = List.copyOf(tasks);
        solutions = List.copyOf(solutions);
        unitDuties = List.copyOf(unitDuties);
        reportObligations = List.copyOf(reportObligations);
        budgetSources = List.copyOf(budgetSources);
        recipients = List.copyOf(recipients);
        digitalSignatures = List.copyOf(digitalSignatures);
        openQuestions = List.copyOf(openQuestions);
        findings = List.copyOf(findings);
    }

    /** The issuer is printed as such, derived from subject, body or signer, or nowhere to be found. */
    public enum IssuerState {
        STATED,
        INFERRED,
        ABSENT
    }

    /** An order inside the chain of command, or a request to a body outside it. */
    public enum Mode {
        ASSIGN,
        REQUEST
    }

    /**
     * Letterhead. {@code numberLine} is the raw line ("Số: /KH-UBND"); {@code evidence} is keyed by the names of these
     * fields.
     */
    public record Head(
            @Nullable DocumentType type,
            @Nullable String number,
            @Nullable String symbol,
            @Nullable String numberLine,
            @Nullable String place,
            @Nullable PartialDate date,
            DatePrecision datePrecision,
            @Nullable String dateWords,
            @Nullable String issuer,
            IssuerState issuerState,
            @Nullable String parentBody,
            Map<String, Evidence> evidence) {
        public Head {
            evidence = Map.copyOf(evidence);
        }
    }

    /** A document this plan is based on. {@code number} is normalised; the raw words are in the source. */
    public record LegalBasis(
            @Nullable String number,
            @Nullable DocumentType type,
            @Nullable PartialDate date,
            @Nullable String issuer,
            @Nullable String title,
            Source source,
            double confidence) {}

    /** A document mentioned in the text without being a basis; the first mention that says most. */
    public record Citation(
            String number,
            @Nullable DocumentType type,
            @Nullable PartialDate date,
            @Nullable String issuer,
            Source source,
            double confidence) {}

    public record QualitativeGoal(@Nullable Integer year, String text, Source source, double confidence) {}

    /**
     * A measured goal with a target per horizon. {@code numerator} and {@code denominator} are the document's words and
     * null when it does not say them; {@code communicationContent} marks figures that stand in a message to be
     * communicated, not in the plan's own goals.
     */
    public record Indicator(
            String name,
            @Nullable String unit,
            @Nullable String numerator,
            @Nullable String denominator,
            boolean communicationContent,
            List<Target> targets,
            Source source,
            double confidence) {
        public Indicator {
            targets = List.copyOf(targets);
        }
    }

    public record Target(
            @Nullable Integer year,
            TargetComparator comparator,
            BigDecimal value,
            @Nullable BigDecimal upperValue,
            @Nullable String unit,
            String words,
            boolean aspirational,
            Source source,
            double confidence) {}

    /** One message to be communicated; {@code items} are its lettered points. */
    public record ContentItem(
            @Nullable String number, String text, List<SubItem> items, Source source, double confidence) {
        public ContentItem {
            items = List.copyOf(items);
        }
    }

    public record SubItem(@Nullable String marker, String text, Source source) {}

    /** One way of communicating; {@code kinds} are the kinds of channel its words name. */
    public record Channel(
            @Nullable String number, String text, List<ChannelKind> kinds, Source source, double confidence) {
        public Channel {
            kinds = List.copyOf(kinds);
        }
    }

    public enum ChannelKind {
        MEETING,
        PORTAL,
        BROADCAST,
        SOCIAL_MEDIA,
        PRESS,
        VISUAL,
        ORAL,
        INTEGRATED,
        OTHER
    }

    /**
     * A candidate task. {@code title} is its opening sentence or heading, {@code text} all its words; {@code group} is
     * the heading it stands under. Units and schedule are null or empty when the text names none.
     */
    public record Task(
            @Nullable String number,
            String title,
            String text,
            @Nullable String group,
            Mode mode,
            @Nullable UnitMention leadUnit,
            List<UnitMention> coordinatingUnits,
            List<UnitMention> implementingUnits,
            @Nullable Schedule schedule,
            @Nullable Phrase product,
            Source source,
            double confidence) {
        public Task {
            coordinatingUnits = List.copyOf(coordinatingUnits);
            implementingUnits = List.copyOf(implementingUnits);
        }
    }

    /** A policy-level heading with its bullets; these are not tasks. */
    public record Solution(
            @Nullable String number, String title, List<Phrase> items, Source source, double confidence) {
        public Solution {
            items = List.copyOf(items);
        }
    }

    /** What one unit, or several named together, is made responsible for. */
    public record UnitDuty(
            @Nullable String number,
            String asWritten,
            List<UnitMention> units,
            Mode mode,
            boolean overallLead,
            List<Duty> duties,
            Source source,
            double confidence) {
        public UnitDuty {
            units = List.copyOf(units);
            duties = List.copyOf(duties);
        }
    }

    /** One duty; the schedule is null unless its own words name a time. */
    public record Duty(String text, @Nullable Schedule schedule, Source source, double confidence) {}

    /** When the plan runs. */
    public record Period(
            @Nullable PartialDate start, @Nullable PartialDate end, String words, Source source, double confidence) {}

    public enum ReportKind {
        PERIODIC,
        AD_HOC,
        /** Reporting obstacles when they arise. */
        ISSUE
    }

    public enum Frequency {
        WEEKLY,
        MONTHLY,
        QUARTERLY,
        HALF_YEARLY,
        YEARLY,
        /** A report with one fixed date. */
        ONCE,
        ON_REQUEST,
        WHEN_ARISES,
        /** Periodic, but the document does not say how often. */
        UNSPECIFIED
    }

    /** Who reports to whom, through whom, when. {@code onwardTo} receives what {@code to} consolidates. */
    public record ReportObligation(
            ReportKind kind,
            Frequency frequency,
            List<Due> due,
            @Nullable String from,
            List<String> to,
            @Nullable String via,
            List<String> onwardTo,
            String words,
            Source source,
            double confidence) {
        public ReportObligation {
            due = List.copyOf(due);
            to = List.copyOf(to);
            onwardTo = List.copyOf(onwardTo);
        }
    }

    /**
     * One due day. Exactly one of {@code before} (strictly before) and {@code onOrBefore} is set:
     * {@code MM-dd} every year, {@code dd} every month (or quarter's last month), an English weekday such as
     * {@code FRIDAY} every week, {@code yyyy-MM-dd} once.
     */
    public record Due(
            String words,
            @Nullable String before,
            @Nullable String onOrBefore,
            @Nullable LocalTime time,
            Source source) {}

    /** One line of "Nơi nhận". The archive line ("Lưu: …") carries the filing codes. */
    public record Recipient(
            String text, @Nullable String note, boolean archive, List<String> archiveCodes, Source source) {
        public Recipient {
            archiveCodes = List.copyOf(archiveCodes);
        }
    }

    /** Thay mặt, ký thay, thừa lệnh, thừa ủy quyền, quyền. */
    public enum SigningMode {
        TM,
        KT,
        TL,
        TUQ,
        Q
    }

    /** {@code authority} is the body of a "TM." line above a "KT." line; {@code mode} is null for a plain signature. */
    public record Signer(
            @Nullable SigningMode mode,
            @Nullable String onBehalfOf,
            @Nullable String authority,
            @Nullable String position,
            @Nullable String name,
            Source source,
            double confidence) {}

    /**
     * A printed signature block. {@code signedAt} is ISO 8601, with an offset only when the document prints one.
     * The block is words on paper: it proves nothing.
     */
    public record DigitalSignature(
            String signer, boolean organization, @Nullable String signedAt, int occurrences, Source source) {}

    /** Something a person must decide; {@code field} is a JSON pointer into this plan. */
    public record OpenQuestion(String field, String code, String question, List<String> candidates) {
        public OpenQuestion {
            candidates = List.copyOf(candidates);
        }
    }

    public enum Severity {
        INFO,
        WARNING
    }

    /** A remark about the document itself. */
    public record Finding(
            String rule,
            Severity severity,
            String message,
            @Nullable Source source) {}
}
