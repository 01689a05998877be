package org.symbolon.store.readmodel;

import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.symbolon.events.auth.LoginRevoked;
import org.symbolon.projections.auth.RevokedLogins;
import org.symbolon.store.eventstore.Notice;

/**
 * Lets all nodes know of a revoked log-in: this one before the revocation is answered, the others by a notification in the
 * revoking transaction. The notification says all there is to know, so that nobody has to read a table for it.
 */
@ProcessingGroup("refresh")
@Component
public class RevocationNotices implements Notice {

    private static final String CHANNEL = "symbolon_revoked_logins";

    private final RevokedLogins revoked;
    private final JdbcOperations jdbc;

    public RevocationNotices(RevokedLogins revoked, JdbcOperations jdbc) {
        this.revoked = revoked;
        this.jdbc = jdbc;
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public void missed() {
        revoked.reload();
    }

    @EventHandler
    void on(LoginRevoked event, UnitOfWork<?> unitOfWork) {
        String said = event.expires().getEpochSecond() + " " + event.nonce();
        jdbc.query("select pg_notify(?, ?)", row -> {}, CHANNEL, said);
        unitOfWork.root().afterCommit(committed -> revoked.add(event.nonce(), event.expires()));
    }

    @Override
    public void hear(String said) {
        int blank = said.indexOf(' ');
        revoked.add(said.substring(blank + 1), Instant.ofEpochSecond(Long.parseLong(said.substring(0, blank))));
    }
}
