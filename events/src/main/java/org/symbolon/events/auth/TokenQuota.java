package org.symbolon.events.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.CountedTokens;
import org.symbolon.events.token.TokenLimit;

/**
 * How many tokens there may be of somebody who gets one by logging in.
 *
 * @param inRealm how many in his realm
 * @param ofUser how many he may have
 * @param active how many of them may be in use
 */
public record TokenQuota(Ruled<Integer> inRealm, Numbers ofUser, Numbers active) {

    /** Where there may be any number. */
    public static final TokenQuota NONE = new TokenQuota(Ruled.nothing(), Numbers.NONE, Numbers.NONE);

    /**
     * How many tokens somebody may have.
     *
     * @param ofTypes how many of single types
     */
    public record Numbers(Ruled<Integer> all, Map<String, Ruled<Integer>> ofTypes) {

        private static final Numbers NONE = new Numbers(Ruled.nothing(), Map.of());

        public Numbers {
            ofTypes = Map.copyOf(ofTypes);
        }

        private Ruled<Integer> of(String type) {
            return ofTypes.getOrDefault(type, Ruled.nothing());
        }
    }

    /**
     * The limits for one more token of a type, which may be there already under this serial.
     *
     * @param serial null for one that is not there yet
     */
    public List<Ruled<TokenLimit>> limits(TokenOwner owner, String serial, String type) {
        List<Ruled<TokenLimit>> limits = new ArrayList<>();
        add(limits, inRealm, CountedTokens.in(owner.realm(), serial), "The number of tokens in this realm is limited!");
        addOfUser(limits, ofUser, owner, serial, type, false);
        addOfUser(limits, active, owner, serial, type, true);
        return limits;
    }

    private static void addOfUser(
            List<Ruled<TokenLimit>> limits,
            Numbers numbers,
            TokenOwner owner,
            String serial,
            String type,
            boolean activeOnly) {
        String which = "The number of " + (activeOnly ? "active tokens" : "tokens");
        add(
                limits,
                numbers.all,
                CountedTokens.of(owner, null, activeOnly, serial),
                which + " for this user is limited!");
        add(
                limits,
                numbers.of(type),
                CountedTokens.of(owner, type, activeOnly, serial),
                which + " of type " + type + " for this user is limited!");
    }

    private static void add(List<Ruled<TokenLimit>> limits, Ruled<Integer> most, CountedTokens tokens, String refusal) {
        if (most.isSaid()) {
            TokenLimit limit = most.value() == null ? null : new TokenLimit(tokens, most.value(), refusal);
            limits.add(new Ruled<>(limit, most.policies(), most.fault()));
        }
    }
}
