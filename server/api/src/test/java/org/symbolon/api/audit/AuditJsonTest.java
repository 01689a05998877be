package org.symbolon.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.projections.audit.AuditRow;
import org.symbolon.query.audit.AuditEntry;

class AuditJsonTest {

    private static final LocalDateTime TIME = LocalDateTime.of(2026, 11, 24, 12, 34, 44);

    private static AuditEntry entry(Duration duration, String info) {
        AuditRow row = new AuditRow(
                7,
                TIME,
                TIME.plusNanos(5_000),
                duration,
                "POST /auth",
                1,
                "S1",
                "hotp",
                "u",
                "r",
                "res",
                null,
                null,
                info,
                "node",
                "10.0.0.1",
                null,
                null,
                "9",
                null);
        return new AuditEntry(row, true, false);
    }

    @Test
    void aLineHasEveryColumnInQuotes() {
        assertThat(AuditJson.csv(entry(null, "it's\r\ntwo")))
                .isEqualTo(
                        "'7','2026-11-24T12:34:44','OK','FAIL','POST /auth','1','S1','hotp','u','r','res','None','',"
                                + "'it''s  two','node','None','10.0.0.1','None','None','2026-11-24T12:34:44.000005','None','9'\n");
    }

    @ParameterizedTest
    @CsvSource({"0, 0.0", "50000, 5e-05", "729000, 0.000729", "1500000000, 1.5", "3600000000000, 3600.0"})
    void aDurationIsPrintedAsPythonPrintsIt(long nanos, String printed) {
        assertThat(AuditJson.csv(entry(Duration.ofNanos(nanos), ""))).contains(",'" + printed + "','9'");
    }
}
