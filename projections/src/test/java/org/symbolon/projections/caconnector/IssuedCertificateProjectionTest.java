package org.symbolon.projections.caconnector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.events.token.TokenEnrolled;
import org.symbolon.events.token.TokenRevoked;
import org.symbolon.events.token.TypeState;
import org.symbolon.events.token.TypeStateAdjusted;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.Facts;
import org.symbolon.projections.support.ReadModelDatabase;

class IssuedCertificateProjectionTest {

    private static TokenEnrolled token(int id, String serial, Map<String, ?> state) {
        return Facts.enrolled(id, serial, null, List.of(), Map.of(), TypeState.of(null, state));
    }

    private static Map<String, ?> issued(String number) {
        return Map.of("CA", "mine", "certificate_serial", number, "certificate_valid_until", "2027-11-24T12:34+0000");
    }

    @Test
    void whatWasIssuedIsKnownAndWhenItWasRevokedWithTheTokenThatMayBeGone() {
        try (ReadModelDatabase database = ReadModelDatabase.create()) {
            new EventStream(database)
                    .append(
                            token(1, "CRT1", issued("a1")),
                            token(2, "CRT2", issued("b2")),
                            token(3, "CRT3", Map.of("certificate_serial", "c3")),
                            token(4, "CRT4", Map.of("CA", "mine", "certificate_serial", "d4")),
                            new TypeStateAdjusted(
                                    "CRT1", 1, StateChange.of(Map.of("revocation_reason", "keyCompromise"))),
                            new TokenRevoked("CRT1", 1),
                            new TokenDeleted("CRT1", 1))
                    .projectInline(new IssuedCertificateProjection(database.jdbc()));

            assertThat(database.rows("issuedcertificate"))
                    .containsExactly(
                            "{connector=mine, id=1024, reason=keyCompromise, revoked=2026-11-24 12:34:49.537, serial=a1,"
                                    + " token_id=1, token_serial=CRT1, valid_until=2027-11-24 12:34:00.0}",
                            "{connector=mine, id=2048, reason=null, revoked=null, serial=b2, token_id=2,"
                                    + " token_serial=CRT2, valid_until=2027-11-24 12:34:00.0}");
        }
    }
}
