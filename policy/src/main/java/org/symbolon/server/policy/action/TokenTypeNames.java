package org.symbolon.server.policy.action;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.symbolon.command.tokentype.EnrollableByLogin;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TypeDescription.PinUse;
import org.symbolon.command.tokentype.TypeDescription.Trait;
import org.symbolon.command.tokentype.TypeDescription.Trigger;

/** The types of token that actions are about, whether Symbolon brings them already or not. */
public final class TokenTypeNames {

    private static final Collection<TokenType> TYPES = TokenTypes.all().types();

    /** Those that Symbolon brings. */
    static final List<String> EXISTING = TYPES.stream().map(TokenType::name).toList();

    /** All types of eduMFA. */
    public static final List<String> ALL = both(type -> true, TypesToCome.ALL.stream());

    /** Those that users may enrol for themselves. */
    public static final List<String> FOR_USERS =
            both(type -> type.has(Trait.SELF_SERVICE), without(TypesToCome.NOT_FOR_USERS));

    /** Those that know a log-in with challenge and answer beside another one. */
    static final List<String> WITH_OPTIONAL_CHALLENGE = both(
            type -> type.describe().trigger() == Trigger.BY_POLICY, without(TypesToCome.WITHOUT_OPTIONAL_CHALLENGE));

    /** Those whose first value can be asked for before they are enrolled. */
    static final List<String> VERIFIABLE = both(type -> type.has(Trait.VERIFIABLE), TypesToCome.VERIFIABLE.stream());

    /** Those that a log-in can enrol on the way, as its policy spells them. */
    static final List<String> ENROLLED_BY_LOGIN =
            both(EnrollableByLogin.class::isInstance, TypesToCome.ENROLLED_BY_LOGIN.stream()).stream()
                    .map(name -> name.toUpperCase(Locale.ROOT))
                    .toList();

    /** Those whose PIN is all there is to them. */
    static final List<String> PIN_ALONE = both(type -> type.describe().pinUse() == PinUse.WHOLE_PASS, Stream.empty());

    private TokenTypeNames() {}

    private static Stream<String> without(List<String> excepted) {
        return TypesToCome.ALL.stream().filter(Predicate.not(excepted::contains));
    }

    private static List<String> both(Predicate<TokenType> existing, Stream<String> toCome) {
        return Stream.concat(TYPES.stream().filter(existing).map(TokenType::name), toCome)
                .sorted()
                .toList();
    }
}
