package vn.lantoa.plan.amendment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import vn.lantoa.events.PlanAmended;
import vn.lantoa.kit.directory.Calendars;
import vn.lantoa.kit.directory.Directory;
import vn.lantoa.kit.http.EntityTag;
import vn.lantoa.kit.http.MergePatch;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.runtime.Ids;
import vn.lantoa.plan.edition.Editions;
import vn.lantoa.plan.plan.Amendable;
import vn.lantoa.plan.plan.Amendment;
import vn.lantoa.plan.plan.PlanAmendments;
import vn.lantoa.plan.published.PublishedDuties;
import vn.lantoa.plan.published.PublishedReminders;
import vn.lantoa.plan.published.PublishedTasks;

/** Works out an amendment with all that follows from it, from what this service has; nothing is changed and nobody is called. */
@Singleton
class Previews {

    /** How many lines for tasks and duties an answer may have. */
    static final int MOST_LINES = 5000;

    private final Editions editions;
    private final PlanAmendments plans;
    private final PublishedTasks tasks;
    private final PublishedDuties duties;
    private final PublishedReminders reminders;
    private final Directory directory;
    private final Calendars calendars;
    private final MergePatch mergePatch;
    private final ObjectMapper json;
    private final Clock clock;

    Previews(
            Editions editions,
            PlanAmendments plans,
            PublishedTasks tasks,
            PublishedDuties duties,
            PublishedReminders reminders,
            Directory directory,
            Calendars calendars,
            MergePatch mergePatch,
            ObjectMapper json,
            Clock clock) {
        this.editions = editions;
        this.plans = plans;
        this.tasks = tasks;
        this.duties = duties;
        this.reminders = reminders;
        this.directory = directory;
        this.calendars = calendars;
        this.mergePatch = mergePatch;
        this.json = json;
        this.clock = clock;
    }

    /** What is to be done, and what follows from it. */
    record Foreseen(Amendment amendment, AmendmentPreview preview) {}

    /** @throws Problem.Unprocessable when the wish breaks a rule */
    Foreseen of(Amendable plan, AmendmentWish wish, UUID by) {
        var today = LocalDate.now(clock);
        var current = editions.get(plan.organizationId(), plan.id(), plan.edition());
        EffectiveDay.require(wish.effectiveOn(), current.inForceFrom(), today);
        var wanted = AmendedContent.of(current.content(), wish, plan.body(), mergePatch, Ids::next);
        var amendment = new Amendment(
                current.content(),
                wanted.content(),
                wish.effectiveOn(),
                wish.document().issuedBy(today),
                wish.reason());
        PlanAmended told = plans.foretell(plan, amendment, by);
        var calendar = calendars.of(plan.organizationId());
        var lines = Foresight.of(
                current.content(),
                told,
                wanted.places(),
                new Foresight.Known(
                        tasks.of(plan.organizationId(), plan.id()),
                        duties.of(plan.organizationId(), plan.id()),
                        calendar,
                        reminders.rungsOf(plan.organizationId()),
                        directory.members(plan.organizationId()),
                        today));
        if (lines.tasks().size() + lines.duties().size() > MOST_LINES) {
            throw new Problem.Unprocessable("plan.amendment-reaches-too-far", MOST_LINES);
        }
        return new Foreseen(
                amendment,
                new AmendmentPreview(
                        plan.id(),
                        told.previousVersion(),
                        told.version(),
                        told.effectiveOn(),
                        counts(lines),
                        lines.tasks(),
                        lines.duties(),
                        lines.reminders(),
                        lines.people(),
                        calendar.version(),
                        token(plan, wish, lines, calendar.version())));
    }

    private static AmendmentPreview.Counts counts(Foresight.Lines lines) {
        return new AmendmentPreview.Counts(
                tasks(lines, AmendmentPreview.TaskChange.GIVEN),
                tasks(lines, AmendmentPreview.TaskChange.AMENDED),
                tasks(lines, AmendmentPreview.TaskChange.CANCELLED),
                duties(lines, AmendmentPreview.DutyChange.SCHEDULED),
                duties(lines, AmendmentPreview.DutyChange.RESCHEDULED),
                duties(lines, AmendmentPreview.DutyChange.WITHDRAWN),
                (int) lines.reminders().stream()
                        .filter(it -> it.before() == null)
                        .count(),
                (int) lines.reminders().stream()
                        .filter(it -> it.before() != null && it.after() != null)
                        .count(),
                (int) lines.reminders().stream()
                        .filter(it -> it.after() == null)
                        .count(),
                lines.people().size());
    }

    private static int tasks(Foresight.Lines lines, AmendmentPreview.TaskChange effect) {
        return (int) lines.tasks().stream().filter(it -> it.effect() == effect).count();
    }

    private static int duties(Foresight.Lines lines, AmendmentPreview.DutyChange effect) {
        return (int) lines.duties().stream().filter(it -> it.effect() == effect).count();
    }

    /** Whoever wants something else, of another version, or from whom something else would follow, has another token. */
    private String token(Amendable plan, AmendmentWish wish, Foresight.Lines lines, String calendarVersion) {
        try {
            var all = new TreeMap<String, Object>();
            all.put("plan", plan.id());
            all.put("version", plan.edition());
            all.put("wish", wish.withoutToken());
            all.put("calendar", calendarVersion);
            all.put("lines", List.of(lines.tasks(), lines.duties(), lines.reminders(), lines.people()));
            return EntityTag.of(json.writeValueAsBytes(all)).value();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A preview cannot be written", e);
        }
    }
}
