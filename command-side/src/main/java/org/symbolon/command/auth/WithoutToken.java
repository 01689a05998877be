package org.symbolon.command.auth;

import java.util.Optional;
import org.symbolon.command.auth.LoginSubject.User;
import org.symbolon.events.auth.LayerTerms;
import org.symbolon.events.auth.PassThrough;

/** What can let in somebody who has no token: nothing at all, his password, or a token that he claims. */
final class WithoutToken {

    private final LoginAttempt attempt;
    private final Outside outside;
    private final Gathering from;
    private Optional<Boolean> mayClaim = Optional.empty();

    WithoutToken(LoginAttempt attempt, Outside outside, Gathering from) {
        this.attempt = attempt;
        this.outside = outside;
        this.from = from;
    }

    /** Each layer is looked at only where none before it can decide. */
    Findings of(User user, Findings findings) {
        LayerTerms layers = attempt.terms().layers();
        if (layers.withoutToken().isSaid()) {
            return from.cacheable(user, attempt, findings.tokenless(false));
        }
        if (isPassword(user, layers.passThrough().value())) {
            return from.cacheable(user, attempt, findings.tokenless(true));
        }
        Findings without = findings.tokenless(false);
        return layers.passThrough().fault() == null && layers.claim().value() != null
                ? claiming(user, without)
                : without;
    }

    /** Nobody has the empty password, whatever is said where he is known. */
    private boolean isPassword(User user, PassThrough where) {
        if (where == null || attempt.typed().isEmpty()) {
            return false;
        }
        return where.radiusServer() == null
                ? from.passwords().match(user.owner(), attempt.typed())
                : outside.answer(new AtRadiusServer(where.radiusServer(), user.login(), attempt.typed()));
    }

    private Findings claiming(User user, Findings findings) {
        if (mayClaim.isEmpty()) {
            mayClaim = Optional.of(from.claims().another(user.owner()));
        }
        if (!mayClaim.get()) {
            return findings.tryingTooOften();
        }
        return from.claims()
                .find(
                        user.owner(),
                        attempt.typed(),
                        attempt.terms().layers().claim().value().needsPassword())
                .map(findings::claiming)
                .orElse(findings);
    }
}
