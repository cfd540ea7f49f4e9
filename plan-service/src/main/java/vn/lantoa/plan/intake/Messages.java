package vn.lantoa.plan.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.lantoa.plan.intake.ExtractedPlan.Channel;
import vn.lantoa.plan.intake.ExtractedPlan.ChannelKind;
import vn.lantoa.plan.intake.ExtractedPlan.ContentItem;
import vn.lantoa.plan.intake.ExtractedPlan.SubItem;

/** Reads what is to be communicated and by which channels. */
final class Messages {
    private record Kind(ChannelKind kind, Pattern words) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    ChannelKind.MEETING,
                    Pattern.compile("hoi nghi|hoi thao|toa dam|tap huan|cuoc hop|sinh hoat|hop dinh ky|hop thon")),
            new Kind(ChannelKind.PORTAL, Pattern.compile("c[o]ng thong tin|trang thong tin|website|web")),
            new Kind(ChannelKind.BROADCAST, Pattern.compile("truyen thanh|phat thanh|loa|truyen hinh")),
            new Kind(ChannelKind.SOCIAL_MEDIA, Pattern.compile("zalo|facebook|fanpage|youtube|tiktok|mang xa hoi")),
            new Kind(ChannelKind.PRESS, Pattern.compile("bao chi|ban tin|bao, dai|tap chi")),
            new Kind(
                    ChannelKind.VISUAL,
                    Pattern.compile(
                            "truc quan|pa-?no|bang[- ]?ron|ap phich|to roi|to gap|infographic|trien lam|khau hieu")),
            new Kind(ChannelKind.ORAL, Pattern.compile("tuyen truyen mieng|luu dong|bao cao vien")),
            new Kind(ChannelKind.INTEGRATED, Pattern.compile("l[o]ng ghep")));

    private static final Pattern ANNOUNCED = Pattern.compile(
            "(?:tuyen truyen|truyen thong|pho bien|thong tin)[^.]{0,120}(?:noi dung|nhu sau|sau)[^.]{0,20}:$");

    private final DocumentText document;

    Messages(DocumentText document) {
        this.document = document;
    }

    List<ContentItem> contentItems(Section root) {
        List<ContentItem> items = new ArrayList<>();
        for (var section : root.all()) {
            boolean top = section.role() == Role.CONTENT
                    && section.parent()
                            .map(it -> it.role() != Role.CONTENT || holdsOtherRoles(it))
                            .orElse(true)
                    && !holdsOtherRoles(section);
            if (top) {
                addItems(section, items);
            }
        }
        if (items.isEmpty()) {
            addLetterItems(root, items);
        }
        return items;
    }

    /** A letter that asks to communicate "các nội dung sau:" lists its messages right behind. */
    private void addLetterItems(Section root, List<ContentItem> items) {
        boolean announced = !root.body().isEmpty()
                && ANNOUNCED.matcher(root.body().getLast().passage().folded()).find();
        for (var section : root.children()) {
            if (announced && section.marker() != null && section.marker().level() > Marker.ROMAN_LEVEL) {
                items.add(item(section));
            }
        }
    }

    /** "Nội dung, hình thức tuyên truyền" is a roof over both. */
    private static boolean holdsOtherRoles(Section section) {
        return section.children().stream().anyMatch(child -> child.role() != Role.CONTENT)
                && section.level() <= Marker.ROMAN_LEVEL;
    }

    private void addItems(Section section, List<ContentItem> items) {
        boolean decimals = section.children().stream()
                .anyMatch(child -> child.marker() != null && child.marker().kind() == Marker.Kind.DECIMAL);
        if (decimals) {
            section.children().forEach(child -> items.add(item(child)));
        } else if (!section.children().isEmpty()) {
            section.children().forEach(child -> items.add(item(child)));
        } else {
            section.body()
                    .forEach(paragraph -> items.add(new ContentItem(
                            null,
                            paragraph.content().bare().text(),
                            List.of(),
                            paragraph.content().source(document),
                            0.8)));
        }
    }

    private ContentItem item(Section section) {
        List<SubItem> subItems = new ArrayList<>();
        for (var child : section.children()) {
            subItems.add(new SubItem(
                    child.number(), child.span().text(), child.span().source(document)));
        }
        if (section.children().isEmpty()) {
            section.body()
                    .forEach(paragraph -> subItems.add(new SubItem(
                            paragraph.isBullet() ? "-" : null,
                            paragraph.content().text(),
                            paragraph.content().source(document))));
        }
        return new ContentItem(
                section.number(),
                section.heading().bare().text(),
                subItems,
                section.span().source(document),
                0.85);
    }

    List<Channel> channels(Section root) {
        List<Channel> channels = new ArrayList<>();
        for (var section : root.all()) {
            boolean top = section.role() == Role.CHANNELS
                    && section.parent().map(it -> it.role() != Role.CHANNELS).orElse(true);
            if (top) {
                section.children().forEach(child -> channels.add(channel(child.number(), child.span())));
                if (section.children().isEmpty()) {
                    section.body().forEach(paragraph -> channels.add(channel(null, paragraph.content())));
                }
            }
        }
        return channels;
    }

    private Channel channel(@org.jspecify.annotations.Nullable String number, Passage words) {
        var kinds = KINDS.stream()
                .filter(kind -> kind.words().matcher(words.folded()).find())
                .map(Kind::kind)
                .toList();
        return new Channel(
                number,
                words.text(),
                kinds.isEmpty() ? List.of(ChannelKind.OTHER) : kinds,
                words.source(document),
                0.85);
    }
}
