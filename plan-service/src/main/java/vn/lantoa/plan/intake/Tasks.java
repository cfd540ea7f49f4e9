package vn.lantoa.plan.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads tasks from sections whose lines carry captions ("Đơn vị chủ trì: …"), and from sentences that assign ("Giao …
 * chủ trì"). Headings with bullets that name neither unit nor time are solutions, not tasks.
 */
final class Tasks {
    private static final Pattern TRAILING = Pattern.compile("\\(([^()]{5,200}\\bchu tri\\b[^()]{0,200})\\)[.;]?$");

    private static final Pattern ASKS = Pattern.compile(
            "\\b(?:de nghi|yeu cau)\\s(?=cac |phong|trung tam|truong|thu truong|ubnd|uy ban|cong an|don vi)");

    private final DocumentText document;
    private final Chain chain;
    private final List<ExtractedPlan.Task> tasks = new ArrayList<>();
    private final List<ExtractedPlan.Solution> solutions = new ArrayList<>();
    private final Set<Section> done = new HashSet<>();

    Tasks(DocumentText document, Chain chain) {
        this.document = document;
        this.chain = chain;
    }

    List<ExtractedPlan.Task> tasks() {
        return List.copyOf(tasks);
    }

    List<ExtractedPlan.Solution> solutions() {
        return List.copyOf(solutions);
    }

    void read(Section root) {
        read(root, false);
    }

    private void read(Section section, boolean siblingsAreTasks) {
        if (!done.add(section) || !mayHoldTasks(section)) {
            return;
        }
        if (isWhole(section)) {
            readLeaf(section, siblingsAreTasks);
            return;
        }
        if (!section.body().isEmpty() && section.level() >= 0) {
            readBodyOnly(section);
        }
        boolean childTasks = section.children().stream().anyMatch(Tasks::hasUnitCaptions);
        section.children().forEach(child -> read(child, childTasks));
    }

    private static boolean mayHoldTasks(Section section) {
        return switch (section.role()) {
            case PURPOSE, REQUIREMENT, PURPOSE_AND_REQUIREMENT, BUDGET, REPORTING, CLOSING -> false;
            case GOALS, CHANNELS, CONTENT, ORGANISATION, TIME, TASKS, OTHER -> true;
        };
    }

    /** A leaf, or a task whose lettered points share one block of captions behind the last of them. */
    private boolean isWhole(Section section) {
        if (section.children().isEmpty()) {
            return true;
        }
        boolean letters = section.children().stream()
                .allMatch(child -> child.marker() != null
                        && child.marker().kind() == Marker.Kind.LETTER
                        && child.children().isEmpty());
        if (!letters || section.level() <= Marker.ROMAN_LEVEL) {
            return false;
        }
        long captioned =
                section.children().stream().filter(Tasks::hasUnitCaptions).count();
        boolean ownCaptions = section.body().stream().anyMatch(it -> Captions.opensWithCaption(it.passage()));
        boolean onlyLast = captioned == 1
                && section.children().size() > 1
                && hasUnitCaptions(section.children().getLast());
        return onlyLast || (captioned == 0 && ownCaptions);
    }

    /** True when a line under this section says who leads, coordinates or implements. */
    static boolean hasUnitCaptions(Section section) {
        return section.all().stream()
                .anyMatch(it -> Captions.split(it.heading()).captions().stream().anyMatch(Tasks::isUnitCaption)
                        || it.body().stream()
                                .anyMatch(paragraph -> Captions.split(paragraph.content()).captions().stream()
                                        .anyMatch(Tasks::isUnitCaption)));
    }

    private static boolean isUnitCaption(Captions.Caption caption) {
        return switch (caption.kind()) {
            case LEAD, LEAD_AND_COORDINATION, COORDINATION, IMPLEMENTATION -> true;
            default -> false;
        };
    }

    /** Paragraphs of a section that also has numbered parts: bullets may be tasks of their own. */
    private void readBodyOnly(Section section) {
        var paragraphs = section.body().stream().map(Paragraph::content).toList();
        var drafts = drafts(paragraphs);
        for (var draft : drafts) {
            if (draft.namesUnit() && draft.hasWords()) {
                tasks.add(draft.task(null, null, heading(section), document, chain, 0.8));
            } else if (assigns(section)) {
                readAssignments(draft, section);
            }
        }
    }

    private void readLeaf(Section section, boolean siblingsAreTasks) {
        if (section.role() == Role.GOALS && !hasUnitCaptions(section)) {
            return;
        }
        var own = Captions.split(section.heading());
        List<Passage> contents = new ArrayList<>();
        section.body().stream()
                .filter(paragraph -> ownedBefore(section, paragraph))
                .forEach(it -> contents.add(it.content()));
        for (var child : section.children()) {
            contents.add(child.heading());
            child.body().forEach(paragraph -> contents.add(paragraph.content()));
        }
        section.body().stream()
                .filter(paragraph -> !ownedBefore(section, paragraph))
                .forEach(it -> contents.add(it.content()));
        if (!own.captions().isEmpty()) {
            contents.addFirst(section.heading());
        }
        var drafts = drafts(contents);
        var withUnits = drafts.stream().filter(TaskDraft::namesUnitOrTime).toList();
        boolean unitNamed = drafts.stream().anyMatch(TaskDraft::namesUnit);
        boolean timeInTaskSection = !withUnits.isEmpty() && section.role() == Role.TASKS;
        if (unitNamed || timeInTaskSection) {
            addTasks(section, own, drafts);
        } else if (section.role() == Role.TASKS || section.role() == Role.OTHER && section.level() > 0) {
            readUncaptioned(section, siblingsAreTasks);
        }
    }

    private static boolean ownedBefore(Section section, Paragraph paragraph) {
        return section.children().isEmpty()
                || paragraph.passage().start()
                        < section.children().getFirst().span().start();
    }

    private void addTasks(Section section, Captions.Split own, List<TaskDraft> drafts) {
        boolean headingHasCaptions = !own.captions().isEmpty();
        var first = drafts.getFirst();
        if (drafts.size() == 1 && first.namesUnitOrTime()) {
            if (headingHasCaptions) {
                tasks.add(first.task(section.number(), null, group(section), document, chain, 0.9));
            } else if (!first.hasWords()) {
                first.say(section.heading());
                tasks.add(first.task(section.number(), null, group(section), document, chain, 0.9));
            } else if (isGroupHeading(section)) {
                tasks.add(first.task(section.number(), null, heading(section), document, chain, 0.85));
            } else {
                tasks.add(first.task(section.number(), section.heading(), group(section), document, chain, 0.9));
            }
            return;
        }
        for (var draft : drafts) {
            if (draft.namesUnitOrTime()) {
                if (!draft.hasWords()) {
                    draft.say(section.heading());
                }
                tasks.add(draft.task(
                        null, null, headingHasCaptions ? group(section) : heading(section), document, chain, 0.8));
            }
        }
    }

    /** The heading is a title over tasks when its neighbours have numbered parts of their own. */
    private static boolean isGroupHeading(Section section) {
        return section.parent().stream()
                .flatMap(parent -> parent.children().stream())
                .anyMatch(neighbour ->
                        neighbour != section && !neighbour.children().isEmpty());
    }

    /** Cuts paragraphs into tasks: words behind a block of captions begin the next one. */
    private static List<TaskDraft> drafts(List<Passage> paragraphs) {
        List<TaskDraft> drafts = new ArrayList<>();
        var open = new TaskDraft();
        for (var paragraph : paragraphs) {
            var split = Captions.split(paragraph);
            if (split.captions().isEmpty() && open.continuesCaption(paragraph)) {
                continue;
            }
            boolean newWords = !split.statement().isEmpty()
                    || (!split.captions().isEmpty()
                            && split.captions().getFirst().kind() == Captions.Kind.STATEMENT);
            if (newWords && open.hasCaptions() && open.namesUnitOrTime()) {
                drafts.add(open);
                open = new TaskDraft();
            }
            open.say(split.statement());
            split.captions().forEach(open::add);
        }
        if (open.hasWords() || open.hasCaptions()) {
            drafts.add(open);
        }
        return drafts;
    }

    private void readUncaptioned(Section section, boolean siblingsAreTasks) {
        if (siblingsAreTasks && section.marker() != null && !section.heading().isEmpty()) {
            var draft = new TaskDraft();
            section.body().forEach(paragraph -> draft.say(paragraph.content()));
            if (assignment(section.heading(), section.number(), group(section))) {
                return;
            }
            var lone = new TaskDraft();
            lone.say(section.heading());
            tasks.add(
                    draft.hasWords()
                            ? draft.task(section.number(), section.heading(), group(section), document, chain, 0.6)
                            : lone.task(section.number(), null, group(section), document, chain, 0.6));
            return;
        }
        int before = tasks.size();
        assignment(section.heading(), section.number(), group(section));
        section.body().forEach(paragraph -> assignment(paragraph.content(), null, heading(section)));
        if (tasks.size() == before && section.role() == Role.TASKS) {
            addSolution(section);
        }
    }

    private void addSolution(Section section) {
        var items = section.body().stream()
                .map(paragraph -> paragraph.content().phrase(document, 0.85))
                .toList();
        boolean listed =
                section.level() > Marker.ROMAN_LEVEL || section.body().stream().anyMatch(Paragraph::isBullet);
        if (!listed || (section.heading().isEmpty() && items.isEmpty())) {
            return;
        }
        solutions.add(new ExtractedPlan.Solution(
                section.number(),
                section.heading().bare().text(),
                items,
                section.span().source(document),
                0.85));
    }

    private static boolean assigns(Section section) {
        return section.role() == Role.TASKS || section.role() == Role.OTHER;
    }

    private void readAssignments(TaskDraft draft, Section section) {
        draft.statement().forEach(words -> assignment(words, null, heading(section)));
    }

    private boolean assignment(Passage words, @Nullable String number, @Nullable String group) {
        var assignment = Assignment.of(words, chain);
        if (assignment == null) {
            var trailing = TRAILING.matcher(words.folded());
            assignment = trailing.find() ? Assignment.of(words.part(trailing.start(1), trailing.end(1)), chain) : null;
        }
        if (assignment == null) {
            return false;
        }
        tasks.add(assignment.task(words, number, group, document, chain));
        return true;
    }

    /** "… đề nghị các cơ quan, đơn vị phối hợp …": what a letter asks of all its addressees together. */
    List<ExtractedPlan.Task> collectiveRequests(Section root) {
        List<ExtractedPlan.Task> requests = new ArrayList<>();
        for (var paragraph : root.body()) {
            for (var sentence : Words.sentences(paragraph.content())) {
                var asks = ASKS.matcher(sentence.folded());
                var asked = asks.find() ? sentence.from(asks.start()) : Passage.NONE;
                var body = Units.withoutVerb(asked);
                int verb = body.isEmpty() || !Units.looksLikeUnit(body) ? -1 : DutyVerbs.first(body);
                if (verb > 0) {
                    var draft = new TaskDraft();
                    draft.say(asked);
                    draft.add(new Captions.Caption(
                            Captions.Kind.IMPLEMENTATION, body.part(0, verb).bare()));
                    requests.add(draft.task(null, null, null, document, chain, 0.7));
                }
            }
        }
        return requests;
    }

    private static @Nullable String group(Section section) {
        return section.parent().map(Tasks::heading).orElse(null);
    }

    private static @Nullable String heading(Section section) {
        var text = section.heading().bare().text();
        return text.isEmpty() ? null : text;
    }
}
