package org.symbolon.projections.shared;

/** Makes any text one that a column can hold, so that no event can ever stop a projector. */
public final class StorableText {

    private StorableText() {}

    /** The text with each NUL, which PostgreSQL refuses, replaced by the replacement character; null stays null. */
    public static String of(String text) {
        return text == null ? null : text.replace('\u0000', '\uFFFD');
    }

    /** The text's first characters, as many as the column takes; null stays null. */
    public static String cut(String text, int length) {
        if (text == null || text.codePointCount(0, text.length()) <= length) {
            return of(text);
        }
        return of(text.substring(0, text.offsetByCodePoints(0, length)));
    }
}
