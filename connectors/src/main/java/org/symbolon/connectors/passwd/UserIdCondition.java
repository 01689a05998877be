package org.symbolon.connectors.passwd;

import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition on numeric ids, such as {@code >=1000} or {@code between 1000,2000} (both ends count). A bare number is
 * none and fits nobody.
 */
final class UserIdCondition implements Predicate<PasswdUser> {

    private static final String NUMBER = "\\s*(-?\\d{1,18})\\s*";
    private static final Pattern COMPARISON = Pattern.compile("\\s*(=|<=|>=|<|>)" + NUMBER);
    private static final Pattern RANGE =
            Pattern.compile("\\s*between\\s" + NUMBER + "," + NUMBER, Pattern.CASE_INSENSITIVE);
    private static final Pattern ID = Pattern.compile(NUMBER);

    private final LongPredicate condition;

    UserIdCondition(String text) {
        this.condition = comparison(text).or(() -> range(text)).orElse(id -> false);
    }

    @Override
    public boolean test(PasswdUser user) {
        Matcher id = ID.matcher(user.userId());
        return id.matches() && condition.test(Long.parseLong(id.group(1)));
    }

    private static Optional<LongPredicate> comparison(String text) {
        Matcher matcher = COMPARISON.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long bound = Long.parseLong(matcher.group(2));
        return switch (matcher.group(1)) {
            case "=" -> Optional.of(id -> id == bound);
            case "<" -> Optional.of(id -> id < bound);
            case "<=" -> Optional.of(id -> id <= bound);
            case ">" -> Optional.of(id -> id > bound);
            default -> Optional.of(id -> id >= bound);
        };
    }

    private static Optional<LongPredicate> range(String text) {
        Matcher matcher = RANGE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long least = Long.parseLong(matcher.group(1));
        long most = Long.parseLong(matcher.group(2));
        return Optional.of(id -> id >= least && id <= most);
    }
}
