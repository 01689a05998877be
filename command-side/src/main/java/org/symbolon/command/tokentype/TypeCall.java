package org.symbolon.command.tokentype;

import java.util.Map;
import java.util.Optional;

/** What a device or a program says to the endpoint of a type. */
public record TypeCall(String method, Map<String, String> parameters) {

    public Optional<String> text(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** Shows no value. */
    @Override
    public String toString() {
        return "TypeCall[" + method + ", " + parameters.keySet() + "]";
    }
}
