package org.symbolon.command.eventhandler;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.symbolon.command.error.OutdatedException;
import org.symbolon.command.eventhandler.fact.SubjectToken;
import org.symbolon.command.eventhandler.port.StreamEnds;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.sending.AggregateReader;
import org.symbolon.command.token.Token;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.token.TypeState;

/**
 * Shows tokens to event handlers where their events are: the read model of what log-ins change trails, and would have to be waited for
 * at each log-in. Nothing is appended here by which the store would find a copy in memory out that another node has gone beyond, so that
 * each is held against the end of its stream.
 */
public class SubjectTokens {

    private static final String CENSORED = "__CENSORED__";

    private final AggregateReader reader;
    private final Repository<Token> tokens;
    private final StreamEnds ends;
    private final SecretVault vault;

    public SubjectTokens(AggregateReader reader, Repository<Token> tokens, StreamEnds ends, SecretVault vault) {
        this.reader = reader;
        this.tokens = tokens;
        this.ends = ends;
        this.vault = vault;
    }

    /** Those of the tokens that there are, in the order of their serials, as they are after all that is committed. */
    public List<SubjectToken> of(Collection<String> serials) {
        return reader.read(() -> new TreeSet<>(serials)
                .stream().map(this::current).flatMap(Optional::stream).toList());
    }

    private Optional<SubjectToken> current(String serial) {
        try {
            Aggregate<Token> found = tokens.load(Token.idOf(serial));
            if (!ends.isEnd(found.identifierAsString(), found.version())) {
                throw new OutdatedException("Another node has changed the token since");
            }
            return found.invoke(token -> token.deleted() ? Optional.empty() : Optional.of(subject(token)));
        } catch (AggregateNotFoundException none) {
            return Optional.empty();
        }
    }

    private SubjectToken subject(Token token) {
        TokenView view = token.view(vault);
        return new SubjectToken(
                token.serial(),
                token.type(),
                view.description(),
                token.active(),
                view.state().count(),
                token.failCount(),
                token.failLimit(),
                token.rolloutState(),
                info(view),
                token.realms().stream().sorted().toList(),
                token.owner());
    }

    /** As people read it: what its type keeps beside what people keep. */
    private static Map<String, String> info(TokenView token) {
        Map<String, String> info = new HashMap<>(token.info());
        token.state()
                .entries()
                .forEach((name, value) -> info.put(name, value instanceof Sealed ? CENSORED : TypeState.shown(value)));
        return info;
    }
}
