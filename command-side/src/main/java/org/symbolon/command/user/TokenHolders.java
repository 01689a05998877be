package org.symbolon.command.user;

import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.events.shared.KnownUser;

/** Knows owners of tokens as authenticator apps show them, and as what is sent to them wants to know them. */
public class TokenHolders {

    private final UserDirectory directory;

    public TokenHolders(UserDirectory directory) {
        this.directory = directory;
    }

    /** The user; for his names a user store is asked, so that is done only where what is shown has room for them. */
    public Holder of(KnownUser user, String shown) {
        return Holder.isNamedIn(shown)
                ? new Holder(user.login(), user.realm(), directory.infoOf(user))
                : new Holder(user.login(), user.realm());
    }

    /** The user with all that is known of him, without what his user store knows if that cannot be asked now. */
    public Holder asFarAsKnown(KnownUser user) {
        return new Holder(user.login(), user.realm(), directory.infoAsFarAsKnown(user));
    }
}
