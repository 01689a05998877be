package org.symbolon.command.token;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.secret.port.Binding;
import org.symbolon.command.secret.port.SecretPurpose;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.token.port.SearchedTokens;
import org.symbolon.command.tokentype.Findable;
import org.symbolon.command.tokentype.Sought;
import org.symbolon.command.tokentype.TokenSecrets;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;

/**
 * Finds the token that an OTP value comes from. It reads and computes and changes nothing, so that it is no decision: who
 * relies on what it has found must look again at the token itself.
 */
public class ValueSearch {

    private static final int PAGE = 500;
    private static final int AMBIGUOUS = 2;

    private final TokenTypes types;
    private final SecretVault vault;
    private final SystemSettings settings;
    private final Clock clock;

    public ValueSearch(TokenTypes types, SecretVault vault, SystemSettings settings, Clock clock) {
        this.types = types;
        this.vault = vault;
        this.settings = settings;
        this.clock = clock;
    }

    /** The names of the types whose tokens can be found by their values. */
    public List<String> types() {
        return types.types().stream()
                .filter(Findable.class::isInstance)
                .map(TokenType::name)
                .toList();
    }

    /** How many characters are typed for a value of a token. */
    public int typedLength(SearchedToken token) {
        return types.require(token.type()).typedLength(token.view().otpLength());
    }

    /** How long values can be for which so many characters are typed. */
    public List<Integer> otpLengths(int typed) {
        return IntStream.rangeClosed(1, typed)
                .filter(length -> types.types().stream().anyMatch(type -> type.typedLength(length) == typed))
                .boxed()
                .toList();
    }

    /**
     * The tokens that give the value, two at most: whoever meets a second one knows that the value tells nothing.
     *
     * @param valueFor the value if it comes from that token, empty if none can come from it
     * @param window as in {@link Sought}
     * @param most how many tokens are looked at in all
     */
    public List<SearchedToken> find(
            SearchedTokens tokens, Function<SearchedToken, Optional<Secret>> valueFor, Integer window, int most) {
        List<SearchedToken> found = new ArrayList<>();
        int last = SearchedTokens.BEGIN;
        int left = most;
        while (left > 0) {
            int size = Math.min(PAGE, left);
            List<SearchedToken> page = tokens.after(last, size);
            search(page, valueFor, window, found);
            if (page.size() < size || found.size() >= AMBIGUOUS) {
                break;
            }
            last = page.get(page.size() - 1).number();
            left -= size;
        }
        return found;
    }

    private void search(
            List<SearchedToken> page,
            Function<SearchedToken, Optional<Secret>> valueFor,
            Integer window,
            List<SearchedToken> found) {
        List<Trial> trials = page.stream()
                .flatMap(token -> valueFor.apply(token).stream().map(value -> new Trial(token, value)))
                .toList();
        Map<Binding, Sealed> sealed = new HashMap<>();
        trials.forEach(trial -> sealed.put(trial.binding(), trial.token.seed()));
        Map<Binding, Secret> seeds = vault.unsealAll(sealed);
        for (Trial trial : trials) {
            Secret seed = seeds.get(trial.binding());
            if (seed != null && found.size() < AMBIGUOUS && gives(trial.token, seed, trial.value, window)) {
                found.add(trial.token);
            }
        }
    }

    private record Trial(SearchedToken token, Secret value) {

        Binding binding() {
            return Token.binding(token.serial(), SecretPurpose.SEED);
        }
    }

    private boolean gives(SearchedToken token, Secret seed, Secret value, Integer window) {
        Sought sought = new Sought(value, clock.instant(), settings, window);
        return types.find(token.type())
                .filter(Findable.class::isInstance)
                .flatMap(type -> ((Findable) type).find(token.view().with(TokenSecrets.open(seed)), sought))
                .isPresent();
    }
}
