package org.symbolon.command.auth;

import java.time.Instant;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.token.Token;
import org.symbolon.command.tokentype.Attempt;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.Verification;
import org.symbolon.events.shared.Sealed;

/** Lets the token's type judge an OTP value. */
final class OtpJudge {

    private final TokenTypes types;
    private final SecretVault vault;
    private final SystemSettings settings;

    OtpJudge(TokenTypes types, SecretVault vault, SystemSettings settings) {
        this.types = types;
        this.vault = vault;
        this.settings = settings;
    }

    Verification judge(Token token, Secret otp, Instant now) {
        return judge(token, token.seed(), otp, now);
    }

    /** The same of a token that has or may get this seed. */
    Verification judge(Token token, Sealed seed, Secret otp, Instant now) {
        return types.require(token.type()).verify(token.view(), vault.unseal(seed), new Attempt(otp, now, settings));
    }
}
