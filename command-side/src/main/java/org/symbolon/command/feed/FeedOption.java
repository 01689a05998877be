package org.symbolon.command.feed;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a feed can be told.
 *
 * @param secret whether nobody may read it again
 * @param rule what a value must be, as the end of a sentence
 * @param sound whether a value is that
 * @param needs the options that must be given as well where this one is
 */
public record FeedOption(
        String name, boolean required, boolean secret, String rule, Predicate<String> sound, Set<String> needs) {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:-]{1,255}");
    private static final Pattern BROKER =
            Pattern.compile("(?:\\[[0-9A-Fa-f:.]{2,45}]|[A-Za-z0-9._-]{1,255}):(\\d{1,5})");
    private static final Pattern TOPIC = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._-]{1,249}");
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,99}");
    private static final Pattern LIST = Pattern.compile("[A-Za-z]+\\*?(\\s*,\\s*[A-Za-z]+\\*?)*");
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]+");
    private static final Pattern HEADER = Pattern.compile("[\\x20-\\x7e]+");
    private static final Pattern WORD = Pattern.compile("\\P{Cntrl}{1,1000}");
    private static final int SHORTEST_SECRET = 24;
    private static final int MOST_BROKERS = 20;
    private static final int HIGHEST_PORT = 65_535;

    private FeedOption(String name, boolean required, boolean secret, String rule, Predicate<String> sound) {
        this(name, required, secret, rule, sound, Set.of());
    }

    FeedOption needing(String other) {
        return new FeedOption(name, required, secret, rule, sound, Set.of(other));
    }

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

    /** Where a cluster can be asked for its brokers. */
    static FeedOption brokers(String name) {
        return new FeedOption(
                name, true, false, "servers with their ports, separated by commas", FeedOption::areBrokers);
    }

    private static boolean areBrokers(String text) {
        String[] servers = text.split(",", -1);
        return servers.length <= MOST_BROKERS && Arrays.stream(servers).allMatch(FeedOption::isBroker);
    }

    private static boolean isBroker(String text) {
        Matcher matcher = BROKER.matcher(text.strip());
        return matcher.matches() && isNumber(matcher.group(1), 1, HIGHEST_PORT);
    }

    static FeedOption topic(String name) {
        return new FeedOption(
                name, true, false, "the name of a topic, of letters, digits, points, - and _", matches(TOPIC));
    }

    static FeedOption word(String name) {
        return new FeedOption(name, false, false, "a text of one line", matches(WORD));
    }

    static FeedOption password(String name) {
        return new FeedOption(name, false, true, "a text of one line", matches(WORD));
    }

    static FeedOption certificate(String name) {
        return new FeedOption(
                name,
                false,
                false,
                "a certificate as PEM, and perhaps those above it",
                text -> text.contains("-----BEGIN CERTIFICATE-----"));
    }

    /** A private key; one that is enciphered would need a password, which would lie beside it. */
    static FeedOption privateKey(String name) {
        return new FeedOption(
                name,
                false,
                true,
                "a private key as PEM that is not enciphered",
                text -> text.contains("PRIVATE KEY-----") && !text.contains("ENCRYPTED"));
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
