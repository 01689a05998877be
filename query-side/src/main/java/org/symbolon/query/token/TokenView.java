package org.symbolon.query.token;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.symbolon.projections.token.TokenInfoRow;
import org.symbolon.projections.token.TokenOwnerRow;
import org.symbolon.projections.token.TokenRow;

/**
 * A token as it is listed.
 *
 * @param info its info; a typed entry KEY has its type beside it as KEY.type
 * @param realms the realms that it is in
 * @param groups the token groups that it is in
 * @param resolver resolver of its owner, empty if it has none
 * @param userId id of its owner, empty if it has none
 * @param userRealm realm of its owner, empty if it has none
 */
public record TokenView(
        int id,
        String serial,
        String type,
        String description,
        boolean active,
        boolean revoked,
        boolean locked,
        long count,
        int countWindow,
        int syncWindow,
        int failCount,
        int failLimit,
        int otpLength,
        String rolloutState,
        SortedMap<String, String> info,
        List<String> realms,
        List<String> groups,
        String resolver,
        String userId,
        String userRealm) {

    static TokenView of(TokenRow row) {
        return new TokenView(
                row.id(),
                row.serial(),
                row.type(),
                row.description(),
                row.active(),
                row.revoked(),
                row.locked(),
                row.count(),
                row.countWindow(),
                row.syncWindow(),
                row.failCount(),
                row.failLimit(),
                row.otpLength(),
                row.rolloutState(),
                info(row),
                row.realms(),
                row.groups(),
                row.owner().map(TokenOwnerRow::resolver).orElse(""),
                row.owner().map(TokenOwnerRow::userId).orElse(""),
                row.owner().map(TokenOwnerRow::realm).orElse(""));
    }

    private static SortedMap<String, String> info(TokenRow row) {
        SortedMap<String, String> info = new TreeMap<>();
        for (TokenInfoRow entry : row.info()) {
            list(entry.key(), entry.value(), entry.type(), info);
        }
        return info;
    }

    /** Adds an entry to the info of a token as it is listed. */
    static void list(String key, String value, String type, SortedMap<String, String> info) {
        info.put(key, value);
        if (!type.isEmpty()) {
            info.put(key + ".type", type);
        }
    }
}
