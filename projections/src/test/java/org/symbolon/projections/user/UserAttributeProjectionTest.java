package org.symbolon.projections.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.symbolon.events.realm.RealmDeleted;
import org.symbolon.events.user.UserAttributeDeleted;
import org.symbolon.events.user.UserAttributeSet;
import org.symbolon.events.user.UserKey;
import org.symbolon.projections.realm.RealmProjection;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.Facts;
import org.symbolon.projections.support.ReadModelDatabase;

class UserAttributeProjectionTest {

    private static final UserKey EMMA = new UserKey(1, "passwd", "1000");
    private static final UserKey THERE = new UserKey(2, "passwd", "1000");

    private final ReadModelDatabase database = ReadModelDatabase.create();
    private final EventStream stream =
            new EventStream(database).append(Facts.realm(1, "realm1"), Facts.realm(2, "realm2"));

    @AfterEach
    void close() {
        database.close();
    }

    private void after(Object... events) {
        stream.append(events)
                .projectInline(new RealmProjection(database.jdbc()), new UserAttributeProjection(database.jdbc()));
    }

    @Test
    void attributesAreSetChangedAndDeleted() {
        after(
                new UserAttributeSet(EMMA, 5, "hair", "red", "colour"),
                new UserAttributeSet(EMMA, 6, "shoe", "42", ""),
                new UserAttributeSet(THERE, 7, "hair", "grey", ""),
                new UserAttributeSet(EMMA, 5, "hair", "", ""),
                new UserAttributeDeleted(EMMA, 6, "shoe"));

        assertThat(database.rows("customuserattribute"))
                .containsExactly(
                        "{Key=hair, Type=, Value=, id=5, realm_id=1, resolver=passwd, user_id=1000}",
                        "{Key=hair, Type=, Value=grey, id=7, realm_id=2, resolver=passwd, user_id=1000}");
    }

    @Test
    void withARealmGoTheAttributesOfItsUsers() {
        after(
                new UserAttributeSet(EMMA, 5, "hair", "red", ""),
                new UserAttributeSet(THERE, 6, "hair", "grey", ""),
                new RealmDeleted("realm1", 1));

        assertThat(database.jdbc().queryForList("select id from customuserattribute", Integer.class))
                .containsExactly(6);
    }

    @Test
    void aUserOfARealmThatIsGoneGetsNoRow() {
        after(new RealmDeleted("realm1", 1), new UserAttributeSet(EMMA, 5, "hair", "red", ""));

        assertThat(database.rows("customuserattribute")).isEmpty();
    }

    @Test
    void whoeverReadsKnowsWhetherThereAreAny() {
        after();
        assertThat(UserAttributeRows.areThereAny(database.jdbc())).isFalse();
        after(new UserAttributeSet(EMMA, 5, "hair", "red", ""));
        assertThat(UserAttributeRows.areThereAny(database.jdbc())).isTrue();
        after(new UserAttributeDeleted(EMMA, 5, "hair"));
        assertThat(UserAttributeRows.areThereAny(database.jdbc())).isFalse();
    }

    @Test
    void anAttributeIsTheFirstAsLongAsNoOtherIsSureToStay() {
        after(new UserAttributeSet(EMMA, 5, "hair", "red", ""));
        assertThat(UserAttributeRows.mayBeTheFirst(database.jdbc(), 5)).isTrue();
        assertThat(UserAttributeRows.mayBeTheFirst(database.jdbc(), 6)).isFalse();

        database.transactions().executeWithoutResult(deleting -> {
            database.jdbc().update("delete from customuserattribute where id = 5");
            assertThat(firstOnAnotherConnection(6)).isTrue();
            deleting.setRollbackOnly();
        });
        assertThat(firstOnAnotherConnection(6)).isFalse();
    }

    private boolean firstOnAnotherConnection(int number) {
        return UserAttributeRows.mayBeTheFirst(new JdbcTemplate(database.anotherConnection()), number);
    }
}
