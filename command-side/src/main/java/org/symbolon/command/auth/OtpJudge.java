package org.symbolon.command.auth;

import java.time.Instant;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.token.Token;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.events.shared.Sealed;

/** Lets the token's type judge an OTP value. */
final class OtpJudge {

    private final TokenTypes types;
    private final SecretVault vault;
    private final SystemSettings settings;
    private final Randomness randomness;

    OtpJudge(TokenTypes types, SecretVault vault, SystemSettings settings, Randomness randomness) {
        this.types = types;
        this.vault = vault;
        this.settings = settings;
        this.randomness = randomness;
    }

    Judgement judge(Token token, Credential credential, LogIn command, Instant now) {
        return judge(token, token.seed(), credential, command, now);
    }

    /** The same of a token that has or may get this seed. */
    Judgement judge(Token token, Sealed seed, Credential credential, LogIn command, Instant now) {
        TokenView view = token.view(vault);
        return types.require(token.type())
                .judge(
                        seed.equals(token.seed())
                                ? view
                                : view.with(view.secrets().withOwn(seed)),
                        credential,
                        command.circumstances(token.type(), now, settings, randomness));
    }
}
