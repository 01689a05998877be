package org.symbolon.command.tokentype;

import java.util.Map;

/**
 * What the endpoint of a type answers.
 *
 * @param value the value of the answer: texts, numbers, truths, lists and maps of such
 * @param detail what is said beside; perhaps empty
 */
public record TypeReply(Object value, Map<String, Object> detail) {

    public static TypeReply of(Object value) {
        return new TypeReply(value, Map.of());
    }
}
