package vn.lantoa.plan.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Which properties a paragraph has, from the defaults of the document over the chain of its styles to its own. */
final class DocxStyles {

    /** More styles on top of each other than this are a circle. */
    private static final int DEPTH = 20;

    private final Map<String, Element> byId = new HashMap<>();
    private final @Nullable Element paragraphDefaults;
    private final @Nullable Element runDefaults;
    private final @Nullable Element normal;

    /** @param styles root of {@code word/styles.xml}; null when the document has none */
    DocxStyles(@Nullable Element styles) {
        Element usual = null;
        Element paragraph = null;
        Element run = null;
        if (styles != null) {
            for (var style : Xml.children(styles, "style")) {
                byId.put(Xml.attribute(style, "styleId", ""), style);
                if (Xml.attribute(style, "type", "").equals("paragraph")
                        && Xml.isOn(Xml.attribute(style, "default", "0"))) {
                    usual = style;
                }
            }
            var defaults = Xml.child(styles, "docDefaults");
            paragraph = Xml.path(defaults, "pPrDefault", "pPr");
            run = Xml.path(defaults, "rPrDefault", "rPr");
        }
        this.normal = usual;
        this.paragraphDefaults = paragraph;
        this.runDefaults = run;
    }

    /** Property elements of a paragraph, the weakest first. */
    List<Element> ofParagraph(@Nullable Element own) {
        var found = new ArrayList<Element>();
        add(found, paragraphDefaults);
        chain(styleOf(own)).forEach(style -> add(found, Xml.child(style, "pPr")));
        add(found, own);
        return found;
    }

    /** Property elements of a run, the weakest first. */
    List<Element> ofRun(@Nullable Element paragraph, @Nullable Element own) {
        var found = new ArrayList<Element>();
        add(found, runDefaults);
        chain(styleOf(paragraph)).forEach(style -> add(found, Xml.child(style, "rPr")));
        var character = Xml.child(own, "rStyle");
        if (character != null) {
            chain(byId.get(Xml.attribute(character, "val", ""))).forEach(style -> add(found, Xml.child(style, "rPr")));
        }
        add(found, own);
        return found;
    }

    private @Nullable Element styleOf(@Nullable Element paragraph) {
        var named = Xml.child(paragraph, "pStyle");
        return named == null ? normal : byId.getOrDefault(Xml.attribute(named, "val", ""), normal);
    }

    private Iterable<Element> chain(@Nullable Element style) {
        var chain = new ArrayDeque<Element>();
        for (var it = style; it != null && chain.size() < DEPTH; ) {
            chain.addFirst(it);
            var basis = Xml.child(it, "basedOn");
            it = basis == null ? null : byId.get(Xml.attribute(basis, "val", ""));
        }
        return chain;
    }

    private static void add(List<Element> found, @Nullable Element properties) {
        if (properties != null) {
            found.add(properties);
        }
    }
}
