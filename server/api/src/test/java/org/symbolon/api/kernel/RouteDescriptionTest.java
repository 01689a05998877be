package org.symbolon.api.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RouteDescriptionTest {

    private final Route route = Route.open("POST", "/some/<name>", request -> Reply.value(true))
            .does("Does something.")
            .takes("name", Shape.text("Its name."))
            .takes("option.<key>", Shape.text("An option."));

    @Test
    void aParameterIsKnownByItsNameOrByOneThatStandsForMany() {
        RouteDescription description = route.description();

        assertThat(description.knows("name")).isTrue();
        assertThat(description.knows("option.a.b")).isTrue();
        assertThat(description.knows("option")).isFalse();
        assertThat(description.knows("optionXa")).isFalse();
        assertThat(description.knows("other")).isFalse();
    }

    @Test
    void parametersStayInTheirOrder() {
        assertThat(route.takes(Shape.fields("").with("b", Shape.text("B.")).with("a", Shape.text("A.")))
                        .description()
                        .parameters()
                        .keySet())
                .containsExactly("name", "option.<key>", "b", "a");
    }

    @Test
    void noParameterIsDescribedTwice() {
        assertThatThrownBy(() -> route.takes("name", Shape.text("Again."))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theSameAtAnotherPathKeepsItsDescription() {
        Route other = route.at("/other");

        assertThat(other.template()).isEqualTo("/other");
        assertThat(other.description()).isEqualTo(route.description());
    }
}
