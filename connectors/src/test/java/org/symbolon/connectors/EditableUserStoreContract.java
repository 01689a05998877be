package org.symbolon.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.command.resolver.port.EditableUserStore;
import org.symbolon.command.resolver.port.StoredUser;
import org.symbolon.command.resolver.port.UserChangeRefusedException;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.events.shared.Secret;

/** What every kind of user store must keep to besides, if its users can be changed. */
public abstract class EditableUserStoreContract extends UserStoreContract {

    private static final Secret PASSWORD = Secret.of("brand new");
    private static final Map<String, String> EVE = Map.of("username", "eve", "givenname", "Eve", "surname", "Adams");

    private EditableUserStore editable() {
        assertThat(store()).isInstanceOf(EditableUserStore.class);
        return (EditableUserStore) store();
    }

    @Test
    void aUserWhoIsMadeIsThere() {
        String id = editable().add(EVE);

        assertThat(store().withLogin("eve")).hasValue(new StoredUser("eve", id));
        assertThat(store().attributesOf(id).orElseThrow()).containsAllEntriesOf(EVE);
        assertThat(found(Map.of("username", "e*"), 1)).hasSize(1);
        assertThat(store().passwordMatches(id, Secret.EMPTY)).isFalse();
        assertThat(store().passwordMatches(id, PASSWORD)).isFalse();
    }

    @Test
    void aLoginIsGivenOnce() {
        String ada = idOf(ADA);

        assertThatThrownBy(() -> editable().add(Map.of("username", "ada", "surname", "Second")))
                .isInstanceOf(UserChangeRefusedException.class);
        assertThat(idOf(ADA)).isEqualTo(ada);
        assertThat(store().attributesOf(ada).orElseThrow()).containsEntry("surname", "Lovelace");
    }

    @Test
    void nobodyIsMadeWithoutALogin() {
        for (Map<String, String> attributes : List.of(Map.of("givenname", "Eve"), Map.of("username", ""))) {
            assertThatThrownBy(() -> editable().add(attributes)).isInstanceOf(UserChangeRefusedException.class);
        }
        assertThat(found(Map.of(), 100)).hasSize(PEOPLE.size());
    }

    @Test
    void onlyTheGivenAttributesChangeAndAnEmptyOneGoes() {
        String ada = idOf(ADA);

        assertThat(editable().update(ada, Map.of("surname", "King", "phone", "")))
                .isTrue();

        Map<String, String> attributes = store().attributesOf(ada).orElseThrow();
        assertThat(attributes).containsEntry("surname", "King").containsEntry("email", "ada@example.org");
        assertThat(attributes.getOrDefault("phone", "")).isEmpty();
        assertThat(store().passwordMatches(ada, Secret.of(ADA.password()))).isTrue();
    }

    @Test
    void anotherPasswordTakesThePlaceOfTheOne() {
        String ada = idOf(ADA);

        assertThat(editable().setPassword(ada, PASSWORD)).isTrue();

        assertThat(store().passwordMatches(ada, PASSWORD)).isTrue();
        assertThat(store().passwordMatches(ada, Secret.of(ADA.password()))).isFalse();
        assertThat(found(Map.of(), 100).toString()).doesNotContain(PASSWORD.reveal());
    }

    @Test
    void whoIsDeletedIsGone() {
        String ben = idOf(BEN);

        assertThat(editable().delete(ben)).isTrue();

        assertThat(store().withLogin(BEN.login())).isEmpty();
        assertThat(store().attributesOf(ben)).isEmpty();
        assertThat(store().passwordMatches(ben, Secret.of(BEN.password()))).isFalse();
        assertThat(editable().delete(ben)).isFalse();
    }

    @Test
    void whomNobodyKnowsNobodyChanges() {
        assertThat(editable().update("unknown", Map.of("surname", "King"))).isFalse();
        assertThat(editable().setPassword("unknown", PASSWORD)).isFalse();
        assertThat(editable().delete("unknown")).isFalse();
        assertThat(found(Map.of(), 100)).hasSize(PEOPLE.size());
    }

    @Test
    void aClosedStoreTakesNothing() {
        EditableUserStore editable = editable();
        String ada = idOf(ADA);
        editable.close();

        assertThatThrownBy(() -> editable.add(EVE)).isInstanceOf(UserStoreUnavailableException.class);
        assertThatThrownBy(() -> editable.update(ada, EVE)).isInstanceOf(UserStoreUnavailableException.class);
        assertThatThrownBy(() -> editable.setPassword(ada, PASSWORD)).isInstanceOf(UserStoreUnavailableException.class);
        assertThatThrownBy(() -> editable.delete(ada)).isInstanceOf(UserStoreUnavailableException.class);
    }
}
