package org.symbolon.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text that somebody else wrote, as HTML that shows it and does nothing else. Only addresses of web pages in it become
 * links.
 */
final class PolicyText {

    private static final Pattern BLANK = Pattern.compile("\\s+");
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private PolicyText() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** The text, with a link in place of each address. */
    static String withLinks(String text) {
        return words(text).stream()
                .map(word -> isAddress(word) ? link(word, word) : escaped(word))
                .collect(Collectors.joining(" "));
    }

    /** The items of a list: an address is a link, named by the words before it; what is left at the end is a text. */
    static String items(String text) {
        StringBuilder items = new StringBuilder();
        List<String> name = new ArrayList<>();
        for (String word : words(text)) {
            if (isAddress(word)) {
                String label = name.isEmpty() ? word : String.join(" ", name);
                items.append("<li>").append(link(word, label)).append("</li>");
                name.clear();
            } else {
                name.add(word);
            }
        }
        if (!name.isEmpty()) {
            items.append("<li>").append(escaped(String.join(" ", name))).append("</li>");
        }
        return items.toString();
    }

    static String link(String address, String label) {
        return "<a href=\"" + escaped(address) + "\" target=\"_blank\" rel=\"noopener noreferrer\">" + escaped(label)
                + "</a>";
    }

    /** Whether it leads to a web page, and shows where: a name before the host could pretend to be another one. */
    static boolean isAddress(String text) {
        try {
            URI uri = new URI(text);
            return uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException none) {
            return false;
        }
    }

    private static List<String> words(String text) {
        return BLANK.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
    }
}
