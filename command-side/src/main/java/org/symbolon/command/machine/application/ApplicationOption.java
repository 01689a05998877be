package org.symbolon.command.machine.application;

import java.util.List;

/**
 * What can be said of a token's use by an application.
 *
 * @param description null where the name says it all
 * @param choices what there is to choose from
 */
public record ApplicationOption(String name, Kind kind, String description, Choices choices) {

    /** What a value looks like. */
    public enum Kind {
        NUMBER,
        TEXT
    }

    /** What there is to choose from. */
    public sealed interface Choices permits Free, Numbers, ServiceIds {}

    /** Any text. */
    public record Free() implements Choices {}

    /** One of these numbers. */
    public record Numbers(List<Integer> values) implements Choices {}

    /** The name of a service id. */
    public record ServiceIds() implements Choices {}

    static ApplicationOption text(String name) {
        return text(name, null);
    }

    static ApplicationOption text(String name, String description) {
        return new ApplicationOption(name, Kind.TEXT, description, new Free());
    }
}
