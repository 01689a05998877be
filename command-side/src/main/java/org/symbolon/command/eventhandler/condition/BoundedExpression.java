package org.symbolon.command.eventhandler.condition;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.symbolon.command.error.Refusal;

/**
 * A regular expression that an administrator wrote and a stranger's text is held against. It may look at no more than so many
 * characters: one that goes back and forth without end is refused, and holds up nobody.
 */
public final class BoundedExpression {

    private static final int MOST_LOOKS = 200_000;

    private final Pattern pattern;

    private BoundedExpression(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * The expression, in the notation that Python and Java share.
     *
     * @throws Refusal 905 if it is none
     */
    public static BoundedExpression of(String text) {
        try {
            return new BoundedExpression(Pattern.compile(text.replace("(?P<", "(?<"), Pattern.UNIX_LINES));
        } catch (PatternSyntaxException malformed) {
            throw Refusal.parameter("This is no regular expression: '" + text + "'");
        }
    }

    /** Whether the text begins so. */
    public boolean begins(String text) {
        return bounded(over(text)::lookingAt);
    }

    public boolean isFoundIn(String text) {
        return bounded(over(text)::find);
    }

    /** What its groups are if the whole text is so; empty if it is not. */
    public Optional<MatchResult> matching(String text) {
        Matcher matcher = over(text);
        return bounded(matcher::matches) ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    private Matcher over(String text) {
        return pattern.matcher(new CountedText(text, new AtomicInteger(MOST_LOOKS)));
    }

    private static boolean bounded(BooleanSupplier search) {
        try {
            return search.getAsBoolean();
        } catch (StackOverflowError deep) {
            throw tooLong();
        }
    }

    private static Refusal tooLong() {
        return Refusal.parameter("A regular expression of an event handler takes too long");
    }

    /** Counts how often somebody looks at it. */
    private record CountedText(String text, AtomicInteger left) implements CharSequence {

        @Override
        public char charAt(int index) {
            if (left.getAndDecrement() <= 0) {
                throw tooLong();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new CountedText(text.substring(start, end), left);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
