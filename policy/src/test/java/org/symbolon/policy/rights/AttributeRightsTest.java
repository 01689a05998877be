package org.symbolon.policy.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttributeRightsTest {

    private final AttributeRights rights = new AttributeRights(
            Map.of("hair", List.of("red", "grey"), "shoe", List.of("*"), "*", List.of("none")), List.of("hair"));

    @Test
    void anAttributeMayBeSetToTheValuesThatAreNamed() {
        assertThat(rights.maySet("hair", "red")).isTrue();
        assertThat(rights.maySet("hair", "grey")).isTrue();
        assertThat(rights.maySet("hair", "blue")).isFalse();
        assertThat(rights.maySet("Hair", "red")).isFalse();
    }

    @Test
    void aStarStandsForAnyValueOrAnyAttribute() {
        assertThat(rights.maySet("shoe", "42")).isTrue();
        assertThat(rights.maySet("hat", "none")).isTrue();
        assertThat(rights.maySet("hair", "none")).isTrue();
        assertThat(rights.maySet("hat", "tall")).isFalse();
        assertThat(new AttributeRights(Map.of("*", List.of("*")), List.of()).maySet("hat", "tall"))
                .isTrue();
    }

    @Test
    void whatIsNamedMayBeDeleted() {
        assertThat(rights.mayDelete("hair")).isTrue();
        assertThat(rights.mayDelete("shoe")).isFalse();
        assertThat(new AttributeRights(Map.of(), List.of("*")).mayDelete("shoe"))
                .isTrue();
    }

    @Test
    void withoutAPolicyNothingIsAllowed() {
        assertThat(AttributeRights.NONE.maySet("hair", "red")).isFalse();
        assertThat(AttributeRights.NONE.mayDelete("hair")).isFalse();
    }
}
