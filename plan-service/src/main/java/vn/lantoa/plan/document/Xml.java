package vn.lantoa.plan.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The little that is needed of the tree of an Office part: names without their prefixes. */
final class Xml {

    private Xml() {}

    /** @throws IllegalArgumentException when it is no XML, or declares a document type */
    static Element parse(byte[] content) {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(content)).getDocumentElement();
        } catch (SAXException e) {
            throw new IllegalArgumentException("no XML", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Element> children(@Nullable Node parent) {
        var found = new ArrayList<Element>();
        for (var it = parent == null ? null : parent.getFirstChild(); it != null; it = it.getNextSibling()) {
            if (it instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    static List<Element> children(@Nullable Node parent, String name) {
        return children(parent).stream().filter(it -> is(it, name)).toList();
    }

    static @Nullable Element child(@Nullable Node parent, String name) {
        for (var it = parent == null ? null : parent.getFirstChild(); it != null; it = it.getNextSibling()) {
            if (it instanceof Element element && is(element, name)) {
                return element;
            }
        }
        return null;
    }

    static @Nullable Element path(@Nullable Element from, String... names) {
        var at = from;
        for (var name : names) {
            at = child(at, name);
        }
        return at;
    }

    static boolean is(Element element, String name) {
        return name.equals(element.getLocalName());
    }

    static String attribute(@Nullable Element element, String name, String otherwise) {
        if (element == null) {
            return otherwise;
        }
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            var it = attributes.item(i);
            if (name.equals(it.getLocalName())) {
                return it.getNodeValue();
            }
        }
        return otherwise;
    }

    /** A length or count; what is no number counts as {@code otherwise}. */
    static int number(@Nullable Element element, String name, int otherwise) {
        try {
            return (int) Math.round(Double.parseDouble(attribute(element, name, "")));
        } catch (NumberFormatException none) {
            return otherwise;
        }
    }

    /** A property that is there counts as on, unless it says that it is off. */
    static boolean isOn(String value) {
        return !value.equals("0") && !value.equals("false") && !value.equals("off");
    }
}
