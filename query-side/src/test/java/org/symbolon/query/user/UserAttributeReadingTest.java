package org.symbolon.query.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.events.realm.RealmCreated;
import org.symbolon.events.realm.RealmDeleted;
import org.symbolon.events.realm.RealmResolversReplaced;
import org.symbolon.events.user.UserAttributeDeleted;
import org.symbolon.events.user.UserAttributeSet;
import org.symbolon.events.user.UserKey;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.ReadModelDatabase;
import org.symbolon.query.history.ChangeHistory;
import org.symbolon.query.history.ChangePage;
import org.symbolon.query.history.Difference;
import org.symbolon.query.history.HistoryQueries;
import org.symbolon.query.history.ListRealmNumbers;
import org.symbolon.query.shared.Paging;

class UserAttributeReadingTest {

    private final ReadModelDatabase database = ReadModelDatabase.create();
    private final EventStream stream = new EventStream(database);
    private final HistoryQueries queries =
            new HistoryQueries(database.jdbc(), database.transactions(), row -> Optional.of(row.getString("payload")));

    @AfterEach
    void close() {
        database.close();
    }

    private ChangePage history() {
        return queries.handle(new ChangeHistory(
                List.of("userattributes/1/u", "userattributes/2/u"),
                List.of("realm/r"),
                UserAttributeReading.reading(),
                new Paging(1, 10)));
    }

    private static UserAttributeSet set(int realm, String key, String value, String type) {
        return new UserAttributeSet(new UserKey(realm, "res", "u"), 1, key, value, type);
    }

    private static Map.Entry<String, Difference> attributes(Object before, Object after) {
        return entry("attributes", new Difference(before, after));
    }

    @Test
    void attributesAreToldAsWhatTheUserHasThen() {
        stream.append(
                set(1, "hair", "red", ""),
                set(1, "hair", "grey", "colour"),
                new UserAttributeDeleted(new UserKey(1, "res", "u"), 1, "hair"));

        ChangePage history = history();

        Map<String, Object> typed = Map.of("value", "grey", "type", "colour");
        assertThat(history.changes().get(0).differences()).containsOnly(attributes(Map.of("hair", typed), Map.of()));
        assertThat(history.changes().get(1).differences())
                .containsOnly(attributes(Map.of("hair", "red"), Map.of("hair", typed)));
        assertThat(history.changes().get(2).differences()).containsOnly(attributes(null, Map.of("hair", "red")));
    }

    @Test
    void anAttributeMaySayNothing() {
        stream.append(set(1, "hair", null, null));

        assertThat(history().changes().get(0).differences()).containsOnly(attributes(null, Map.of("hair", "")));
    }

    @Test
    void theyGoWithTheRealmAndAnotherOneOfItsNameHasNone() {
        stream.append(
                new RealmDeleted("r", 9),
                new RealmCreated("r", 1, List.of()),
                set(1, "a", "1", ""),
                new RealmResolversReplaced("r", 1, List.of()),
                new RealmDeleted("r", 1),
                new RealmCreated("r", 2, List.of()),
                set(2, "b", "2", ""));

        ChangePage history = history();

        assertThat(history.changes())
                .extracting(change -> change.entry().event())
                .containsExactly("UserAttributeSet", "RealmDeleted", "UserAttributeSet");
        assertThat(history.changes().get(1).differences()).containsOnly(attributes(Map.of("a", "1"), null));
        assertThat(history.changes().get(0).differences()).containsOnly(attributes(null, Map.of("b", "2")));
    }

    @Test
    void aRealmsNumbersAreThoseOfAllRealmsOfItsName() {
        stream.append(
                new RealmCreated("r", 1, List.of()),
                new RealmCreated("s", 2, List.of()),
                new RealmDeleted("r", 1),
                new RealmCreated("r", 3, List.of()));

        assertThat(queries.handle(new ListRealmNumbers("r"))).containsExactly(1, 3);
        assertThat(queries.handle(new ListRealmNumbers("t"))).isEmpty();
    }
}
