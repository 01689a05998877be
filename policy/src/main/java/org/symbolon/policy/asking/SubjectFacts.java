package org.symbolon.policy.asking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.UserName;

/** What policies want to know of users and tokens, looked up when one of them asks. */
public interface SubjectFacts {

    Map<String, ?> infoOf(KnownUser user);

    /** The resolvers of his realm that know the user, in the realm's order. */
    List<String> resolversKnowing(UserName user);

    Optional<Map<String, ?>> tokenInfo(String serial);

    Optional<String> tokenType(String serial);

    /** The token's fields by the names that eduMFA's token has. */
    Optional<Map<String, ?>> token(String serial);
}
