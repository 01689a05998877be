package org.symbolon.command.eventhandler.condition;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.eventhandler.fact.HandledRequest;
import org.symbolon.command.eventhandler.fact.SubjectToken;
import org.symbolon.command.eventhandler.text.TimeTags;

/** What can be asked of the token that a request is about. Most of it is not asked where there is not exactly one. */
public final class TokenConditions {

    private static final Pattern AGE = Pattern.compile("(\\d{1,6})([smhdy])");

    private TokenConditions() {}

    /** Without exactly one token it is asked whether any of the user's is full, or any at all, whatever is wanted. */
    public static boolean isLocked(String wanted, HandledRequest request) {
        Optional<SubjectToken> token = request.token();
        if (token.isPresent()) {
            return token.get().isFull() == Truth.of(wanted);
        }
        return request.user()
                .map(user -> request.lookups().tokensOf(user).stream().anyMatch(SubjectToken::isFull))
                .orElseGet(request.lookups()::isAnyTokenFull);
    }

    public static boolean realms(String wanted, HandledRequest request) {
        return ofToken(request, token -> token.realms().isEmpty() || haveOneOf(token.realms(), wanted));
    }

    public static boolean resolvers(String wanted, HandledRequest request) {
        return ofToken(request, token -> {
            List<String> resolvers = token.realms().stream()
                    .flatMap(realm -> request.lookups().resolversOf(realm).stream())
                    .toList();
            return token.realms().isEmpty() || haveOneOf(resolvers, wanted);
        });
    }

    public static boolean serial(String wanted, HandledRequest request) {
        String serial = request.serial();
        return serial.isEmpty() || BoundedExpression.of(wanted).begins(serial);
    }

    public static boolean type(String wanted, HandledRequest request) {
        return ofToken(request, token -> haveOneOf(List.of(token.type()), wanted));
    }

    public static boolean hasOwner(String wanted, HandledRequest request) {
        return ofToken(request, token -> (token.owner() != null) == Truth.of(wanted));
    }

    public static boolean isOrphaned(String wanted, HandledRequest request) {
        return ofToken(request, token -> {
            boolean orphaned = token.owner() != null
                    && request.lookups().owner(token.owner()).isEmpty();
            return orphaned == Truth.of(wanted);
        });
    }

    public static boolean isValid(String wanted, HandledRequest request) {
        return ofToken(request, token -> token.isValidAt(request.event().now().toInstant()) == Truth.of(wanted));
    }

    /** The last success is longer ago; of a token that was never used it is not. */
    public static boolean lastUse(String wanted, HandledRequest request) {
        return ofToken(request, token -> {
            Instant since = before(request.event().now().toInstant(), wanted);
            return token.date("last_auth").filter(since::isAfter).isPresent();
        });
    }

    private static Instant before(Instant now, String age) {
        Matcher parts = AGE.matcher(age.replace(" ", ""));
        if (!parts.matches()) {
            throw Refusal.parameter("This is no age: '" + age + "'");
        }
        int number = Integer.parseInt(parts.group(1));
        return switch (parts.group(2)) {
            case "s" -> now.minusSeconds(number);
            case "m" -> now.minus(Duration.ofMinutes(number));
            case "h" -> now.minus(Duration.ofHours(number));
            case "d" -> now.minus(Duration.ofDays(number));
            default ->
                now.atZone(ZoneOffset.UTC).minus(Period.ofDays(number * 365)).toInstant();
        };
    }

    /** An entry that the token does not have equals nothing. */
    public static boolean info(String wanted, HandledRequest request) {
        return ofToken(request, token -> {
            String filled = TimeTags.inMinutes(wanted, request.event().now());
            Comparison.Named compared = Comparison.Named.read(filled);
            Map<String, String> info = token.info();
            return info.containsKey(compared.name()) && compared.holds(info.get(compared.name()));
        });
    }

    public static boolean rolloutState(String wanted, HandledRequest request) {
        return ofToken(request, token -> token.rolloutState().equals(wanted));
    }

    static boolean ofToken(HandledRequest request, Predicate<SubjectToken> asked) {
        return request.token().map(asked::test).orElse(true);
    }

    private static boolean haveOneOf(Collection<String> names, String wanted) {
        return Stream.of(wanted.split(",")).map(String::strip).anyMatch(names::contains);
    }
}
