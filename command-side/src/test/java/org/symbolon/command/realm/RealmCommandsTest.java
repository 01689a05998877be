package org.symbolon.command.realm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.config.SystemConfig;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.realm.SaveRealm.Saved;
import org.symbolon.command.realm.port.Realms;
import org.symbolon.command.support.Stage;
import org.symbolon.events.config.DefaultRealmChanged;
import org.symbolon.events.realm.RealmCreated;
import org.symbolon.events.realm.RealmDeleted;
import org.symbolon.events.realm.RealmMember;
import org.symbolon.events.realm.RealmResolversReplaced;

class RealmCommandsTest {

    private static final List<RealmMember> R1 = List.of(new RealmMember("r1", null));

    private final KnownRealms known = new KnownRealms();
    private final Stage stage = new Stage();

    RealmCommandsTest() {
        known.resolvers.put("r1", "r1");
        known.resolvers.put("R2", "r2");
        stage.handler(new RealmCommands(stage.repository(Realm.class), stage.repository(SystemConfig.class), known));
    }

    @Test
    void theFirstRealmBecomesTheDefault() {
        Object saved = stage.when(new SaveRealm("realm1", R1));

        assertThat(saved).isEqualTo(new Saved(List.of("r1"), List.of()));
        assertThat(stage.facts()).containsExactly(new RealmCreated("realm1", 7, R1), new DefaultRealmChanged("realm1"));
    }

    @Test
    void anotherRealmDoesNotBecomeTheDefault() {
        existing("realm1", 1);

        stage.when(new SaveRealm("realm2", R1));

        assertThat(stage.facts()).containsExactly(new RealmCreated("realm2", 7, R1));
    }

    @Test
    void theResolversOfAKnownRealmAreReplaced() {
        existing("realm1", 1);
        existing("realm2", 2);

        stage.when(new SaveRealm("realm1", List.of(new RealmMember("R2", 5))));

        assertThat(stage.facts())
                .containsExactly(new RealmResolversReplaced("realm1", 1, List.of(new RealmMember("r2", 5))));
    }

    @Test
    void theOnlyRealmIsTheDefaultAgainWhenItIsSaved() {
        existing("realm1", 1);

        stage.when(new SaveRealm("realm1", R1));

        assertThat(stage.facts())
                .containsExactly(new RealmResolversReplaced("realm1", 1, R1), new DefaultRealmChanged("realm1"));
    }

    @Test
    void aDefaultThatStaysIsNoFact() {
        existing("realm1", 1);
        stage.given(new DefaultRealmChanged("realm1"));

        stage.when(new SaveRealm("realm1", R1));

        assertThat(stage.facts()).containsExactly(new RealmResolversReplaced("realm1", 1, R1));
    }

    @Test
    void unknownResolversFailAndTheRealmIsMadeAllTheSame() {
        Object saved =
                stage.when(new SaveRealm("realm1", List.of(new RealmMember("r1", 2), new RealmMember("gone", null))));

        assertThat(saved).isEqualTo(new Saved(List.of("r1"), List.of("gone")));
        assertThat(stage.facts()).contains(new RealmCreated("realm1", 7, List.of(new RealmMember("r1", 2))));
    }

    @Test
    void aRealmMayHaveNoResolver() {
        Object saved = stage.when(new SaveRealm("realm1", List.of(new RealmMember("gone", null))));

        assertThat(saved).isEqualTo(new Saved(List.of(), List.of("gone")));
        assertThat(stage.facts()).contains(new RealmCreated("realm1", 7, List.of()));
    }

