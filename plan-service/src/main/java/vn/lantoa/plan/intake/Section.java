package vn.lantoa.plan.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A numbered part of the document with what stands under it. Bullets are body, not parts. */
final class Section {
    private final @Nullable Section parent;
    private final @Nullable Marker marker;
    private final Passage heading;
    private final int level;
    private final Role role;
    private final List<Section> children = new ArrayList<>();
    private final List<Paragraph> body = new ArrayList<>();

    Section(@Nullable Section parent, @Nullable Marker marker, Passage heading, int level) {
        this.parent = parent;
        this.marker = marker;
        this.heading = heading;
        this.level = level;
        this.role = Role.of(heading, level, parent == null ? Role.OTHER : parent.role);
        if (parent != null) {
            parent.children.add(this);
        }
    }

    Optional<Section> parent() {
        return Optional.ofNullable(parent);
    }

    @Nullable
    Marker marker() {
        return marker;
    }

    @Nullable
    String number() {
        return marker == null ? null : marker.label();
    }

    Passage heading() {
        return heading;
    }

    int level() {
        return level;
    }

    Role role() {
        return role;
    }

    List<Section> children() {
        return children;
    }

    List<Paragraph> body() {
        return body;
    }

    /** This section and everything under it, in reading order. */
    List<Section> all() {
        List<Section> all = new ArrayList<>();
        collect(all);
        return all;
    }

    private void collect(List<Section> all) {
        all.add(this);
        children.forEach(child -> child.collect(all));
    }

    /** All words under this section, without its own heading: paragraphs with children's headings between. */
    List<Passage> contents() {
        List<Passage> contents = new ArrayList<>();
        body.forEach(paragraph -> contents.add(paragraph.content()));
        for (var child : children) {
            if (!child.heading.isEmpty()) {
                contents.add(child.heading);
            }
            contents.addAll(child.contents());
        }
        return contents;
    }

    /** The document span from the heading to the last word under it. */
    Passage span() {
        var parts = contents();
        parts.addFirst(heading);
        return Passage.join(parts);
    }

    boolean isBullets() {
        return !body.isEmpty() && body.stream().allMatch(Paragraph::isBullet);
    }
}
