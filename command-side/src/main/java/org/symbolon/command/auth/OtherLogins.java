package org.symbolon.command.auth;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.token.KnownToken;
import org.symbolon.command.token.port.KnownTokens;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TypeDescription.Trait;
import org.symbolon.events.shared.Secret;

/**
 * Logs tokens in whose owners prove themselves for somebody else. A token is touched only by a value that is its own: whoever
 * guesses can neither lock the tokens of others nor cost a hash for each of them. So a PIN alone is no proof here.
 */
public class OtherLogins {

    private final TokenTypes types;
    private final KnownTokens known;
    private final Evidence evidence;
    private final SystemSettings settings;
    private final Randomness randomness;
    private final Clock clock;

    public OtherLogins(
            TokenTypes types,
            KnownTokens known,
            Evidence evidence,
            SystemSettings settings,
            Randomness randomness,
            Clock clock) {
        this.types = types;
        this.known = known;
        this.evidence = evidence;
        this.settings = settings;
        this.randomness = randomness;
        this.clock = clock;
    }

    /**
     * Some of them, for which each token is looked at once.
     *
     * @param sending sends a log-in, for one attempt after another
     */
    public Round round(Function<Supplier<LogIn>, Decision> sending) {
        return new Round(sending);
    }

    /** Several log-ins for one and the same. */
    public final class Round {

        private final Function<Supplier<LogIn>, Decision> sending;
        private final Map<String, Optional<KnownToken>> seen = new HashMap<>();
        private boolean late;

        private Round(Function<Supplier<LogIn>, Decision> sending) {
            this.sending = sending;
        }

        /** Whether this PIN and value log in with the token of the serial; the value is then used up. */
        public boolean logsIn(String serial, Secret pass) {
            return seen.computeIfAbsent(serial, unseen -> known.find(unseen, null))
                    .filter(token -> token.isFit() && shows(token, pass))
                    .map(token -> sent(serial, pass))
                    .orElse(false);
        }

        /**
         * Whether a value was right when it was looked at, and no longer when it was used: somebody else logs in with the same ones, and
         * whoever goes on would take the rest from him, so that neither is let in.
         */
        public boolean isLate() {
            return late;
        }

        private boolean sent(String serial, Secret pass) {
            Supplier<LogIn> attempts =
                    evidence.attempts(new LoginSubject.OneToken(serial, null), LoginAttempt.plain(pass));
            try {
                if (!attempts.get().trials().stream().allMatch(LogIn.Trial::pinMatches)) {
                    return false;
                }
                boolean accepted = sending.apply(attempts).accepted();
                late |= !accepted;
                return accepted;
            } catch (Refusal gone) {
                return false;
            }
        }
    }

    private boolean shows(KnownToken token, Secret pass) {
        return types.find(token.type())
                .filter(type -> !type.has(Trait.GATHERS))
                .map(type -> judged(type, token, pass) instanceof Judgement.Right)
                .orElse(false);
    }

    private Judgement judged(TokenType type, KnownToken token, Secret pass) {
        Circumstances now = new Circumstances(clock.instant(), settings, randomness);
        return switch (type.pinUse(token.token())) {
            case BEFORE_VALUE, BY_TOKEN -> {
                int length = type.typedLength(token.token().otpLength());
                SplitPass split = SplitPass.of(pass, length, settings.flagUnlessDenied("PrependPin"));
                yield split.fits() ? type.judge(token.token(), Credential.of(split.otp()), now) : Judgement.WRONG;
            }
            case WHOLE_PASS, BEFORE_ANSWER, NOTHING, WHOLE_OR_NOTHING -> Judgement.WRONG;
        };
    }
}
