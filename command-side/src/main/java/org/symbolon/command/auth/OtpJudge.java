package org.symbolon.command.auth;

import java.time.Instant;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.token.Token;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeDescription.Mode;
import org.symbolon.command.tokentype.TypeDescription.Trait;
import org.symbolon.events.shared.Secret;

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

    /** Whether the token logs in with the key of a device: of any other a value of nothing may be right. */
    boolean isByKey(Token token) {
        return types.has(token.type(), Trait.BY_KEY);
    }

    /** Whether nobody can log in with the token but by answering a challenge. */
    boolean isByChallengeAlone(Token token) {
        return types.find(token.type())
                .filter(type -> !type.describe().modes().contains(Mode.AUTHENTICATE))
                .isPresent();
    }

    Judgement judge(Token token, Credential credential, LogIn command, Instant now) {
        return judge(token, token.view(vault), credential, command, now);
    }

    /** The same of a token that has this seed, or may get it. */
    Judgement judgeWith(Secret seed, Token token, Credential credential, LogIn command, Instant now) {
        TokenView known = token.view(vault);
        return judge(token, known.with(known.secrets().withOwn(seed)), credential, command, now);
    }

    private Judgement judge(Token token, TokenView view, Credential credential, LogIn command, Instant now) {
        TokenType type = types.require(token.type());
        if (type.has(Trait.GATHERS)) {
            requireGathered(type, view, credential);
        }
        return type.judge(view, credential, command.circumstances(token.type(), now, settings, randomness));
    }

    /** What was gathered must be the answer to what the token as it is now wants to know. */
    private static void requireGathered(TokenType type, TokenView view, Credential credential) {
        type.gather(view, credential)
                .filter(inquiry -> !credential.gathered().answers(inquiry))
                .ifPresent(inquiry -> {
                    throw new StaleEvidenceException(view.serial());
                });
    }
}
