package org.symbolon.command.eventhandler.port;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.eventhandler.fact.SubjectToken;
import org.symbolon.command.shared.Randomness;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.user.UserKey;

/** What handlers may want to know beyond the request itself. */
public interface HandlerLookups {

    /** The user whom a request names; the realm and the resolver may be empty. */
    Optional<KnownUser> user(String login, String realm, String resolver);

    /** The owner of a token; empty if the resolver knows him no more. */
    Optional<KnownUser> owner(TokenOwner owner);

    /** All that is known of a user, as far as his user store can be asked. */
    Map<String, String> infoOf(KnownUser user);

    /** The token with this serial as it is now, after what this very request has committed. */
    Optional<SubjectToken> token(String serial);

    /** All tokens of a user as they are now. */
    List<SubjectToken> tokensOf(KnownUser user);

    /** The sum of an event counter; zero if nobody has counted. */
    long counter(String name);

    /** The resolvers of a realm. */
    List<String> resolversOf(String realm);

    /** The mail address of a local administrator, perhaps empty. */
    String addressOfAdministrator(String name);

    /** The mail addresses of all users of a realm that have one. */
    List<String> addressesIn(String realm);

    /** The text of a file of templates; empty if there is none that may be read. */
    Optional<String> template(String path);

    /** The same where it is no fault if there is none. */
    Optional<String> templateIfAny(String path);

    /** A user as his custom attributes know him; empty if his realm is gone. */
    Optional<UserKey> keyOf(KnownUser user);

    /** The name of this node, under which it counts. */
    String node();

    Randomness chance();
}
