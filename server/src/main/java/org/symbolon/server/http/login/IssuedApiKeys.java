package org.symbolon.server.http.login;

import java.time.Duration;
import org.symbolon.server.cli.Administrators;
import org.symbolon.server.cli.ApiKeys;
import org.symbolon.server.cli.CommandFailedException;

/** Makes API keys of the form that eduMFA's have. One that may administrate is made for administrators only that exist. */
public final class IssuedApiKeys implements ApiKeys {

    private final LoginTokens tokens;
    private final Administrators administrators;

    public IssuedApiKeys(LoginTokens tokens, Administrators administrators) {
        this.tokens = tokens;
        this.administrators = administrators;
    }

    @Override
    public String issue(String name, String realm, Role role, Duration lifetime) {
        if (role == Role.ADMIN
                && administrators.list().stream()
                        .noneMatch(administrator -> administrator.name().equals(name))) {
            throw new CommandFailedException("There is no administrator " + name + ".");
        }
        String wireRole = role == Role.ADMIN ? LoginTokens.ADMIN : LoginTokens.VALIDATE;
        return tokens.issueApiKey(name, realm, wireRole, lifetime);
    }
}
