package org.symbolon.api.tokenfile.format;

import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.symbolon.api.kernel.ApiException;

/**
 * Reads an XML document that comes from outside, one element of a container after the other, so that only one is in memory. A document
 * type is refused, so no entity can be defined, no other file or server is ever asked; nesting has an end, and so has an element.
 */
final class XmlReader {

    private static final int MOST_DEPTH = 32;
    private static final int LONGEST_ELEMENT = 1 << 20;

    private final Deque<XmlElement> open = new ArrayDeque<>();
    private final String container;
    private final Consumer<XmlElement> listener;
    private final BoundedText text;
    /** How many elements are open where the container is, or 0 before it has begun. */
    private int containerDepth;

    private boolean found;

    private XmlReader(String container, Consumer<XmlElement> listener, BoundedText text) {
        this.container = container;
        this.listener = listener;
        this.text = text;
    }

    /**
     * Hands over the elements of the first container of this name, and tells whether there is one.
     *
     * @throws ApiException 304 if the document is none, or not one of a token file
     */
    static boolean read(Reader document, String container, Consumer<XmlElement> listener) {
        BoundedText text = new BoundedText(document, LONGEST_ELEMENT);
        XmlReader reader = new XmlReader(container, listener, text);
        try {
            XMLStreamReader events = factory().createXMLStreamReader(text);
            while (events.hasNext()) {
                reader.take(events.next(), events);
            }
            return reader.found;
        } catch (ApiException refused) {
            throw refused;
        } catch (XMLStreamException | RuntimeException malformed) {
            throw FileFault.of("The file is no well-formed XML. No token was imported.");
        }
    }

    /** Without namespaces, for those who write such files do not always declare their prefixes. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing is fetched");
        });
        return factory;
    }

    private void take(int kind, XMLStreamReader events) {
        switch (kind) {
            case XMLStreamConstants.START_ELEMENT -> begin(events);
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                if (isWithinElement()) {
                    open.peek().add(events.getText());
                }
            }
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw FileFault.of("A document type is not allowed in the XML of a token file. No token was imported.");
            default -> {}
        }
    }

    private boolean isWithinElement() {
        return containerDepth > 0 && open.size() > containerDepth;
    }

    private void begin(XMLStreamReader events) {
        if (open.size() == MOST_DEPTH) {
            throw FileFault.of("The XML is nested too deeply. No token was imported.");
        }
        XmlElement element = element(events);
        if (isWithinElement()) {
            open.peek().add(element);
        }
        open.push(element);
        if (!found && element.isCalled(container)) {
            found = true;
            containerDepth = open.size();
        }
    }

    private void end() {
        XmlElement element = open.pop();
        if (containerDepth > 0 && open.size() == containerDepth) {
            listener.accept(element);
            text.forget();
        }
        if (open.size() < containerDepth) {
            containerDepth = 0;
        }
    }

    private static XmlElement element(XMLStreamReader events) {
        Map<String, String> attributes = new HashMap<>();
        for (int index = 0; index < events.getAttributeCount(); index++) {
            attributes.put(
                    plain(events.getAttributeLocalName(index)),
                    events.getAttributeValue(index).strip());
        }
        return new XmlElement(plain(events.getLocalName()), attributes);
    }

    private static String plain(String name) {
        return name.substring(name.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
    }
}
