package org.symbolon.command.tokentype;

/**
 * An entry of what a type keeps of a token. It is shown under its name in the token's info.
 *
 * @param editable whether those who may write the info may set it
 */
public record StateEntry(String name, Kind kind, boolean editable) {

    private static final int MOST_DIGITS = 18;

    /** What a value is. */
    public enum Kind {
        NUMBER,
        FLAG,
        TEXT,
        SECRET
    }

    public static StateEntry number(String name) {
        return new StateEntry(name, Kind.NUMBER, true);
    }

    public static StateEntry flag(String name) {
        return new StateEntry(name, Kind.FLAG, true);
    }

    public static StateEntry text(String name) {
        return new StateEntry(name, Kind.TEXT, true);
    }

    public static StateEntry secret(String name) {
        return new StateEntry(name, Kind.SECRET, false);
    }

    /** The same, but for nobody to set. */
    public StateEntry locked() {
        return new StateEntry(name, kind, false);
    }

    /** The value of which this is the text; what is none of its kind stays a text, so that nothing is lost. */
    public Object read(String text) {
        return switch (kind) {
            case NUMBER -> isNumber(text) ? Long.valueOf(text) : text;
            case FLAG -> text.equals("True") || text.equals("False") ? Boolean.valueOf(text) : text;
            case TEXT, SECRET -> text;
        };
    }

    private static boolean isNumber(String text) {
        return text.length() <= MOST_DIGITS && text.matches("0|[1-9]\\d*");
    }
}
