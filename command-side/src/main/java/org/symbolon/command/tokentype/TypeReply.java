package org.symbolon.command.tokentype;

import java.util.Map;
import org.symbolon.events.token.StateChange;

/**
 * What the endpoint of a type answers.
 *
 * @param value the value of the answer: texts, numbers, truths, lists and maps of such; null where it is a document
 * @param detail what is said beside; perhaps empty
 * @param document what is answered instead, in a form of its own; null for nothing
 * @param change what it changes of the token's state
 */
public record TypeReply(Object value, Map<String, Object> detail, Document document, StateChange change) {

    /** A text of some kind, which is not in the envelope that answers have otherwise. */
    public record Document(String contentType, String text) {}

    public static TypeReply of(Object value) {
        return new TypeReply(value, Map.of(), null, StateChange.NONE);
    }

    /** One that is all of the answer. */
    public static TypeReply document(String contentType, String text) {
        return new TypeReply(null, Map.of(), new Document(contentType, text), StateChange.NONE);
    }

    /** The same, and this is said beside. */
    public TypeReply telling(Map<String, Object> more) {
        return new TypeReply(value, more, document, change);
    }

    /** The same, and the token's state is changed so. */
    public TypeReply changing(StateChange other) {
        return new TypeReply(value, detail, document, other);
    }

    /** Shows nothing that a device is told. */
    @Override
    public String toString() {
        return "TypeReply[" + detail.keySet() + "]";
    }
}
