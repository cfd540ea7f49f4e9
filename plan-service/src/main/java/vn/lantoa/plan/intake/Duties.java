package vn.lantoa.plan.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads who is responsible for what from "Tổ chức thực hiện" and from letters whose points are addressed to units. */
final class Duties {
    private static final Pattern OVERALL = Pattern.compile(
            "\\bla (?:co quan|don vi|bo phan)?\\s?(?:thuong truc|chu tri|dau moi)\\b|\\blam (?:co quan|don vi) (?:thuong truc|dau moi)");
    private static final Pattern ONLY_REPORTS = Pattern.compile("\\b(?:gui|lap|thuc hien) bao cao\\b");
    private static final Pattern RESPONSIBLE =
            Pattern.compile("(?:co|chiu) trach nhiem|la (?:co quan|don vi|dau moi)|chu tri|co nhiem vu");
    private static final int NAME_MAX = 160;

    private final DocumentText document;
    private final Chain chain;
    private final ScheduleReader schedules;

    Duties(DocumentText document, Chain chain) {
        this.document = document;
        this.chain = chain;
        this.schedules = new ScheduleReader(document);
    }

    List<ExtractedPlan.UnitDuty> read(Section root) {
        List<ExtractedPlan.UnitDuty> duties = new ArrayList<>();
        var organised = root.all().stream()
                .filter(section -> section.role() == Role.ORGANISATION)
                .toList();
        for (var section : organised) {
            boolean top =
                    section.parent().map(it -> it.role() != Role.ORGANISATION).orElse(true);
            if (top) {
                readOrganisation(section, duties);
            }
        }
        if (organised.isEmpty()) {
            root.all().stream()
                    .filter(section ->
                            section.role() == Role.OTHER && section.level() > 0 && opensWithUnit(section.heading()))
                    .filter(section -> Assignment.of(section.heading(), chain) == null)
                    .filter(section ->
                            !ONLY_REPORTS.matcher(section.heading().folded()).find())
                    .forEach(section -> readUnit(section, duties));
        }
        return duties;
    }

    private void readOrganisation(Section section, List<ExtractedPlan.UnitDuty> duties) {
        var inline = afterColon(section.heading());
        if (!inline.isEmpty() && opensWithUnit(inline)) {
            addParagraph(inline, null, duties);
        }
        boolean unitBullets = false;
        for (var paragraph : section.body()) {
            var content = paragraph.content();
            if (opensWithUnit(content) && nameEnd(content) > 0) {
                addParagraph(content, null, duties);
                unitBullets = true;
            } else if (unitBullets && !duties.isEmpty() && paragraph.marker() != null) {
                addTo(duties, content);
            }
        }
        for (var child : section.children()) {
            if (child.role() != Role.ORGANISATION) {
                continue;
            }
            if (Tasks.hasUnitCaptions(child)) {
                continue; // a task, read as such
            }
            boolean nested = !child.children().isEmpty()
                    && child.children().stream().allMatch(it -> opensWithUnit(it.heading()))
                    && !opensWithUnit(child.heading());
            if (nested) {
                readOrganisation(child, duties);
            } else {
                readUnit(child, duties);
            }
        }
    }

    private static Passage afterColon(Passage heading) {
        int colon = heading.text().indexOf(':');
        return colon < 0 ? Passage.NONE : heading.from(colon + 1);
    }

    private static boolean opensWithUnit(Passage words) {
        return !words.isEmpty() && Units.looksLikeUnit(Units.withoutVerb(words));
    }

    /** One numbered unit with its duties as paragraphs, bullets or letters, or all in its own line. */
    private void readUnit(Section section, List<ExtractedPlan.UnitDuty> duties) {
        var heading = section.heading();
        List<ExtractedPlan.Duty> items = new ArrayList<>();
        int nameEnd = nameEnd(heading);
        boolean bareName = nameEnd <= 0 && heading.length() <= NAME_MAX;
        var name = nameEnd > 0 ? heading.part(0, nameEnd) : bareName ? heading : Passage.NONE;
        var rest = nameEnd > 0 ? withoutColon(heading.from(nameEnd)) : Passage.NONE;
        boolean introduces = rest.text().endsWith(":")
                && !(section.children().isEmpty() && section.body().isEmpty());
        if (!rest.isEmpty() && !introduces) {
            items.addAll(inline(rest));
        } else if (name.isEmpty()) {
            items.addAll(inline(heading));
        }
        for (var paragraph : section.body()) {
            if (isPlus(paragraph) && !items.isEmpty()) {
                items.set(items.size() - 1, extended(items.getLast(), paragraph.content()));
            } else {
                items.add(duty(paragraph.content()));
            }
        }
        for (var child : section.children()) {
            items.add(duty(child.span()));
        }
        add(section.number(), name, items, section.span(), duties);
        if (introduces && OVERALL.matcher(rest.folded()).find()) {
            var last = duties.removeLast();
            duties.add(new ExtractedPlan.UnitDuty(
                    last.number(),
                    last.asWritten(),
                    last.units(),
                    last.mode(),
                    true,
                    last.duties(),
                    last.source(),
                    last.confidence()));
        }
    }

