package org.symbolon.projections.token;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.realm.RealmDeleted;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.EnrolmentVerified;
import org.symbolon.events.token.TokenAssigned;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.events.token.TokenDisabled;
import org.symbolon.events.token.TokenEnabled;
import org.symbolon.events.token.TokenEnrolled;
import org.symbolon.events.token.TokenInfoRemoved;
import org.symbolon.events.token.TokenInfoSet;
import org.symbolon.events.token.TokenRealmsChanged;
import org.symbolon.events.token.TokenReenrolled;
import org.symbolon.events.token.TokenRevoked;
import org.symbolon.events.token.TokenUnassigned;
import org.symbolon.projections.shared.StorableText;
import org.symbolon.projections.shared.UnitOfWorkBatch;
import org.symbolon.projections.token.CountedToken.User;

/**
 * Counts tokens: how many are alike in type, state, realms and resolver, so that a list of a million can say how long it is
 * without counting, and by how much each moment changed the figures, so that they are known for every past moment. Log-ins
 * are none of its business. Two enrolments at once do not wait for each other here, as they would for a count that each wrote.
 */
@ProcessingGroup("trailing")
public class TokenCountProjection {

    private static final String KIND = "tokenkind";

    private final TokenCountTables tables;

    public TokenCountProjection(JdbcOperations jdbc) {
        this.tables = new TokenCountTables(jdbc);
    }

    @EventHandler
    void on(TokenEnrolled event, @Timestamp Instant time) {
        User user = User.of(event.owner());
        CountedToken token = new CountedToken(
                textOf(event.type()),
                textOf(event.rolloutState()),
                event.active(),
                textOf(event.info().get(KIND)),
                user,
                List.of());
        batch().add(event.tokenId(), time, user, before -> token);
    }

    @EventHandler
    void on(TokenReenrolled event, @Timestamp Instant time) {
        change(event.tokenId(), time, token -> token.withRolloutState(textOf(event.rolloutState())));
        if (event.owner() != null) {
            assign(event.tokenId(), event.owner(), time);
        }
        inform(event.tokenId(), event.info(), time);
    }

    @EventHandler
    void on(EnrolmentVerified event, @Timestamp Instant time) {
        change(event.tokenId(), time, token -> token.withRolloutState("enrolled"));
    }

    @EventHandler
    void on(TokenAssigned event, @Timestamp Instant time) {
        assign(event.tokenId(), event.owner(), time);
    }

    @EventHandler
    void on(TokenUnassigned event, @Timestamp Instant time) {
        change(event.tokenId(), time, token -> token.withUser(null));
    }

    @EventHandler
    void on(TokenEnabled event, @Timestamp Instant time) {
        change(event.tokenId(), time, token -> token.withActive(true));
    }

    @EventHandler
    void on(TokenDisabled event, @Timestamp Instant time) {
        change(event.tokenId(), time, token -> token.withActive(false));
    }

    @EventHandler
    void on(TokenRevoked event, @Timestamp Instant time) {
        change(event.tokenId(), time, token -> token.withActive(false));
    }

    @EventHandler
    void on(TokenInfoSet event, @Timestamp Instant time) {
        inform(event.tokenId(), event.info(), time);
    }

    @EventHandler
    void on(TokenInfoRemoved event, @Timestamp Instant time) {
        if (event.keys().contains(KIND)) {
            change(event.tokenId(), time, token -> token.withKind(""));
        }
    }

    @EventHandler
    void on(TokenDeleted event, @Timestamp Instant time) {
        batch().add(event.tokenId(), time, null, token -> null);
    }

    @EventHandler
    void on(TokenRealmsChanged event, @Timestamp Instant time) {
        lookUpRealms(event.tokenId(), time);
    }

    @EventHandler
    void on(RealmDeleted event, @Timestamp Instant time) {
        tables.tokensIn(event.realmId()).forEach(tokenId -> lookUpRealms(tokenId, time));
    }

    private void assign(int tokenId, TokenOwner owner, Instant time) {
        User user = User.of(owner);
        batch().add(tokenId, time, user, token -> token == null ? null : token.withUser(user));
    }

    private void inform(int tokenId, Map<String, String> info, Instant time) {
        if (info.containsKey(KIND)) {
            String kind = textOf(info.get(KIND));
            change(tokenId, time, token -> token.withKind(kind));
        }
    }

    /** Each token that a batch names gets the realms that it has at the end. */
    private void lookUpRealms(int tokenId, Instant time) {
        change(tokenId, time, UnaryOperator.identity());
    }

    private void change(int tokenId, Instant time, UnaryOperator<CountedToken> effect) {
        batch().change(tokenId, time, effect);
    }

    private static String textOf(String text) {
        return StorableText.of(Objects.requireNonNullElse(text, ""));
    }

    private TokenCountBatch batch() {
        return UnitOfWorkBatch.current(
                TokenCountProjection.class.getName(), TokenCountBatch::new, batch -> batch.write(tables));
    }
}
