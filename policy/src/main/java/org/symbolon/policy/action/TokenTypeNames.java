package org.symbolon.policy.action;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.symbolon.policy.action.PolicedType.Trait;

/** The types of token that actions are about, whether Symbolon brings them already or not. */
public final class TokenTypeNames {

    private static final PolicedTypes KNOWN = PolicedTypes.known();

    /** Stands for each of them in the name of an action. */
    public static final String ANY = "<type>";

    /** The type of a token of which nobody says a type. */
    public static final String DEFAULT = KNOWN.preset();

    /** Those that Symbolon brings. */
    static final List<String> EXISTING =
            KNOWN.all().stream().map(PolicedType::name).toList();

    /** All types of eduMFA. */
    public static final List<String> ALL = both(type -> true, TypesToCome.ALL.stream());

    /** Those that users may enrol for themselves. */
    public static final List<String> FOR_USERS = both(Trait.SELF_SERVICE, without(TypesToCome.NOT_FOR_USERS));

    /** Those that know a log-in with challenge and answer beside another one. */
    static final List<String> WITH_OPTIONAL_CHALLENGE = both(Trait.CHALLENGED_BY_POLICY, TypesToCome.ALL.stream());

    /** Those whose first value can be asked for before they are enrolled. */
    static final List<String> VERIFIABLE = both(Trait.VERIFIABLE, Stream.empty());

    /** Those that a log-in can enrol on the way, as its policy spells them. */
    static final List<String> ENROLLED_BY_LOGIN = both(Trait.ENROLLED_BY_LOGIN, Stream.empty()).stream()
            .map(name -> name.toUpperCase(Locale.ROOT))
            .toList();

    /** Those whose PIN is all there is to them. */
    static final List<String> PIN_ALONE = both(Trait.PIN_ALONE, Stream.empty());

    /** Those whose tokens have no PIN that somebody could set. */
    public static final List<String> WITHOUT_PIN = both(Trait.WITHOUT_PIN, Stream.empty());

    private TokenTypeNames() {}

    private static Stream<String> without(List<String> excepted) {
        return TypesToCome.ALL.stream().filter(Predicate.not(excepted::contains));
    }

    private static List<String> both(Trait trait, Stream<String> toCome) {
        return both(type -> type.has(trait), toCome);
    }

    private static List<String> both(Predicate<PolicedType> existing, Stream<String> toCome) {
        return Stream.concat(KNOWN.all().stream().filter(existing).map(PolicedType::name), toCome)
                .sorted()
                .toList();
    }
}