    private void addParagraph(Passage content, @Nullable String number, List<ExtractedPlan.UnitDuty> duties) {
        int nameEnd = nameEnd(content);
        var rest = withoutColon(content.from(nameEnd));
        add(number, content.part(0, nameEnd), rest.isEmpty() ? List.of() : inline(rest), content, duties);
    }

    private void addTo(List<ExtractedPlan.UnitDuty> duties, Passage content) {
        var last = duties.removeLast();
        List<ExtractedPlan.Duty> items = new ArrayList<>(last.duties());
        items.add(duty(content));
        duties.add(new ExtractedPlan.UnitDuty(
                last.number(),
                last.asWritten(),
                last.units(),
                last.mode(),
                last.overallLead() || OVERALL.matcher(content.folded()).find(),
                items,
                last.source(),
                last.confidence()));
    }

    private void add(
            @Nullable String number,
            Passage name,
            List<ExtractedPlan.Duty> items,
            Passage span,
            List<ExtractedPlan.UnitDuty> duties) {
        boolean named = !name.isEmpty() && Units.looksLikeUnit(Units.withoutVerb(name));
        var units = !named ? List.<UnitMention>of() : Units.mentions(Units.withoutVerb(name), document, 0.9);
        boolean overall = items.stream()
                .anyMatch(item -> OVERALL.matcher(Folding.fold(item.text())).find());
        duties.add(new ExtractedPlan.UnitDuty(
                number,
                name.bare().text(),
                units,
                chain.modeFor(name),
                overall,
                items,
                span.source(document),
                units.isEmpty() ? 0.4 : items.isEmpty() ? 0.6 : 0.9));
    }

    /** The name of the unit a heading is addressed to; all of it when it holds nothing else. */
    static Passage nameIn(Passage heading) {
        int end = nameEnd(heading);
        return end > 0 ? heading.part(0, end) : heading;
    }

    /** Where the name of the unit ends: at a colon, else at the first verb; 0 when it cannot be told. */
    private static int nameEnd(Passage words) {
        var stripped = Units.withoutVerb(words);
        int offset = stripped.isEmpty() ? 0 : words.text().indexOf(stripped.text());
        int colon = words.text().indexOf(':', offset);
        int verb = DutyVerbs.first(stripped);
        int verbAt = verb < 0 ? -1 : verb + offset;
        boolean saysSo = verbAt > 0
                && RESPONSIBLE.matcher(words.folded().substring(verbAt)).lookingAt();
        boolean atColon = verbAt < 0 || colon < verbAt || (colon == words.length() - 1 && !saysSo);
        if (colon > 0 && colon <= NAME_MAX && atColon) {
            return colon;
        }
        return verbAt > offset && Units.looksLikeUnit(stripped) ? verbAt : 0;
    }

    private static Passage withoutColon(Passage words) {
        var rest = words.text().startsWith(":") ? words.from(1) : words;
        var responsible = Pattern.compile("^(?:co|chiu) trach nhiem\\s?:?\\s?").matcher(rest.folded());
        return responsible.find() ? rest.from(responsible.end()) : rest;
    }

    /** Duties written in one line are parted at semicolons and sentences. */
    private List<ExtractedPlan.Duty> inline(Passage words) {
        return Words.clauses(words).stream()
                .filter(clause -> !clause.bare().isEmpty())
                .map(this::duty)
                .toList();
    }

    private ExtractedPlan.Duty duty(Passage words) {
        return new ExtractedPlan.Duty(withoutSemicolon(words).text(), ownSchedule(words), words.source(document), 0.9);
    }

    private static Passage withoutSemicolon(Passage words) {
        return words.text().endsWith(";") ? words.part(0, words.length() - 1) : words;
    }

    /** The days of a report the duty mentions are no deadline of the duty. */
    private @Nullable Schedule ownSchedule(Passage words) {
        return Words.clauses(words).stream()
                .filter(clause -> !clause.folded().contains("bao cao"))
                .map(schedules::inSentence)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private ExtractedPlan.Duty extended(ExtractedPlan.Duty duty, Passage more) {
        var source = document.source(duty.source().start(), more.end());
        return new ExtractedPlan.Duty(duty.text() + " " + more.text(), duty.schedule(), source, duty.confidence());
    }

    private static boolean isPlus(Paragraph paragraph) {
        return paragraph.marker() != null && paragraph.marker().kind() == Marker.Kind.PLUS;
    }
}
