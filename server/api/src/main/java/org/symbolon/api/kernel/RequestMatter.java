package org.symbolon.api.kernel;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.symbolon.policy.rights.Matter;
import org.symbolon.policy.rights.Over;

/**
 * Reads from the parameters of a request what it is about. Where the path names a user or a resolver by a name of its own, that
 * counts and nothing beside it, and a second token counts where the route looks at one.
 */
final class RequestMatter {

    private RequestMatter() {}

    /**
     * Reads it.
     *
     * @throws ApiException 905 if what the right of the route is about is malformed
     */
    static Matter of(Route route, Parameters parameters) {
        return new Matter(
                parameters.givenText(name(route, "user", "username")),
                parameters.givenText("realm"),
                parameters.givenText(name(route, "resolver", "resolvername")),
                serials(route, parameters),
                realms(route, parameters),
                attachment(route, parameters));
    }

    private static String name(Route route, String usual, String inPath) {
        return route.template().contains("<" + inPath + ">") ? inPath : usual;
    }

    private static List<String> serials(Route route, Parameters parameters) {
        Stream<String> copied = Stream.of("from", "to")
                .filter(name -> route.description().parameters().containsKey(name));
        return Stream.concat(Stream.of("serial"), copied)
                .map(parameters::givenText)
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<String> realms(Route route, Parameters parameters) {
        return switch (route.need().over()) {
            case TOKEN_AND_NEW_REALMS -> parameters.has("realms") ? parameters.list("realms") : List.of();
            case NEW_REALMS -> parameters.list("tokenrealms");
            case NAMED, TOKENS_MEANT, USER, USER_IN_RESOLVER, TOKEN, ATTACHED_TOKEN, SYSTEM, ANYTHING -> List.of();
        };
    }

    private static OptionalInt attachment(Route route, Parameters parameters) {
        return route.need().over() == Over.ATTACHED_TOKEN ? parameters.integer("mtid") : OptionalInt.empty();
    }
}
