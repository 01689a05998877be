package org.symbolon.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.TransactionSystemException;

class OutageTest {

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P01", "57P03"})
    void whatMeansThatTheDatabaseCouldNotBeAskedIsOne(String state) {
        assertThat(Outage.isBehind(new IllegalStateException(new SQLException("gone", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "40P01", "57014", "42601"})
    void whatTheDatabaseSaidIsNone(String state) {
        assertThat(Outage.isBehind(new IllegalStateException(new SQLException("no", state))))
                .isFalse();
    }

    @Test
    void aPoolWithoutAFreeConnectionIsOne() {
        assertThat(Outage.isBehind(new SQLTransientConnectionException("none within 2 s")))
                .isTrue();
        assertThat(Outage.isBehind(new DatabaseAwayException())).isTrue();
    }

    @Test
    void aPoolWithoutAFreeConnectionIsNothingThatTheWatchSees() {
        assertThat(Outage.isKnown(new SQLTransientConnectionException("none within 10 s")))
                .isFalse();
        assertThat(Outage.isKnown(new IllegalStateException(new DatabaseAwayException())))
                .isTrue();
        assertThat(Outage.isKnown(new SQLException("gone", "08006"))).isTrue();
        assertThat(Outage.isKnown(new SQLException("too many parameters", "08P01")))
                .isFalse();
    }

    @Test
    void aRollbackThatFailedHidesWhatCameBefore() {
        TransactionSystemException ended =
                new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed"));
        assertThat(Outage.isBehind(ended)).isFalse();
        ended.initApplicationException(new IllegalStateException(new SQLException("gone", "57P01")));
        assertThat(Outage.isBehind(ended)).isTrue();
    }

    @Test
    void otherFailuresAreNone() {
        assertThat(Outage.isBehind(new IllegalStateException("no"))).isFalse();
        assertThat(Outage.isBehind(new SQLException("no state"))).isFalse();
        assertThat(Outage.isBehind(null)).isFalse();
    }
}
