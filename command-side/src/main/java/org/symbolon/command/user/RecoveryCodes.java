package org.symbolon.command.user;

import java.util.List;
import org.symbolon.command.secret.PasswordHasher;
import org.symbolon.command.secret.Payer;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.user.port.PasswordResets;
import org.symbolon.command.user.port.PasswordResets.Pending;
import org.symbolon.events.shared.Secret;

/**
 * Makes recovery codes and finds those that are what a user brought: hashing takes long, so it is done before a command is
 * sent.
 */
public class RecoveryCodes {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 24;

    private final PasswordResets known;
    private final PasswordHasher hasher;
    private final Randomness randomness;

    public RecoveryCodes(PasswordResets known, PasswordHasher hasher, Randomness randomness) {
        this.known = known;
        this.hasher = hasher;
        this.randomness = randomness;
    }

    /** A code for a user, to be sent to him, and the command that keeps its hash. */
    public record NewCode(Secret code, IssueRecoveryCode command) {}

    public NewCode make(String username, String realm) {
        Secret code = Secret.of(randomness.text(LENGTH, ALPHABET));
        return new NewCode(
                code, new IssueRecoveryCode(hasher.hash(code), username, realm, "", null, IssueRecoveryCode.VALIDITY));
    }

    /** The command that lets the user in if he brought a code of his; a user who has none takes as long to refuse. */
    public UseRecoveryCodes check(String username, String realm, Secret code) {
        Payer payer = new Payer("", username);
        List<Pending> pending = known.pending(username, realm);
        if (pending.isEmpty()) {
            hasher.pretend(payer);
        }
        return new UseRecoveryCodes(pending.stream()
                .filter(one -> hasher.matches(one.codeHash(), code, payer))
                .map(Pending::number)
                .toList());
    }
}
