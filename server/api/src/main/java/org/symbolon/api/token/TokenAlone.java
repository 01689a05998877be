package org.symbolon.api.token;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.command.secret.port.SecretErasedException;
import org.symbolon.command.token.KnownToken;
import org.symbolon.command.token.port.KnownTokens;
import org.symbolon.command.tokentype.Fetchable;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.events.shared.Secret;
import org.symbolon.policy.rights.HiddenNames;

/** Shows of a token that is asked for by its serial, and so is looked at alone, what its owner may fetch again; lists have a mask in its place. */
@Component
public class TokenAlone {

    private static final String INFO = "info";

    private final KnownTokens known;
    private final TokenTypes types;

    public TokenAlone(KnownTokens known, TokenTypes types) {
        this.known = known;
        this.types = types;
    }

    /** Puts it into what is listed, if that is this one token. */
    void show(String serial, List<Map<String, Object>> listed, HiddenNames hidden) {
        if (listed.size() == 1 && serial.equals(listed.get(0).get("serial"))) {
            fetchable(listed.get(0)).ifPresent(type -> show(serial, type, listed.get(0), hidden));
        }
    }

    private Optional<Fetchable> fetchable(Map<String, Object> token) {
        Optional<TokenType> type = types.find(String.valueOf(token.get("tokentype")));
        return type.filter(Fetchable.class::isInstance).map(Fetchable.class::cast);
    }

    /** A token that is just being deleted has nothing any more. */
    private Map<String, Secret> fetched(String serial, Fetchable type) {
        try {
            return known.find(serial, null)
                    .map(KnownToken::token)
                    .map(type::fetched)
                    .orElse(Map.of());
        } catch (SecretErasedException gone) {
            return Map.of();
        }
    }

    private void show(String serial, Fetchable type, Map<String, Object> token, HiddenNames hidden) {
        Map<String, Object> info = new HashMap<>();
        ((Map<?, ?>) token.get(INFO)).forEach((name, value) -> info.put(name.toString(), value));
        fetched(serial, type).forEach((name, secret) -> {
            if (hidden.shows(name)) {
                info.put(name, secret.reveal());
                info.remove(name + ".type");
            }
        });
        token.put(INFO, info);
    }
}
