package org.symbolon.command.support;

import java.util.HashMap;
import java.util.Map;
import org.symbolon.command.auth.port.UserPasswords;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;

/** A user store in memory that counts how often it is asked. */
public final class FakePasswords implements UserPasswords {

    private final Map<TokenOwner, Secret> passwords = new HashMap<>();
    private int questions;

    public void set(TokenOwner user, String password) {
        passwords.put(user, Secret.of(password));
    }

    @Override
    public boolean match(TokenOwner user, Secret password) {
        questions++;
        return password.equals(passwords.get(user));
    }

    public int questions() {
        return questions;
    }
}
