package org.symbolon.command.auth;

import java.time.Instant;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.token.Token;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.events.auth.LoginTerms;
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

    Judgement judge(Token token, Credential credential, LoginTerms terms, Instant now) {
        return judge(token, token.seed(), credential, terms, now);
    }

    /** The same of a token that has or may get this seed. */
    Judgement judge(Token token, Sealed seed, Credential credential, LoginTerms terms, Instant now) {
        TokenView view = token.view(vault);
        return types.require(token.type())
                .judge(
                        seed.equals(token.seed())
                                ? view
                                : view.with(view.secrets().withOwn(seed)),
                        credential,
                        new Circumstances(now, settings, randomness, new TypeTerms(terms.saidTo(token.type()))));
    }
}
