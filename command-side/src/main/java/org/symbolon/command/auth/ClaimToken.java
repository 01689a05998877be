package org.symbolon.command.auth;

import java.util.List;
import org.symbolon.command.secret.Secret;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.TokenLimit;

/**
 * Give a token that nobody owns to a user who has none and has typed a value that it shows, and let him in.
 *
 * @param login the user's name, for who tells later who did it
 * @param pinHash hash of what he typed beside the value, which becomes the PIN
 * @param limits how many tokens there may be
 * @param owed the token that he has to enrol before he is let in, unless it is of the type of this one; null for none
 */
public record ClaimToken(
        String serial,
        Secret otp,
        TokenOwner user,
        String login,
        String pinHash,
        List<TokenLimit> limits,
        OwedToken owed) {

    public ClaimToken {
        limits = List.copyOf(limits);
    }
}
