package org.symbolon.command.user;

import java.util.Map;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.events.shared.KnownUser;

/** Knows owners of tokens as authenticator apps show them. */
public class TokenHolders {

    private final UserDirectory directory;

    public TokenHolders(UserDirectory directory) {
        this.directory = directory;
    }

    /** The user; for his names a user store is asked, so that is done only where what is shown has room for them. */
    public Holder of(KnownUser user, String shown) {
        if (!shown.contains("{givenname}") && !shown.contains("{surname}")) {
            return new Holder(user.login(), user.realm());
        }
        Map<String, String> known = directory.infoOf(user);
        return new Holder(
                user.login(), user.realm(), known.getOrDefault("givenname", ""), known.getOrDefault("surname", ""));
    }
}
