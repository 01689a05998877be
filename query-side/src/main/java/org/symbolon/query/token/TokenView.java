package org.symbolon.query.token;

import java.util.List;
import java.util.SortedMap;

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
        String userRealm) {}
