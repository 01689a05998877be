package org.symbolon.command.user;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.events.shared.KnownUser;

/** Knows owners of tokens as authenticator apps show them, and as what is sent to them wants to know them. */
public class TokenHolders {

    private static final Logger LOG = LoggerFactory.getLogger(TokenHolders.class);

    private final UserDirectory directory;

    public TokenHolders(UserDirectory directory) {
        this.directory = directory;
    }

    /** The user; for his names a user store is asked, so that is done only where what is shown has room for them. */
    public Holder of(KnownUser user, String shown) {
        return Holder.isNamedIn(shown) ? whole(user) : new Holder(user.login(), user.realm());
    }

    /** The user with all that is known of him. */
    public Holder whole(KnownUser user) {
        return new Holder(user.login(), user.realm(), directory.infoOf(user));
    }

    /** The same, or as much as there is without his user store, if that cannot be asked now. */
    public Holder asFarAsKnown(KnownUser user) {
        try {
            return whole(user);
        } catch (UserStoreUnavailableException unavailable) {
            LOG.warn("What is known of a user was not found: {}", unavailable.getMessage());
            return new Holder(user.login(), user.realm());
        }
    }
}
