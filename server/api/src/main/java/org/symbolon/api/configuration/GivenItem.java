package org.symbolon.api.configuration;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Something as a file has it.
 *
 * @param kind what it is
 * @param fields texts, whole numbers, booleans, lists, maps, and a {@link org.symbolon.events.shared.Secret} for whatever stands elsewhere
 * @param places where a field of this name stands, for people; an empty name asks for the thing itself
 */
public record GivenItem(String kind, String name, Map<String, Object> fields, UnaryOperator<String> places) {

    /** A refusal that says where the field stands. */
    ConfigurationFault fault(String field, String text) {
        return new ConfigurationFault(places.apply(field) + ": " + text);
    }

    /** A refusal that says where the thing stands. */
    ConfigurationFault fault(String text) {
        return fault("", text);
    }
}
