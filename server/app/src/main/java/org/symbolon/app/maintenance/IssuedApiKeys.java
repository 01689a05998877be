package org.symbolon.app.maintenance;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.login.LoginTokens;
import org.symbolon.api.kernel.login.VerifiedLogin;
import org.symbolon.cli.admin.Administrators;
import org.symbolon.cli.apikey.ApiKeys;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.command.apikey.IssueApiKey;
import org.symbolon.command.apikey.RevokeApiKey;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.sending.CommandSender;

/**
 * Makes API keys of the form that eduMFA's have, and puts down that it did. One that may administrate is made for administrators
 * only that exist.
 */
@Component
public final class IssuedApiKeys implements ApiKeys {

    private static final String ACTOR = "command line";

    private final LoginTokens tokens;
    private final Administrators administrators;
    private final CommandSender commands;

    public IssuedApiKeys(LoginTokens tokens, Administrators administrators, CommandSender commands) {
        this.tokens = tokens;
        this.administrators = administrators;
        this.commands = commands;
    }

    @Override
    public Issued issue(String name, String realm, Role role, Duration lifetime) {
        if (role == Role.ADMIN
                && administrators.list().stream()
                        .noneMatch(administrator -> administrator.name().equals(name))) {
            throw new CommandFailedException("There is no administrator " + name + ".");
        }
        String wireRole = role == Role.ADMIN ? LoginTokens.ADMIN : LoginTokens.VALIDATE;
        String key = tokens.issueApiKey(name, realm, wireRole, lifetime);
        VerifiedLogin login = tokens.login(key);
        send(new IssueApiKey(login.nonce(), name, realm, wireRole, Instant.ofEpochSecond(login.expires())));
        return new Issued(login.nonce(), key);
    }

    @Override
    public void revoke(String id) {
        send(new RevokeApiKey(id));
    }

    private void send(Object command) {
        try {
            commands.sendAs(ACTOR, command);
        } catch (Refusal refusal) {
            throw new CommandFailedException(refusal.getMessage());
        }
    }
}
