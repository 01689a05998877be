package org.symbolon.projections.monitoring;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.TokenAssigned;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.events.token.TokenDisabled;
import org.symbolon.events.token.TokenEnabled;
import org.symbolon.events.token.TokenEnrolled;
import org.symbolon.events.token.TokenInfoRemoved;
import org.symbolon.events.token.TokenInfoSet;
import org.symbolon.events.token.TokenReenrolled;
import org.symbolon.events.token.TokenRevoked;
import org.symbolon.events.token.TokenUnassigned;
import org.symbolon.projections.monitoring.CountedToken.User;
import org.symbolon.projections.shared.StorableText;
import org.symbolon.projections.shared.UnitOfWorkBatch;

/** Keeps by how much each moment changed the figures of tokens, so that they are known for every past moment. */
@ProcessingGroup("trailing")
public class TokenFigureProjection {

    private static final String KIND = "tokenkind";

    private final JdbcOperations jdbc;

    public TokenFigureProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(TokenEnrolled event, @Timestamp Instant time) {
        User user = User.of(event.owner());
        CountedToken token = new CountedToken(kindIn(event.info()), user, event.active());
        batch().add(event.tokenId(), time, user, before -> token);
    }

    @EventHandler
    void on(TokenReenrolled event, @Timestamp Instant time) {
        if (event.owner() != null) {
            assign(event.tokenId(), event.owner(), time);
        }
        inform(event.tokenId(), event.info(), time);
    }

    @EventHandler
    void on(TokenAssigned event, @Timestamp Instant time) {
        assign(event.tokenId(), event.owner(), time);
    }

    @EventHandler
    void on(TokenUnassigned event, @Timestamp Instant time) {
        batch().change(event.tokenId(), time, token -> token.withUser(null));
    }

    @EventHandler
    void on(TokenEnabled event, @Timestamp Instant time) {
        batch().change(event.tokenId(), time, token -> token.withActive(true));
    }

    @EventHandler
    void on(TokenDisabled event, @Timestamp Instant time) {
        batch().change(event.tokenId(), time, token -> token.withActive(false));
    }

    @EventHandler
    void on(TokenRevoked event, @Timestamp Instant time) {
        batch().change(event.tokenId(), time, token -> token.withActive(false));
    }

    @EventHandler
    void on(TokenInfoSet event, @Timestamp Instant time) {
        inform(event.tokenId(), event.info(), time);
    }

    @EventHandler
    void on(TokenInfoRemoved event, @Timestamp Instant time) {
        if (event.keys().contains(KIND)) {
            batch().change(event.tokenId(), time, token -> token.withKind(""));
        }
    }

    @EventHandler
    void on(TokenDeleted event, @Timestamp Instant time) {
        batch().add(event.tokenId(), time, null, token -> null);
    }

    private void assign(int tokenId, TokenOwner owner, Instant time) {
        User user = User.of(owner);
        batch().add(tokenId, time, user, token -> token == null ? null : token.withUser(user));
    }

    private void inform(int tokenId, Map<String, String> info, Instant time) {
        if (info.containsKey(KIND)) {
            String kind = kindIn(info);
            batch().change(tokenId, time, token -> token.withKind(kind));
        }
    }

    private static String kindIn(Map<String, String> info) {
        return StorableText.of(Objects.requireNonNullElse(info.get(KIND), ""));
    }

    private TokenFigureBatch batch() {
        return UnitOfWorkBatch.current(
                TokenFigureProjection.class.getName(), TokenFigureBatch::new, batch -> batch.write(jdbc));
    }
}
