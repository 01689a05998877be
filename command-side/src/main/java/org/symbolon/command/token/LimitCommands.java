package org.symbolon.command.token;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.token.port.TokenCensus;
import org.symbolon.events.token.TokenLimit;

/**
 * Keeps the number of tokens within limits. It counts in the transaction that makes one more, and nobody else counts the
 * same tokens meanwhile, so that no two nodes can exceed a limit together.
 */
public class LimitCommands {

    private final TokenCensus census;
    private final Tokens tokens;
    private final EnrolmentCommands enrolments;
    private final TokenCommands changes;

    public LimitCommands(TokenCensus census, Tokens tokens, EnrolmentCommands enrolments, TokenCommands changes) {
        this.census = census;
        this.tokens = tokens;
        this.enrolments = enrolments;
        this.changes = changes;
    }

    @CommandHandler
    public Object handle(WithinLimits limited) throws Exception {
        census.reserve(limited.limits().stream()
                .map(limit -> limit.tokens().place())
                .collect(Collectors.toCollection(TreeSet::new)));
        if (limited.command() instanceof EnableTokens enable) {
            List<Aggregate<Token>> chosen = tokens.loadAll(enable.serials());
            limited.limits().forEach(limit -> requireRoomToEnable(limit, chosen));
            return changes.handle(enable);
        }
        limited.limits().forEach(limit -> Room.require(limit, census));
        if (limited.command() instanceof EnrollToken enrol) {
            return enrolments.handle(enrol);
        }
        return changes.handle((AssignToken) limited.command());
    }

    /** What is enabled already takes no more room. */
    private void requireRoomToEnable(TokenLimit limit, List<Aggregate<Token>> chosen) {
        String type = limit.tokens().type();
        long more = chosen.stream()
                .filter(token -> token.<Boolean>invoke(found -> !found.active()))
                .filter(token -> type == null || type.equals(token.invoke(Token::type)))
                .count();
        Room.requireFor(more, limit, census);
    }
}
