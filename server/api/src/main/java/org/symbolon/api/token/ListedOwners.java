package org.symbolon.api.token;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.query.token.TokenView;

/** What the user stores know of the owners of listed tokens. Each store is asked once, however many tokens there are. */
final class ListedOwners {

    private static final String UNREACHABLE = "**resolver error**";

    /**
     * What one store said.
     *
     * @param logins by user id; null if it cannot be reached
     */
    private record Said(Map<String, String> logins, boolean editable) {}

    private final Map<String, Said> byResolver = new HashMap<>();

    ListedOwners(List<TokenView> tokens, UserDirectory directory) {
        tokens.stream()
                .filter(ListedOwners::hasOwner)
                .collect(Collectors.groupingBy(
                        TokenView::resolver, Collectors.mapping(TokenView::userId, Collectors.toSet())))
                .forEach((resolver, userIds) -> byResolver.put(resolver, ask(directory, resolver, userIds)));
    }

    private static boolean hasOwner(TokenView token) {
        return !token.userId().isEmpty();
    }

    private static Said ask(UserDirectory directory, String resolver, Set<String> userIds) {
        try {
            Map<String, String> logins = directory.usernamesOf(resolver, userIds);
            return new Said(logins, !logins.isEmpty() && directory.editable(resolver));
        } catch (UserStoreUnavailableException e) {
            return new Said(null, false);
        }
    }

    /** The fields of a token that tell whose it is. */
    Map<String, Object> of(TokenView token) {
        Map<String, Object> owner = new HashMap<>();
        owner.put("username", "");
        owner.put("user_realm", "");
        if (!hasOwner(token)) {
            return owner;
        }
        owner.put("user_realm", token.userRealm());
        Said said = byResolver.get(token.resolver());
        if (said.logins() == null) {
            owner.put("username", UNREACHABLE);
            return owner;
        }
        if (said.logins().containsKey(token.userId())) {
            owner.put("username", said.logins().get(token.userId()));
            owner.put("user_editable", said.editable());
        }
        return owner;
    }
}
