package org.symbolon.api.tokenfile.format;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.symbolon.api.kernel.ApiException;

/**
 * Reads an XML document that comes from outside: one with a document type is refused, so no entity can be defined, no
 * other file or server is ever asked, and nesting has an end. The size is bounded by that of a request.
 */
final class XmlReader {

    private static final int MOST_DEPTH = 32;

    private final Deque<XmlElement> open = new ArrayDeque<>();
    private XmlElement root;

    private XmlReader() {}

    /** The document's root. */
    static XmlElement read(String text) {
        try {
            XMLStreamReader events = factory().createXMLStreamReader(new StringReader(text));
            XmlReader reader = new XmlReader();
            while (events.hasNext()) {
                reader.take(events.next(), events);
            }
            return reader.root;
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
            case XMLStreamConstants.END_ELEMENT -> open.pop();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                if (!open.isEmpty()) {
                    open.peek().add(events.getText());
                }
            }
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw FileFault.of("A document type is not allowed in the XML of a token file. No token was imported.");
            default -> {}
        }
    }

    private void begin(XMLStreamReader events) {
        if (open.size() == MOST_DEPTH) {
            throw FileFault.of("The XML is nested too deeply. No token was imported.");
        }
        Map<String, String> attributes = new HashMap<>();
        for (int index = 0; index < events.getAttributeCount(); index++) {
            attributes.put(
                    plain(events.getAttributeLocalName(index)),
                    events.getAttributeValue(index).strip());
        }
        XmlElement element = new XmlElement(plain(events.getLocalName()), attributes);
        if (open.isEmpty()) {
            root = element;
        } else {
            open.peek().add(element);
        }
        open.push(element);
    }

    private static String plain(String name) {
        return name.substring(name.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
    }
}
