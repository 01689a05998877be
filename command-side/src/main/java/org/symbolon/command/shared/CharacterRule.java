package org.symbolon.command.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.symbolon.command.error.Refusal;

/**
 * Of which characters a PIN or password is to be made, as administrators write it: {@code c} are letters, {@code n} digits,
 * {@code s} punctuation. {@code cn} wants one of each, {@code +cn} one of them all, {@code -s} forbids, {@code [abc]} names
 * them one by one.
 */
public final class CharacterRule {

    public static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    public static final String SMALL_LETTERS = "abcdefghijklmnopqrstuvwxyz";
    public static final String CAPITAL_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    public static final String DIGITS = "0123456789";

    private static final int POLICY = 303;
    private static final Pattern CLASSES = Pattern.compile("[+-]*[cns]+");
    private static final Pattern NAMED = Pattern.compile("\\[.+]", Pattern.DOTALL);
    private static final String ALL = SMALL_LETTERS + CAPITAL_LETTERS + DIGITS + PUNCTUATION;
    /** More characters than one byte can choose from are not made use of. */
    private static final int MOST_CHARACTERS = 256;

    private final String allowed;
    private final String preferred;
    private final List<String> wanted;

    private CharacterRule(String allowed, String preferred, List<String> wanted) {
        this.allowed = allowed;
        this.preferred = preferred;
        this.wanted = wanted;
    }

    /**
     * The rule that is written so.
     *
     * @throws Refusal 303 if it is none
     */
    public static CharacterRule of(String written) {
        if (NAMED.matcher(written).matches()) {
            String named = distinct(written.substring(1, written.length() - 1));
            return new CharacterRule(named, named, List.of());
        }
        if (!CLASSES.matcher(written).matches()) {
            throw Refusal.of(POLICY, "Unknown character specifier in PIN policy.");
        }
        List<String> classes = classes(written);
        String together = String.join("", classes);
        return switch (written.charAt(0)) {
            case '+' -> new CharacterRule(ALL, together, List.of(together));
            case '-' -> {
                String rest = without(together);
                yield new CharacterRule(rest, rest, List.of());
            }
            default -> new CharacterRule(ALL, together, classes);
        };
    }

    private static List<String> classes(String written) {
        List<String> classes = new ArrayList<>();
        if (written.contains("c")) {
            classes.add(SMALL_LETTERS + CAPITAL_LETTERS);
        }
        if (written.contains("n")) {
            classes.add(DIGITS);
        }
        if (written.contains("s")) {
            classes.add(PUNCTUATION);
        }
        return List.copyOf(classes);
    }

    private static String without(String forbidden) {
        return ALL.chars()
                .filter(character -> forbidden.indexOf(character) < 0)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static String distinct(String text) {
        return text.chars()
                .filter(character -> !Character.isSurrogate((char) character))
                .distinct()
                .limit(MOST_CHARACTERS)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** What is wrong with a text, in words that do not show it; empty if nothing is. */
    public Optional<String> complaint(String text) {
        if (!text.chars().allMatch(character -> allowed.indexOf(character) >= 0)) {
            return Optional.of("Not allowed character in PIN!");
        }
        List<String> missing =
                wanted.stream().filter(some -> !hasOneOf(text, some)).toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("Missing character in PIN: " + String.join(",", missing));
    }

    /**
     * An unpredictable text after this rule; one that is too short to have a character of each kind has what fits.
     *
     * @throws Refusal 303 if the rule leaves no character
     */
    public String generate(int length, Randomness randomness) {
        if (preferred.isEmpty()) {
            throw Refusal.of(POLICY, "Unknown character specifier in PIN policy.");
        }
        String text;
        do {
            text = randomness.text(length, preferred);
        } while (length >= wanted.size() && complaint(text).isPresent());
        return text;
    }

    private static boolean hasOneOf(String text, String characters) {
        return text.chars().anyMatch(character -> characters.indexOf(character) >= 0);
    }
}
