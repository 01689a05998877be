package org.symbolon.command.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.symbolon.command.shared.TokenDates;
import org.symbolon.command.token.TokenState;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.events.auth.PinMode;

/**
 * What has been decided about how one log-in is to be judged: all that policies can say about it, in our words. It knows
 * neither policies nor requests.
 *
 * @param pinMode what counts as the PIN
 * @param newPins what a new PIN must be for which somebody is asked whose PIN is due, null where nobody is asked
 * @param challengeTypes the token types, in lower case, of which the PIN alone begins a challenge
 * @param challengeText what people are told who are to answer a challenge, null for what the token's type says
 * @param challengeTexts the same for single token types, which come first
 * @param challengeCountsAsFailure whether each challenge raises the fail counter until it is answered
 * @param resetsAllTokens whether a success sets the fail counters of the user's other tokens to zero, too
 * @param resynchronisesByChallenge whether a value beyond the window is answered with the question for the next one
 * @param longestUnused how long ago the last success with a token may be, null for however long
 * @param owedToken the token that whoever has none of its type must enrol before he is let in, null for none
 */
public record LoginTerms(
        PinMode pinMode,
        NewPinTerms newPins,
        Set<String> challengeTypes,
        String challengeText,
        Map<String, String> challengeTexts,
        boolean challengeCountsAsFailure,
        boolean resetsAllTokens,
        boolean resynchronisesByChallenge,
        Duration longestUnused,
        OwedTokenTerms owedToken) {

    /** Where no policy says anything. */
    public static final LoginTerms NONE =
            new LoginTerms(PinMode.TOKEN_PIN, null, Set.of(), null, Map.of(), false, false, false, null, null);

    public LoginTerms {
        challengeTypes = Set.copyOf(challengeTypes);
        challengeTexts = Map.copyOf(challengeTexts);
    }

    public LoginTerms withPinMode(PinMode mode) {
        return new LoginTerms(
                mode,
                newPins,
                challengeTypes,
                challengeText,
                challengeTexts,
                challengeCountsAsFailure,
                resetsAllTokens,
                resynchronisesByChallenge,
                longestUnused,
                owedToken);
    }

    public LoginTerms withNewPins(NewPinTerms wanted) {
        return new LoginTerms(
                pinMode,
                wanted,
                challengeTypes,
                challengeText,
                challengeTexts,
                challengeCountsAsFailure,
                resetsAllTokens,
                resynchronisesByChallenge,
                longestUnused,
                owedToken);
    }

    public LoginTerms withChallengeTypes(Set<String> types) {
        return new LoginTerms(
                pinMode,
                newPins,
                types,
                challengeText,
                challengeTexts,
                challengeCountsAsFailure,
                resetsAllTokens,
                resynchronisesByChallenge,
                longestUnused,
                owedToken);
    }

    public LoginTerms withChallengeTexts(String general, Map<String, String> ofTypes) {
        return new LoginTerms(
                pinMode,
                newPins,
                challengeTypes,
                general,
                ofTypes,
                challengeCountsAsFailure,
                resetsAllTokens,
                resynchronisesByChallenge,
                longestUnused,
                owedToken);
    }

    public LoginTerms countingChallengesAsFailures(boolean counting) {
        return new LoginTerms(
                pinMode,
                newPins,
                challengeTypes,
                challengeText,
                challengeTexts,
                counting,
                resetsAllTokens,
                resynchronisesByChallenge,
                longestUnused,
                owedToken);
    }

    public LoginTerms resettingAllTokens(boolean resetting) {
        return new LoginTerms(
                pinMode,
                newPins,
                challengeTypes,
                challengeText,
                challengeTexts,
                challengeCountsAsFailure,
                resetting,
                resynchronisesByChallenge,
                longestUnused,
                owedToken);
    }

    public LoginTerms resynchronisingByChallenge(boolean resynchronising) {
        return new LoginTerms(
                pinMode,
                newPins,
                challengeTypes,
                challengeText,
                challengeTexts,
                challengeCountsAsFailure,
                resetsAllTokens,
                resynchronising,
                longestUnused,
                owedToken);
    }

    public LoginTerms withLongestUnused(Duration longest) {
        return new LoginTerms(
                pinMode,
                newPins,
                challengeTypes,
                challengeText,
                challengeTexts,
                challengeCountsAsFailure,
                resetsAllTokens,
                resynchronisesByChallenge,
                longest,
                owedToken);
    }

    public LoginTerms withOwedToken(OwedTokenTerms owed) {
        return new LoginTerms(
                pinMode,
                newPins,
                challengeTypes,
                challengeText,
                challengeTexts,
                challengeCountsAsFailure,
                resetsAllTokens,
                resynchronisesByChallenge,
                longestUnused,
                owed);
    }

    /** Why the token may not be used after all this time; empty if it may. A token that was never used may. */
    Optional<String> refusalAsUnused(TokenState token, Instant now) {
        if (longestUnused == null) {
            return Optional.empty();
        }
        String last = token.info().get("last_auth");
        return TokenDates.parse(last)
                .filter(time -> time.plus(longestUnused).isBefore(now))
                .map(time -> "The last successful authentication was " + last + ". It is to long ago.");
    }

    /** Whether the PIN alone begins a challenge of this type. */
    boolean asks(TokenType type) {
        return type.challengeable() && challengeTypes.contains(type.name().toLowerCase(Locale.ROOT));
    }

    /** What people are told who are to answer a challenge of this type. */
    String textFor(TokenType type) {
        String general = challengeText == null ? type.challengeText() : challengeText;
        return challengeTexts.getOrDefault(type.name(), general);
    }
}
