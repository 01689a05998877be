package org.symbolon.policy.matching;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression that an administrator wrote, in the notation of Python, in which policies are written. It is tried on
 * what clients send, so there is a limit to the work that it may make.
 */
final class Expression {

    private static final Pattern FLAGS = Pattern.compile("^\\(\\?([aiLmsux]+)\\)");

    /** Letters that stand for themselves, with none behind them that is repeated. */
    private static final Pattern BEGIN = Pattern.compile("[A-Za-z0-9_-]*(?![*+?{A-Za-z0-9_-])");

    private static final String REST = ".*";

    private final Pattern pattern;
    private final String begin;
    private final boolean beginIsAll;

    /**
     * Most expressions begin with plain letters, which are compared at less cost.
     *
     * @param plain what is known of the begin of the texts that it fits, and of their rest if that does not matter
     */
    private Expression(Pattern pattern, String plain) {
        this.pattern = pattern;
        this.beginIsAll = plain.endsWith(REST);
        this.begin = beginIsAll ? plain.substring(0, plain.length() - REST.length()) : plain;
    }

    /**
     * One for the whole of a text. The anchors stand beside the outermost alternatives and not around them, as in eduMFA.
     * Empty if it is malformed.
     */
    static Optional<Expression> anchored(String text) {
        Matcher leading = FLAGS.matcher(text);
        String letters = leading.find() ? leading.group(1) : "";
        String body = text.substring(letters.isEmpty() ? 0 : leading.end());
        try {
            return Optional.of(new Expression(
                    Pattern.compile("^" + PythonExpression.toJava(body) + "$", flags(letters)),
                    letters.isEmpty() ? plain(body) : ""));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    private static String plain(String body) {
        Matcher begin = BEGIN.matcher(body);
        if (body.contains("|") || !begin.lookingAt()) {
            return "";
        }
        return body.equals(begin.group() + REST) ? body : begin.group();
    }

    /** Python knows all letters of the world, unless it is told otherwise, and one end of a line. */
    private static int flags(String letters) {
        int flags = Pattern.UNIX_LINES;
        flags |= letters.contains("a") ? 0 : Pattern.UNICODE_CHARACTER_CLASS;
        flags |= letters.contains("i") ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
        flags |= letters.contains("m") ? Pattern.MULTILINE : 0;
        flags |= letters.contains("s") ? Pattern.DOTALL : 0;
        return flags | (letters.contains("x") ? Pattern.COMMENTS : 0);
    }

    /**
     * Whether it fits.
     *
     * @throws IncomparableException if that takes too much to find out
     */
    boolean fits(String text) {
        if (!text.startsWith(begin)) {
            return false;
        }
        if (beginIsAll && text.indexOf('\n') < 0) {
            return true;
        }
        try {
            return pattern.matcher(new WatchedText(text)).find();
        } catch (StackOverflowError tooDeep) {
            throw new IncomparableException();
        }
    }
}
