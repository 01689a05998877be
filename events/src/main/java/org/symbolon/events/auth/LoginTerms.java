package org.symbolon.events.auth;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * What has been decided about how one log-in is to be judged: all that policies can say about it, in our words, asked once. It
 * knows neither policies nor requests.
 *
 * @param pinMode what counts as the PIN
 * @param newPins what a new PIN must be for which somebody is asked whose PIN is due, null where nobody is asked
 * @param challenges what holds for challenges
 * @param resetsAllTokens whether a success sets the fail counters of the user's other tokens to zero, too
 * @param resynchronisesByChallenge whether a value beyond the window is answered with the question for the next one
 * @param longestUnused how long ago the last success with a token may be, null for however long
 * @param layers what may decide in the place of tokens
 * @param limits how often somebody may come
 * @param owedToken the token that whoever has none of its type must enrol before he is let in, null for none
 * @param use which tokens may be used
 * @param disabledTypes the types, in lower case, whose tokens are passed over
 * @param onlyByChallenge whether what is typed is a PIN alone or answers a challenge
 * @param hidesFailures whether whoever is refused is told neither why nor whether he is known
 * @param toTypes what is said to single token types of their own actions, by type and action
 */
public record LoginTerms(
        PinMode pinMode,
        NewPinTerms newPins,
        ChallengeTerms challenges,
        Ruled<Boolean> resetsAllTokens,
        boolean resynchronisesByChallenge,
        Duration longestUnused,
        LayerTerms layers,
        LoginLimits limits,
        OwedTokenTerms owedToken,
        UseTerms use,
        Set<String> disabledTypes,
        boolean onlyByChallenge,
        boolean hidesFailures,
        Map<String, Map<String, String>> toTypes) {

    /** Where no policy says anything. */
    public static final LoginTerms NONE = draft().terms();

    public LoginTerms {
        disabledTypes = Set.copyOf(disabledTypes);
        toTypes = Map.copyOf(toTypes);
    }

    /** Whether tokens of this type are passed over. */
    public boolean disable(String type) {
        return disabledTypes.contains(type);
    }

    /** What is said to tokens of this type. */
    public Map<String, String> saidTo(String type) {
        return toTypes.getOrDefault(type, Map.of());
    }

    /** Terms that are being written, where nothing is said yet. */
    public static Draft draft() {
        return new Draft();
    }

    /** Terms that are being written. */
    public static final class Draft {

        private PinMode pinMode = PinMode.TOKEN_PIN;
        private NewPinTerms newPins;
        private ChallengeTerms challenges = ChallengeTerms.NONE;
        private Ruled<Boolean> resetsAllTokens = Ruled.nothing();
        private boolean resynchronisesByChallenge;
        private Duration longestUnused;
        private LayerTerms layers = LayerTerms.NONE;
        private LoginLimits limits = LoginLimits.NONE;
        private OwedTokenTerms owedToken;
        private UseTerms use = UseTerms.ANY;
        private Set<String> disabledTypes = Set.of();
        private boolean onlyByChallenge;
        private boolean hidesFailures;
        private Map<String, Map<String, String>> toTypes = Map.of();

        private Draft() {}

        public Draft pinMode(PinMode mode) {
            pinMode = mode;
            return this;
        }

        public Draft newPins(NewPinTerms terms) {
            newPins = terms;
            return this;
        }

        public Draft challenges(ChallengeTerms terms) {
            challenges = terms;
            return this;
        }

        public Draft resetsAllTokens(Ruled<Boolean> said) {
            resetsAllTokens = said;
            return this;
        }

        public Draft resynchronisesByChallenge(boolean wanted) {
            resynchronisesByChallenge = wanted;
            return this;
        }

        public Draft longestUnused(Duration longest) {
            longestUnused = longest;
            return this;
        }

        public Draft layers(LayerTerms terms) {
            layers = terms;
            return this;
        }

        public Draft limits(LoginLimits terms) {
            limits = terms;
            return this;
        }

        public Draft owedToken(OwedTokenTerms terms) {
            owedToken = terms;
            return this;
        }

        public Draft use(UseTerms terms) {
            use = terms;
            return this;
        }

        public Draft disabledTypes(Set<String> types) {
            disabledTypes = types;
            return this;
        }

        public Draft onlyByChallenge(boolean wanted) {
            onlyByChallenge = wanted;
            return this;
        }

        public Draft hidesFailures(boolean wanted) {
            hidesFailures = wanted;
            return this;
        }

        public Draft toTypes(Map<String, Map<String, String>> said) {
            toTypes = said;
            return this;
        }

        public LoginTerms terms() {
            return new LoginTerms(
                    pinMode,
                    newPins,
                    challenges,
                    resetsAllTokens,
                    resynchronisesByChallenge,
                    longestUnused,
                    layers,
                    limits,
                    owedToken,
                    use,
                    disabledTypes,
                    onlyByChallenge,
                    hidesFailures,
                    toTypes);
        }
    }
}
