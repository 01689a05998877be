package org.symbolon.projections.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.events.admin.AdminAdded;
import org.symbolon.events.admin.AdminEmailChanged;
import org.symbolon.events.admin.AdminPasswordChanged;
import org.symbolon.events.admin.AdminRemoved;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.ReadModelDatabase;

class AdminProjectionTest {

    private final ReadModelDatabase database = ReadModelDatabase.create();
    private final EventStream stream = new EventStream(database);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void administratorsAreAddedChangedAndRemoved() {
        stream.append(
                        new AdminAdded("root", "hash", null),
                        new AdminAdded("gone", "hash", "gone@example.org"),
                        new AdminPasswordChanged("root", "other"),
                        new AdminEmailChanged("root", "root@example.org"),
                        new AdminRemoved("gone"))
                .projectInline(new AdminProjection(database.jdbc()));
        assertThat(database.rows("admin")).containsExactly("{email=root@example.org, password=other, username=root}");
    }
}
