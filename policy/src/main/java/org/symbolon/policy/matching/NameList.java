package org.symbolon.policy.matching;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A list of names as policies write it: whole names, regular expressions, {@code *} for any, and names taken out by a
 * sign in front. An empty list is for everybody; a list of nothing but exclusions is for nobody.
 */
final class NameList {

    private static final String ANY = "*";
    private static final Pattern SPECIAL = Pattern.compile("[.^$*+?{}\\[\\]\\\\|()]");

    private final boolean empty;
    private final boolean any;
    private final boolean malformed;
    private final Set<String> names;
    private final Set<String> excluded;
    private final Expression[] expressions;

    NameList(List<String> entries) {
        empty = entries.isEmpty();
        any = entries.contains(ANY);
        names = Set.copyOf(entries);
        excluded = entries.stream()
                .filter(entry -> entry.startsWith("-") || entry.startsWith("!"))
                .map(entry -> entry.substring(1))
                .collect(Collectors.toUnmodifiableSet());
        List<Optional<Expression>> compiled = entries.stream()
                .filter(NameList::isExpression)
                .map(Expression::anchored)
                .toList();
        malformed = compiled.stream().anyMatch(Optional::isEmpty);
        expressions = compiled.stream().flatMap(Optional::stream).toArray(Expression[]::new);
    }

    /** Whether an entry of such a list is more than a name. */
    static boolean isExpression(String entry) {
        return !entry.equals(ANY) && SPECIAL.matcher(entry).find();
    }

    boolean isEmpty() {
        return empty;
    }

    /** Whether it is for the name. */
    boolean admits(String name) {
        return empty || (!excludes(name) && finds(name));
    }

    /** As {@link #admits}, but a sign in front of a name means nothing. */
    boolean admitsIgnoringExclusions(String name) {
        return empty || finds(name);
    }

    /** Whether it is for one of several names, of which expressions know nothing. */
    boolean admitsOneOf(List<String> several) {
        if (several.size() == 1) {
            return admits(several.get(0));
        }
        boolean found = any || several.stream().anyMatch(names::contains);
        return empty || (found && several.stream().noneMatch(this::excludes));
    }

    private boolean excludes(String name) {
        return !excluded.isEmpty() && excluded.contains(name);
    }

    /**
     * @throws PolicyRefusal 303 if an expression of the list is malformed, or takes too much time, and nothing else has
     *     found the name: then nobody can tell what was meant
     */
    private boolean finds(String name) {
        if (any || names.contains(name)) {
            return true;
        }
        boolean undecided = malformed;
        for (Expression expression : expressions) {
            try {
                if (expression.fits(name)) {
                    return true;
                }
            } catch (IncomparableException tooMuch) {
                undecided = true;
            }
        }
        if (undecided) {
            throw new PolicyRefusal("A policy has a regular expression that is malformed or takes too long.");
        }
        return false;
    }
}
