package org.symbolon.query.token;

import java.util.List;
import org.symbolon.events.shared.Reach;
import org.symbolon.events.shared.TokenOwner;

/**
 * Which tokens are wanted; what is not set excludes none. Texts may hold asterisks. Built by chained calls, not to be
 * changed once a query carries it.
 */
public final class TokenFilter {

    String serial;
    String type;
    String description;
    String rolloutState;
    String realm;
    String resolver;
    String userId;
    TokenOwner owner;
    Boolean assigned;
    Boolean active;
    String infoKey;
    String infoValue;
    List<String> infoKeys = List.of();
    String missingInfoKey;
    Reach reach;

    private TokenFilter() {}

    /** A filter that lets every token pass. */
    public static TokenFilter all() {
        return new TokenFilter();
    }

    public TokenFilter serial(String wanted) {
        serial = wanted;
        return this;
    }

    public TokenFilter type(String wanted) {
        type = wanted;
        return this;
    }

    public TokenFilter description(String wanted) {
        description = wanted;
        return this;
    }

    public TokenFilter rolloutState(String wanted) {
        rolloutState = wanted;
        return this;
    }

    /** A realm that the token is in. */
    public TokenFilter realm(String wanted) {
        realm = wanted;
        return this;
    }

    /** The resolver of the token's owner. */
    public TokenFilter resolver(String wanted) {
        resolver = wanted;
        return this;
    }

    /** The id of the token's owner inside the resolver. */
    public TokenFilter userId(String wanted) {
        userId = wanted;
        return this;
    }

    /** Exactly this owner; the realm may be null for any. */
    public TokenFilter owner(TokenOwner wanted) {
        owner = wanted;
        return this;
    }

    public TokenFilter assigned(Boolean wanted) {
        assigned = wanted;
        return this;
    }

    public TokenFilter active(Boolean wanted) {
        active = wanted;
        return this;
    }

    /** Exactly this entry of the token's info; without a key or a value every token passes. */
    public TokenFilter info(String key, String value) {
        infoKey = key;
        infoValue = value;
        return this;
    }

    /** Entries that the token's info must have, whatever they say. */
    public TokenFilter infoKeys(List<String> wanted) {
        infoKeys = List.copyOf(wanted);
        return this;
    }

    /** An entry that the token's info must not have. */
    public TokenFilter missingInfoKey(String unwanted) {
        missingInfoKey = unwanted;
        return this;
    }

    /** What the asking one may see. */
    public TokenFilter within(Reach allowed) {
        reach = allowed;
        return this;
    }
}