    @ParameterizedTest
    @CsvSource({"REALM1, realm1", "' Realm 1 ', realm-1", "a_b-c.d, a_b-c.d"})
    void namesAreNormalised(String typed, String kept) {
        stage.when(new SaveRealm(typed, R1));

        assertThat(stage.facts()).contains(new RealmCreated(kept, 7, R1));
        assertThat(RealmCommands.normalised(typed)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ä", "a/b", "a@b"})
    void aNameOfOtherCharactersIsRefused(String name) {
        refuses(() -> stage.when(new SaveRealm(name, R1)), 905);
    }

    @Test
    void aNameLongerThanItsColumnsIsRefused() {
        String longest = "r".repeat(249);
        refuses(() -> stage.when(new SaveRealm(longest + "r", R1)), 905);

        stage.when(new SaveRealm(longest, R1));

        assertThat(stage.facts()).contains(new RealmCreated(longest, 7, R1));
        assertThat(Realm.idOf(longest)).hasSize(255);
    }

    @Test
    void theNameOfADeletedRealmIsGivenToAnotherRealm() {
        existing("other", 2);
        stage.given(new RealmCreated("realm1", 1, R1), new RealmDeleted("realm1", 1));

        stage.when(new SaveRealm("realm1", R1));

        assertThat(stage.facts()).containsExactly(new RealmCreated("realm1", 7, R1));
    }

    @Test
    void theLastRealmLeftInheritsTheDefault() {
        existing("realm1", 1);
        existing("realm2", 2);
        stage.given(new DefaultRealmChanged("realm1"));

        Object number = stage.when(new DeleteRealm("Realm1"));

        assertThat(number).isEqualTo(1);
        assertThat(stage.facts()).containsExactly(new RealmDeleted("realm1", 1), new DefaultRealmChanged("realm2"));
    }

    @Test
    void amongSeveralNoneInheritsTheDefault() {
        existing("realm1", 1);
        existing("realm2", 2);
        existing("realm3", 3);
        stage.given(new DefaultRealmChanged("realm1"));

        stage.when(new DeleteRealm("realm1"));

        assertThat(stage.facts()).containsExactly(new RealmDeleted("realm1", 1), new DefaultRealmChanged(null));
    }

    @Test
    void theLastRealmLeftBecomesTheDefaultEvenIfThereWasNone() {
        existing("realm1", 1);
        existing("realm2", 2);

        stage.when(new DeleteRealm("realm1"));

        assertThat(stage.facts()).containsExactly(new RealmDeleted("realm1", 1), new DefaultRealmChanged("realm2"));
    }

    @Test
    void deletingAnotherRealmLeavesTheDefault() {
        existing("realm1", 1);
        existing("realm2", 2);
        stage.given(new DefaultRealmChanged("realm1"));

        stage.when(new DeleteRealm("realm2"));

        assertThat(stage.facts()).containsExactly(new RealmDeleted("realm2", 2));
    }

    @Test
    void theLastRealmOfAllLeavesNoDefault() {
        existing("realm1", 1);
        stage.given(new DefaultRealmChanged("realm1"));

        stage.when(new DeleteRealm("realm1"));

        assertThat(stage.facts()).containsExactly(new RealmDeleted("realm1", 1), new DefaultRealmChanged(null));
    }

    @Test
    void anUnknownRealmCannotBeDeletedNorBecomeTheDefault() {
        stage.given(new RealmCreated("gone", 1, R1), new RealmDeleted("gone", 1));

        refuses(() -> stage.when(new DeleteRealm("gone")), 601);
        refuses(() -> stage.when(new DeleteRealm("never")), 601);
        refuses(() -> stage.when(new ChangeDefaultRealm("gone")), 601);
    }

    @Test
    void anotherRealmIsMadeTheDefault() {
        existing("realm1", 1);
        existing("realm2", 2);
        stage.given(new DefaultRealmChanged("realm1"));

        Object number = stage.when(new ChangeDefaultRealm("REALM2"));

        assertThat(number).isEqualTo(2);
        assertThat(stage.facts()).containsExactly(new DefaultRealmChanged("realm2"));
    }

    @Test
    void theDefaultIsCleared() {
        existing("realm1", 1);
        stage.given(new DefaultRealmChanged("realm1"));

        Object number = stage.when(new ClearDefaultRealm());

        assertThat(number).isEqualTo(1);
        assertThat(stage.facts()).containsExactly(new DefaultRealmChanged(null));
    }

    @Test
    void aDefaultThatIsNotThereCannotBeCleared() {
        refuses(() -> stage.when(new ClearDefaultRealm()), 302);
    }

    private void existing(String name, int id) {
        known.names.add(name);
        stage.given(new RealmCreated(name, id, R1));
    }

    private void refuses(ThrowingCallable command, int code) {
        assertThatThrownBy(command).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
        assertThat(stage.facts()).isEmpty();
    }

    private static final class KnownRealms implements Realms {

        private final Set<String> names = new TreeSet<>();
        private final Map<String, String> resolvers = new HashMap<>();

        @Override
        public Set<String> names() {
            return names;
        }

        @Override
        public Optional<String> resolver(String name) {
            return Optional.ofNullable(resolvers.get(name));
        }

        @Override
        public int nextRealmId() {
            return 7;
        }
    }
}
