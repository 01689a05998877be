package org.symbolon.command.secret;

import org.symbolon.events.shared.Secret;

/** What answers show in place of a secret; sent back, it means: leave the secret as it is. */
public final class Censored {

    public static final String TEXT = "__CENSORED__";

    private Censored() {}

    public static boolean is(Secret secret) {
        return TEXT.equals(secret.reveal());
    }
}
