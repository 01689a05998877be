package org.symbolon.command.shared;

/** What somebody outside wants people to read, as far as it is text and fits. */
public final class ForeignText {

    private ForeignText() {}

    /** The text in one line, as long as a challenge may be; the other one where nothing is left of it. */
    public static String shown(String said, String otherwise) {
        String text = said.replaceAll("\\p{Cntrl}", " ").strip();
        if (text.isEmpty()) {
            return otherwise;
        }
        int characters = Math.min(text.codePointCount(0, text.length()), Limits.CHALLENGE_TEXT);
        return text.substring(0, text.offsetByCodePoints(0, characters));
    }
}
