package org.symbolon.command.eventhandler.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.symbolon.command.error.Refusal;

/**
 * One text of a family: the same message in several languages, each in a file {@code <family>.<language>.txt}. It may begin with lines
 * such as {@code Subject: ...}, up to an empty one; and a page {@code <family>.<language>.html} may lie beside it.
 *
 * @param language which language it is in
 * @param headers what stands before the text, by names in small letters
 * @param page the page beside it
 */
public record FamilyText(String language, Map<String, String> headers, String text, Optional<String> page) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*(?:/[A-Za-z0-9][A-Za-z0-9_-]*)*");
    private static final Pattern HEADER = Pattern.compile("(Subject|Contact): *(\\S.*)");

    /**
     * The text in the first of these languages that there is. A text of the operator's counts before the one that comes with the server, and
     * is never mixed with it.
     *
     * @param files the operator's, by their paths
     * @throws Refusal 905 if there is no such family
     */
    public static FamilyText find(String family, List<String> languages, Function<String, Optional<String>> files) {
        if (!NAME.matcher(family).matches()) {
            throw Refusal.parameter("This is no family of texts: '" + family + "'");
        }
        for (String language : languages) {
            String file = family + "." + language;
            Optional<String> own = files.apply(file + ".txt");
            if (own.isPresent()) {
                return of(language, own.get(), files.apply(file + ".html"));
            }
            Optional<String> brought = ReadyTexts.find(file);
            if (brought.isPresent()) {
                return of(language, brought.get(), Optional.empty());
            }
        }
        throw Refusal.parameter("There is no text of the family '" + family + "' in any of the languages "
                + String.join(", ", languages));
    }

    static FamilyText of(String language, String file, Optional<String> page) {
        Map<String, String> headers = new TreeMap<>();
        List<String> lines = file.lines().toList();
        int at = 0;
        while (at < lines.size()) {
            Matcher header = HEADER.matcher(lines.get(at));
            if (!header.matches()) {
                break;
            }
            headers.put(
                    header.group(1).toLowerCase(Locale.ROOT), header.group(2).strip());
            at++;
        }
        String text = String.join("\n", lines.subList(at, lines.size())).strip() + "\n";
        return new FamilyText(language, headers, text, page);
    }

    /** What a header says; empty where it is not there. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The text with its tags replaced. A line whose tags all stand for nothing is left out, and what a tag stands for is one line. */
    public String filled(Function<String, String> values) {
        StringBuilder filled = new StringBuilder();
        text.lines()
                .map(line -> new FilledLine(line, values))
                .filter(FilledLine::says)
                .forEach(line -> filled.append(line.text()).append('\n'));
        return filled.toString().replaceAll("\n{3,}", "\n\n");
    }

    /** A line, and how many of its tags stand for something. */
    private static final class FilledLine {

        private final String text;
        private int tags;
        private int said;

        FilledLine(String line, Function<String, String> values) {
            text = TaggedText.filled(line, tag -> counted(values.apply(tag)));
        }

        private String counted(String value) {
            tags++;
            said += value == null || value.isBlank() ? 0 : 1;
            return value == null ? null : value.replaceAll("\\p{Cntrl}+", " ");
        }

        boolean says() {
            return tags == 0 || said > 0;
        }

        String text() {
            return text;
        }
    }
}
