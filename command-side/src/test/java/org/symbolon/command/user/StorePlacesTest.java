package org.symbolon.command.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;

class StorePlacesTest {

    private final StorePlaces places = new StorePlaces(2, 3);

    @Test
    void noMoreThanSoManyWaitForOneStore() {
        String answer = places.ask(
                "slow",
                () -> places.ask("slow", () -> {
                    assertThatThrownBy(() -> places.ask("slow", () -> "third"))
                            .isInstanceOf(UserStoreUnavailableException.class)
                            .hasMessage("The user store of the resolver slow keeps too many waiting");
                    return places.ask("other", () -> "found");
                }));

        assertThat(answer).isEqualTo("found");
    }

    @Test
    void noMoreThanSoManyWaitForAllOfThem() {
        places.ask(
                "one",
                () -> places.ask(
                        "two",
                        () -> places.ask("three", () -> {
                            assertThatThrownBy(() -> places.ask("four", () -> "fourth"))
                                    .isInstanceOf(UserStoreUnavailableException.class);
                            return "third";
                        })));
    }

    @Test
    void aPlaceIsFreeAgainWhateverCameOfTheQuestion() {
        for (int attempt = 0; attempt < 10; attempt++) {
            assertThatThrownBy(() -> places.ask("one", () -> {
                        throw new IllegalStateException("broken");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(places.ask("one", () -> "well")).isEqualTo("well");
    }
}
