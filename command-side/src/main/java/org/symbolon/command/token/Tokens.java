package org.symbolon.command.token;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.token.port.OwnersLogins;
import org.symbolon.events.shared.TokenOwner;

/** The tokens that a command works on. Several are always loaded in the order of their serials, or locks would cross. */
public class Tokens {

    private final Repository<Token> repository;
    private final OwnersLogins logins;

    public Tokens(Repository<Token> repository, OwnersLogins logins) {
        this.repository = repository;
        this.logins = logins;
    }

    /**
     * The token with this serial.
     *
     * @throws Refusal 601 if there is none
     */
    public Aggregate<Token> load(String serial) {
        return find(serial).orElseThrow(Refusal::tokenNotFound);
    }

    /** The token with this serial, empty if there is none or none any more. */
    public Optional<Aggregate<Token>> find(String serial) {
        try {
            return Optional.of(repository.load(Token.idOf(serial))).filter(token -> !token.invoke(Token::deleted));
        } catch (AggregateNotFoundException e) {
            return Optional.empty();
        }
    }

    /** The tokens with these serials, in the order of their serials. */
    public List<Aggregate<Token>> loadAll(Collection<String> serials) {
        List<Aggregate<Token>> tokens = new ArrayList<>(serials.size());
        for (String serial : new TreeSet<>(serials)) {
            tokens.add(load(serial));
        }
        return tokens;
    }

    /** Does the same to each token and adds up what it answers. */
    int sum(Collection<String> serials, ToIntFunction<Token> change) {
        int sum = 0;
        for (Aggregate<Token> token : loadAll(serials)) {
            sum += token.<Integer>invoke(change::applyAsInt);
        }
        return sum;
    }

    /** As {@link #sum} of a change after which a token does not let its owner in any more as it did. */
    int sumEnding(Collection<String> serials, ToIntFunction<Token> change) {
        int sum = 0;
        for (Aggregate<Token> token : loadAll(serials)) {
            endLogins(token);
            sum += token.<Integer>invoke(change::applyAsInt);
        }
        return sum;
    }

    /** What was remembered of its owner's log-ins ends; to be called while he still is the owner. */
    public void endLogins(Aggregate<Token> token) {
        TokenOwner owner = token.invoke(Token::owner);
        if (owner != null) {
            logins.end(owner);
        }
    }

    /** Deletes the token, so that nothing that was sealed for it can ever be read again. */
    public void delete(Aggregate<Token> token, SecretVault vault) {
        endLogins(token);
        vault.forget(token.invoke(Token::seed).key());
        token.execute(Token::delete);
    }

    <R> R change(String serial, Function<Token, R> change) {
        return load(serial).invoke(change);
    }

    /** The aggregate of a serial, deleted or not; a new one if there never was one. */
    Aggregate<Token> loadOrCreate(String serial) throws Exception {
        return repository.loadOrCreate(Token.idOf(serial), Token::new);
    }
}
