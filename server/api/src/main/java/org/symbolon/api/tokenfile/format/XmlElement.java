package org.symbolon.api.tokenfile.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An element of an XML document, whose name and attributes are known in lower case and without their prefixes. */
final class XmlElement {

    private final String name;
    private final Map<String, String> attributes;
    private List<XmlElement> children = List.of();
    private StringBuilder text;

    XmlElement(String name, Map<String, String> attributes) {
        this.name = name;
        this.attributes = Map.copyOf(attributes);
    }

    /** Most have no child, or one text: a large file is a great many of them. */
    void add(XmlElement child) {
        if (children.isEmpty()) {
            children = new ArrayList<>(1);
        }
        children.add(child);
    }

    /** Blanks beside children are none that anybody reads. */
    void add(String more) {
        if (text == null && more.isBlank()) {
            return;
        }
        if (text == null) {
            text = new StringBuilder(more.length());
        }
        text.append(more);
    }

    boolean isCalled(String wanted) {
        return name.equals(wanted);
    }

    /** The attribute, empty if it has none of this name. */
    String attribute(String wanted) {
        return attributes.getOrDefault(wanted, "");
    }

    /** The values of all attributes. */
    Stream<String> attributes() {
        return attributes.values().stream();
    }

    /** Its own text, without blanks around it. */
    String text() {
        return text == null ? "" : text.toString().strip();
    }

    Stream<XmlElement> children(String wanted) {
        return children.stream().filter(child -> child.isCalled(wanted));
    }

    /** The first element that one gets to by these names, one below the other. */
    Optional<XmlElement> find(String... path) {
        Stream<XmlElement> found = Stream.of(this);
        for (String step : path) {
            found = found.flatMap(element -> element.children(step));
        }
        return found.findFirst();
    }

    /** The text of that element, empty if there is none. */
    String textOf(String... path) {
        return find(path).map(XmlElement::text).orElse("");
    }
}
