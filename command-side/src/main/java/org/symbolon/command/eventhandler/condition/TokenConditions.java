package org.symbolon.command.eventhandler.condition;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.eventhandler.fact.HandledRequest;
import org.symbolon.command.eventhandler.fact.SubjectToken;
import org.symbolon.command.eventhandler.text.TimeTags;

/** What can be asked of the token that a request is about. Most of it is not asked where there is not exactly one. */
public final class TokenConditions {

    private static final Pattern AGE = Pattern.compile("(\\d{1,6})([smhdy])");

    private TokenConditions() {}

    /** Without exactly one token it is asked whether any of the user's is full, whatever is wanted; without a user none is. */
    public static Predicate<HandledRequest> isLocked(String wanted) {
        boolean locked = Truth.of(wanted);
        return request -> request.token()
                .map(token -> token.isFull() == locked)
                .orElseGet(() -> request.tokens().stream().anyMatch(SubjectToken::isFull));
    }

    public static Predicate<HandledRequest> realms(String wanted) {
        Set<String> names = names(wanted);
        return ofToken((token, request) -> token.realms().isEmpty() || haveOneOf(token.realms(), names));
    }

    public static Predicate<HandledRequest> resolvers(String wanted) {
        Set<String> names = names(wanted);
        return ofToken((token, request) -> token.realms().isEmpty()
                || token.realms().stream()
                        .anyMatch(realm -> haveOneOf(request.lookups().resolversOf(realm), names)));
    }

    public static Predicate<HandledRequest> serial(String wanted) {
        BoundedExpression expression = BoundedExpression.of(wanted);
        return request -> request.serial().isEmpty() || expression.begins(request.serial());
    }

    public static Predicate<HandledRequest> type(String wanted) {
        Set<String> names = names(wanted);
        return ofToken((token, request) -> names.contains(token.type()));
    }

    public static Predicate<HandledRequest> hasOwner(String wanted) {
        boolean owned = Truth.of(wanted);
        return ofToken((token, request) -> (token.owner() != null) == owned);
    }

    public static Predicate<HandledRequest> isOrphaned(String wanted) {
        boolean orphaned = Truth.of(wanted);
        return ofToken((token, request) -> orphaned
                == (token.owner() != null
                        && request.lookups().owner(token.owner()).isEmpty()));
    }

    public static Predicate<HandledRequest> isValid(String wanted) {
        boolean valid = Truth.of(wanted);
        return ofToken((token, request) -> token.isValidAt(request.event().now().toInstant()) == valid);
    }

    /**
     * The last success is longer ago; of a token that was never used it is not.
     *
     * @throws Refusal 905 if it is no age
     */
    public static Predicate<HandledRequest> lastUse(String wanted) {
        Matcher age = AGE.matcher(wanted.replace(" ", ""));
        if (!age.matches()) {
            throw Refusal.parameter("This is no age: '" + wanted + "'");
        }
        int number = Integer.parseInt(age.group(1));
        String unit = age.group(2);
        return ofToken((token, request) -> {
            Instant since = before(request.event().now().toInstant(), number, unit);
            return token.date("last_auth").filter(since::isAfter).isPresent();
        });
    }

    private static Instant before(Instant now, int number, String unit) {
        return switch (unit) {
            case "s" -> now.minusSeconds(number);
            case "m" -> now.minus(Duration.ofMinutes(number));
            case "h" -> now.minus(Duration.ofHours(number));
            case "d" -> now.minus(Duration.ofDays(number));
            default ->
                now.atZone(ZoneOffset.UTC).minus(Period.ofDays(number * 365)).toInstant();
        };
    }

    /** An entry that the token does not have equals nothing. The time is filled in for each request, so that it is read then. */
    public static Predicate<HandledRequest> info(String wanted) {
        return ofToken((token, request) -> {
            NamedComparison compared = NamedComparison.read(
                    TimeTags.inMinutes(wanted, request.event().now()));
            Map<String, String> info = token.info();
            return info.containsKey(compared.name()) && compared.holds(info.get(compared.name()));
        });
    }

    public static Predicate<HandledRequest> rolloutState(String wanted) {
        return ofToken((token, request) -> token.rolloutState().equals(wanted));
    }

    static Predicate<HandledRequest> ofToken(BiPredicate<SubjectToken, HandledRequest> asked) {
        return request ->
                request.token().map(token -> asked.test(token, request)).orElse(true);
    }

    private static Set<String> names(String wanted) {
        return Stream.of(wanted.split(",")).map(String::strip).collect(Collectors.toSet());
    }

    private static boolean haveOneOf(Collection<String> names, Set<String> wanted) {
        return names.stream().anyMatch(wanted::contains);
    }
}
