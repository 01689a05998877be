package org.symbolon.connectors.passwd;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The search that eduMFA has for passwd files: login and comment by pattern, ids by comparison. Any other criterion fits
 * nobody, also where the attribute exists.
 */
final class PasswdSearch {

    private PasswdSearch() {}

    static Predicate<PasswdUser> of(Map<String, String> criteria) {
        return criteria.entrySet().stream()
                .map(criterion -> criterion(criterion.getKey(), criterion.getValue()))
                .reduce(user -> true, Predicate::and);
    }

    private static Predicate<PasswdUser> criterion(String attribute, String pattern) {
        return switch (attribute) {
            case "username" -> like(pattern, PasswdUser::login);
            case "description", "email" -> like(pattern, user -> user.gecos().text());
            case "userid" -> new UserIdCondition(pattern);
            default -> user -> false;
        };
    }

    private static Predicate<PasswdUser> like(String pattern, Function<PasswdUser, String> text) {
        Predicate<String> like = like(pattern.toLowerCase(Locale.ROOT));
        return user -> like.test(text.apply(user).toLowerCase(Locale.ROOT));
    }

    private static Predicate<String> like(String pattern) {
        boolean openStart = pattern.startsWith("*");
        boolean openEnd = pattern.endsWith("*");
        if (!openStart && !openEnd) {
            return pattern::equals;
        }
        String core = pattern.replaceAll("^\\*|\\*$", "");
        if (openStart && openEnd) {
            return text -> text.contains(core);
        }
        return openStart ? text -> text.endsWith(core) : text -> text.startsWith(core);
    }
}
