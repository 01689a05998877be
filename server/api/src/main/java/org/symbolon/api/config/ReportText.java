package org.symbolon.api.config;

/** Writes reStructuredText: titles and lists of named values. What comes from outside is escaped, so that it is no markup. */
final class ReportText {

    private static final String MARKUP = "\\*`_|";

    private final StringBuilder text = new StringBuilder();

    ReportText title(String title) {
        return underlined(title, "=");
    }

    ReportText section(String title) {
        return underlined("\n" + title, "-");
    }

    ReportText subsection(String kind, String name) {
        return underlined("\n" + kind + " " + escaped(name), "~");
    }

    private ReportText underlined(String title, String line) {
        text.append(title)
                .append('\n')
                .append(line.repeat(title.strip().length()))
                .append("\n\n");
        return this;
    }

    ReportText item(String name, String value) {
        text.append("* **")
                .append(escaped(name))
                .append("**: ")
                .append(escaped(value))
                .append('\n');
        return this;
    }

    /** Stands for a list that would be empty. */
    ReportText nothing() {
        text.append("None.\n");
        return this;
    }

    private static String escaped(String outside) {
        StringBuilder escaped = new StringBuilder(outside.length() + 8);
        outside.codePoints().forEach(character -> {
            boolean blank = Character.isWhitespace(character) || Character.isISOControl(character);
            if (MARKUP.indexOf(character) >= 0) {
                escaped.append('\\');
            }
            escaped.appendCodePoint(blank ? ' ' : character);
        });
        String line = escaped.toString().strip();
        return line.isEmpty() ? "(empty)" : line;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
