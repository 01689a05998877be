package org.symbolon.projections.caconnector;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.shared.TokenDates;
import org.symbolon.events.token.CertificateFacts;
import org.symbolon.events.token.TokenEnrolled;
import org.symbolon.events.token.TokenReenrolled;
import org.symbolon.events.token.TokenRevoked;
import org.symbolon.events.token.TypeState;
import org.symbolon.events.token.TypeStateAdjusted;
import org.symbolon.projections.shared.Position;
import org.symbolon.projections.shared.RowId;
import org.symbolon.projections.shared.StorableText;

/**
 * Keeps the table of what authorities have issued for tokens. A token may have had several certificates; all of them are revoked with it. A row
 * outlives its token: the certificate does so, too.
 */
@ProcessingGroup("inline")
public class IssuedCertificateProjection {

    private static final int LONGEST_SERIAL = 64;
    private static final int LONGEST_REASON = 32;

    private final JdbcOperations jdbc;

    public IssuedCertificateProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(TokenEnrolled event, @Position long position) {
        issue(event.state(), event.tokenId(), event.serial(), position);
    }

    @EventHandler
    void on(TokenReenrolled event, @Position long position) {
        issue(event.state(), event.tokenId(), event.serial(), position);
    }

    private void issue(TypeState state, int tokenId, String tokenSerial, long position) {
        Optional<String> connector = state.text(CertificateFacts.AUTHORITY);
        Optional<String> serial = state.text(CertificateFacts.SERIAL);
        Optional<Instant> end = state.text(CertificateFacts.VALID_UNTIL).flatMap(TokenDates::parse);
        if (connector.isEmpty() || serial.isEmpty() || end.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                insert into issuedcertificate (id, connector, serial, token_id, token_serial, valid_until)
                values (?, ?, ?, ?, ?, ?) on conflict (token_id, connector, serial) do nothing
                """,
                RowId.of(position, 0),
                StorableText.of(connector.get()),
                StorableText.cut(serial.get(), LONGEST_SERIAL),
                tokenId,
                tokenSerial,
                utc(end.get()));
    }

    /** Why a token is revoked is said right before it is. */
    @EventHandler
    void on(TypeStateAdjusted event) {
        if (event.change().entries().get(CertificateFacts.REASON) instanceof String reason) {
            jdbc.update(
                    "update issuedcertificate set reason = ? where token_id = ? and revoked is null",
                    StorableText.cut(reason, LONGEST_REASON),
                    event.tokenId());
        }
    }

    @EventHandler
    void on(TokenRevoked event, @Timestamp Instant time) {
        jdbc.update(
                "update issuedcertificate set revoked = ? where token_id = ? and revoked is null",
                utc(time.truncatedTo(ChronoUnit.MILLIS)),
                event.tokenId());
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
