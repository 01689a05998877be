package org.symbolon.command.tokentype;

import java.util.List;

/**
 * A parameter of the enrolment of a type.
 *
 * @param choices what it may be, where that is known
 * @param preset what it is where it is not given, as a text or a number; null where that is nothing fixed
 * @param sentence what it says
 */
public record TypeParameter(String name, Kind kind, List<String> choices, Object preset, String sentence) {

    /** What a value looks like. */
    public enum Kind {
        TEXT,
        NUMBER,
        FLAG,
        CHOICE,
        SECRET,
        OBJECT
    }

    public static TypeParameter text(String name, String sentence) {
        return new TypeParameter(name, Kind.TEXT, List.of(), null, sentence);
    }

    public static TypeParameter number(String name, String sentence) {
        return new TypeParameter(name, Kind.NUMBER, List.of(), null, sentence);
    }

    public static TypeParameter flag(String name, String sentence) {
        return new TypeParameter(name, Kind.FLAG, List.of(), null, sentence);
    }

    public static TypeParameter secret(String name, String sentence) {
        return new TypeParameter(name, Kind.SECRET, List.of(), null, sentence);
    }

    public static TypeParameter object(String name, String sentence) {
        return new TypeParameter(name, Kind.OBJECT, List.of(), null, sentence);
    }

    public static TypeParameter choice(String name, String sentence, String... choices) {
        return new TypeParameter(name, Kind.CHOICE, List.of(choices), null, sentence);
    }

    /** The same where it is this if it is not given. */
    public TypeParameter or(Object otherwise) {
        return new TypeParameter(name, kind, choices, otherwise, sentence);
    }
}
