package org.symbolon.projections.token;

import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.CountWindowChanged;
import org.symbolon.events.token.EnrolmentVerified;
import org.symbolon.events.token.FailLimitChanged;
import org.symbolon.events.token.PinChanged;
import org.symbolon.events.token.SecurityOfficerPinChanged;
import org.symbolon.events.token.SyncWindowChanged;
import org.symbolon.events.token.TokenAssigned;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.events.token.TokenDescribed;
import org.symbolon.events.token.TokenDisabled;
import org.symbolon.events.token.TokenEnabled;
import org.symbolon.events.token.TokenEnrolled;
import org.symbolon.events.token.TokenInfoRemoved;
import org.symbolon.events.token.TokenInfoSet;
import org.symbolon.events.token.TokenRealmsChanged;
import org.symbolon.events.token.TokenReenrolled;
import org.symbolon.events.token.TokenRevoked;
import org.symbolon.events.token.TokenUnassigned;
import org.symbolon.events.token.UserPinChanged;
import org.symbolon.projections.shared.ConsecutiveEvents;
import org.symbolon.projections.shared.Position;
import org.symbolon.projections.shared.RowId;

/**
 * Keeps the tables of tokens, their owners, realms and info, but for what every log-in changes: that belongs to
 * {@link TokenCounterProjection}.
 */
@ProcessingGroup("inline")
public class TokenProjection {

    private final JdbcOperations jdbc;
    private final InfoTable info;
    private final RealmTable realms;

    public TokenProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
        this.info = new InfoTable(jdbc);
        this.realms = new RealmTable(jdbc);
    }

    @EventHandler
    void on(TokenEnrolled event, @Position long position) {
        ConsecutiveEvents.add(
                TokenProjection.class.getName(),
                EnrolmentBatch::new,
                batch -> batch.add(event, position),
                batch -> batch.write(jdbc));
    }

    @EventHandler
    void on(TokenReenrolled event, @Position long position) {
        jdbc.update(
                """
                update token set otplen = ?, key_enc = ?, key_iv = ?, pin_hash = coalesce(?, pin_hash),
                    description = coalesce(?, description), maxfail = ?, count_window = ?, sync_window = ?,
                    rollout_state = ?
                where id = ?
                """,
                event.otpLength(),
                SealedColumns.box(event.seed()),
                SealedColumns.key(event.seed()),
                event.pin() == null ? null : event.pin().text(),
                event.description(),
                event.failLimit(),
                event.countWindow(),
                event.syncWindow(),
                event.rolloutState(),
                event.tokenId());
        own(event.tokenId(), event.owner());
        realms.leave(event.tokenId());
        realms.join(event.tokenId(), event.realms(), position);
        inform(event.tokenId(), InfoChanges.reenrolling(event.info(), event.state()), position);
    }

    @EventHandler
    void on(EnrolmentVerified event) {
        jdbc.update("update token set rollout_state = 'enrolled' where id = ?", event.tokenId());
    }

    @EventHandler
    void on(TokenAssigned event, @Position long position) {
        own(event.tokenId(), event.owner());
        realms.leave(event.tokenId());
        realms.join(event.tokenId(), List.of(event.owner().realm()), position);
    }

    @EventHandler
    void on(TokenUnassigned event) {
        jdbc.update("update token set pin_hash = '' where id = ?", event.tokenId());
        jdbc.update("delete from tokenowner where token_id = ?", event.tokenId());
    }

    @EventHandler
    void on(TokenEnabled event) {
        jdbc.update("update token set active = true where id = ?", event.tokenId());
    }

    @EventHandler
    void on(TokenDisabled event) {
        jdbc.update("update token set active = false where id = ?", event.tokenId());
    }

    @EventHandler
    void on(TokenRevoked event) {
        jdbc.update("update token set active = false, revoked = true, locked = true where id = ?", event.tokenId());
    }

    /** The token's own row goes first: that waits for a trailing batch that is just writing to it. */
    @EventHandler
    void on(TokenDeleted event) {
        jdbc.update("delete from token where id = ?", event.tokenId());
        jdbc.update("delete from tokeninfo where token_id = ?", event.tokenId());
        jdbc.update("delete from tokenowner where token_id = ?", event.tokenId());
        realms.leave(event.tokenId());
    }

    @EventHandler
    void on(PinChanged event) {
        jdbc.update("update token set pin_hash = ? where id = ?", event.pin().text(), event.tokenId());
    }

    @EventHandler
    void on(UserPinChanged event) {
        jdbc.update(
                "update token set user_pin = ?, user_pin_iv = ? where id = ?",
                SealedColumns.box(event.pin()),
                SealedColumns.key(event.pin()),
                event.tokenId());
    }

    @EventHandler
    void on(SecurityOfficerPinChanged event) {
        jdbc.update(
                "update token set so_pin = ?, so_pin_iv = ? where id = ?",
                SealedColumns.box(event.pin()),
                SealedColumns.key(event.pin()),
                event.tokenId());
    }

    @EventHandler
    void on(TokenDescribed event) {
        jdbc.update("update token set description = ? where id = ?", event.description(), event.tokenId());
    }

    @EventHandler
    void on(CountWindowChanged event) {
        jdbc.update("update token set count_window = ? where id = ?", event.countWindow(), event.tokenId());
    }

    @EventHandler
    void on(SyncWindowChanged event) {
        jdbc.update("update token set sync_window = ? where id = ?", event.syncWindow(), event.tokenId());
    }

    @EventHandler
    void on(FailLimitChanged event) {
        jdbc.update("update token set maxfail = ? where id = ?", event.failLimit(), event.tokenId());
    }

    @EventHandler
    void on(TokenInfoSet event, @Position long position) {
        inform(event.tokenId(), InfoChanges.writing(event.info()), position);
    }

    @EventHandler
    void on(TokenInfoRemoved event, @Position long position) {
        inform(event.tokenId(), InfoChanges.removing(event.keys()), position);
    }

    @EventHandler
    void on(TokenRealmsChanged event, @Position long position) {
        realms.leave(event.tokenId());
        realms.join(event.tokenId(), event.realms(), position);
    }

    private void own(int tokenId, TokenOwner owner) {
        if (owner == null) {
            return;
        }
        jdbc.update(
                """
                insert into tokenowner (id, token_id, resolver, user_id, realm_id)
                values (?, ?, ?, ?, (select id from realm where name = ? for key share))
                on conflict (id) do update set resolver = excluded.resolver, user_id = excluded.user_id,
                    realm_id = excluded.realm_id
                """,
                tokenId,
                tokenId,
                owner.resolver(),
                owner.userId(),
                owner.realm());
    }

    private void inform(int tokenId, InfoChanges changes, long position) {
        info.apply(tokenId, changes.inline(), change -> RowId.of(position, change.ordinal()));
    }
}
