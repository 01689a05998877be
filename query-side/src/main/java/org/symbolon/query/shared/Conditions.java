package org.symbolon.query.shared;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.symbolon.projections.shared.StorableText;

/** Collects the conditions of a search and their arguments. An asterisk in a wanted text stands for any characters. */
public final class Conditions {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> arguments = new ArrayList<>();

    /** Whether the wanted text excludes nothing: it is missing, blank or nothing but asterisks. */
    public static boolean excludesNothing(String wanted) {
        return wanted == null || wanted.replace('*', ' ').isBlank();
    }

    /** That one of several holds, each of which is made of conditions that hold together. */
    public static Conditions anyOf(List<Conditions> several) {
        List<String> each = several.stream().map(one -> "(" + one.all() + ")").toList();
        Object[] values =
                several.stream().flatMap(one -> one.arguments.stream()).toArray();
        return new Conditions().and("(" + String.join(" or ", each) + ")", values);
    }

    /** Adds a condition as it stands. */
    public Conditions and(String condition, Object... values) {
        conditions.add(condition);
        Collections.addAll(arguments, values);
        return this;
    }

    /** The column equals the wanted text, or matches it if there are asterisks in it. */
    public Conditions matches(String column, String wanted) {
        if (excludesNothing(wanted)) {
            return this;
        }
        if (wanted.indexOf('*') < 0) {
            return and(column + " = ?", StorableText.of(wanted));
        }
        return and(column + " like ?", pattern(wanted));
    }

    /** Like {@link #matches}, whatever the case of letters. */
    public Conditions matchesIgnoringCase(String column, String wanted) {
        if (excludesNothing(wanted)) {
            return this;
        }
        return and("lower(" + column + ") like lower(?)", pattern(wanted));
    }

    /** Like {@link #matches}, whatever the case of wanted letters, where those of the column are all of lower case. */
    public Conditions matchesLowerCase(String column, String wanted) {
        return matches(column, wanted == null ? null : wanted.toLowerCase(Locale.ROOT));
    }

    /**
     * The column equals the wanted text, or matches it if there are asterisks or percent signs in it. Then an underscore
     * stands for one character, as in eduMFA's audit.
     */
    public Conditions matchesAsSql(String column, String wanted) {
        if (excludesNothing(wanted)) {
            return this;
        }
        String text = StorableText.of(wanted).replace('*', '%');
        if (text.indexOf('%') < 0) {
            return and(column + " = ?", text);
        }
        return and(column + " like ?", text.replace("\\", "\\\\"));
    }

    /** Adds all of others. */
    public Conditions and(Conditions others) {
        conditions.addAll(others.conditions);
        arguments.addAll(others.arguments);
        return this;
    }

    public boolean isEmpty() {
        return conditions.isEmpty();
    }

    /** The clause {@code where}, empty if there are no conditions. */
    public String where() {
        return conditions.isEmpty() ? "" : " where " + all();
    }

    /** All conditions in one. */
    public String all() {
        return String.join(" and ", conditions);
    }

    /** The arguments in the order of the conditions, and more that come after them. */
    public Object[] arguments(Object... more) {
        List<Object> all = new ArrayList<>(arguments);
        Collections.addAll(all, more);
        return all.toArray();
    }

    private static String pattern(String wanted) {
        return StorableText.of(wanted)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_")
                .replace('*', '%');
    }
}
