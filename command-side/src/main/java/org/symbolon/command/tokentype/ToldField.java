package org.symbolon.command.tokentype;

/**
 * Something that a client is told of a token of a type, so that the description of the wire knows it.
 *
 * @param name on the wire
 * @param kind what kind of value it has
 * @param about what it says
 */
public record ToldField(String name, Kind kind, String about) {

    /** A kind of value. */
    public enum Kind {
        TEXT,
        NUMBER,
        ANYTHING
    }

    public static ToldField text(String name, String about) {
        return new ToldField(name, Kind.TEXT, about);
    }

    public static ToldField number(String name, String about) {
        return new ToldField(name, Kind.NUMBER, about);
    }

    public static ToldField anything(String name, String about) {
        return new ToldField(name, Kind.ANYTHING, about);
    }
}
