package org.symbolon.command.feed;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a feed can be told.
 *
 * @param secret whether nobody may read it again
 * @param rule what a value must be, as the end of a sentence
 * @param sound whether a value is that
 */
public record FeedOption(String name, boolean required, boolean secret, String rule, Predicate<String> sound) {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:-]{1,255}");
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,99}");
    private static final Pattern LIST = Pattern.compile("[A-Za-z]+\\*?(\\s*,\\s*[A-Za-z]+\\*?)*");
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]+");
    private static final Pattern HEADER = Pattern.compile("[\\x20-\\x7e]+");
    private static final int SHORTEST_SECRET = 24;

    static FeedOption text(String name) {
        return new FeedOption(name, false, false, "a text", text -> true);
    }

    static FeedOption flag(String name) {
        Set<String> words = Set.of("1", "0", "true", "false", "True", "False");
        return new FeedOption(name, false, false, "true or false", words::contains);
    }

    static FeedOption choice(String name, String... words) {
        return new FeedOption(name, false, false, "one of " + String.join(", ", words), Set.of(words)::contains);
    }

    static FeedOption number(String name, int least, int most) {
        return new FeedOption(
                name, false, false, "a number from " + least + " to " + most, text -> isNumber(text, least, most));
    }

    private static boolean isNumber(String text, int least, int most) {
        return text.matches("\\d{1,9}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most;
    }

    static FeedOption kinds(String name) {
        return new FeedOption(
                name, false, false, "names of events, separated by commas, each perhaps ended by *", matches(LIST));
    }

    static FeedOption url(String name) {
        return new FeedOption(
                name, true, false, "an address that begins with http:// or https://", FeedOption::isAddress);
    }

    private static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            String scheme = String.valueOf(address.getScheme());
            return (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))
                    && address.getHost() != null
                    && address.getUserInfo() == null
                    && address.getFragment() == null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    static FeedOption host(String name) {
        return new FeedOption(name, true, false, "the name or address of a server", matches(HOST));
    }

    static FeedOption file(String name) {
        return new FeedOption(
                name, true, false, "a name of letters, digits, points, - and _, and no path", matches(FILE));
    }

    /** A key that both sides know. */
    static FeedOption key(String name) {
        return new FeedOption(
                name,
                true,
                true,
                "at least " + SHORTEST_SECRET + " characters without spaces",
                text -> text.length() >= SHORTEST_SECRET && matches(VISIBLE).test(text));
    }

    static FeedOption header(String name) {
        return new FeedOption(name, false, true, "what can stand in a header", matches(HEADER));
    }

    private static Predicate<String> matches(Pattern pattern) {
        return text -> pattern.matcher(text).matches();
    }
}
