package org.symbolon.command.eventhandler.text;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes an HTML page of a plain text, where nobody has written one: paragraphs, and a table of what is told line by line. */
public final class PageOfText {

    private static final Pattern FACT = Pattern.compile("[^:]{1,40}: +\\S.*");

    private PageOfText() {}

    /** The page; nothing of the text becomes a part of it but letters. */
    public static String of(String title, String language, String text) {
        String body = Stream.of(text.strip().split("\n{2,}"))
                .map(block -> block.lines().toList())
                .map(PageOfText::block)
                .collect(Collectors.joining("\n"));
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head><meta charset="utf-8"><title>%s</title></head>
                <body style="font-family: sans-serif; line-height: 1.5; max-width: 40em; margin: 1em auto; padding: 0 1em">
                %s
                </body>
                </html>
                """
                .formatted(TaggedText.escaped(language), TaggedText.escaped(title), body);
    }

    private static String block(List<String> lines) {
        if (lines.size() > 1
                && lines.stream().allMatch(line -> FACT.matcher(line).matches())) {
            return lines.stream()
                    .map(PageOfText::row)
                    .collect(Collectors.joining("\n", "<table cellpadding=\"4\">\n", "\n</table>"));
        }
        return lines.stream().map(TaggedText::escaped).collect(Collectors.joining("<br>\n", "<p>", "</p>"));
    }

    private static String row(String line) {
        int colon = line.indexOf(':');
        return "<tr><th align=\"left\">" + TaggedText.escaped(line.substring(0, colon)) + "</th><td>"
                + TaggedText.escaped(line.substring(colon + 1).strip()) + "</td></tr>";
    }
}
