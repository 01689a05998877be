package org.symbolon.command.serviceid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.RefusalMatcher.refusal;
import static org.symbolon.command.support.RefusalMatcher.tooLong;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.symbolon.events.serviceid.ServiceidCreated;
import org.symbolon.events.serviceid.ServiceidDeleted;
import org.symbolon.events.serviceid.ServiceidDescribed;

class ServiceidCommandsTest {

    private final AggregateTestFixture<Serviceid> fixture = new AggregateTestFixture<>(Serviceid.class);

    ServiceidCommandsTest() {
        fixture.registerAnnotatedCommandHandler(new ServiceidCommands(fixture.getRepository(), () -> 7));
    }

    @Test
    void oneIsCreated() {
        fixture.givenNoPriorActivity()
                .when(new SaveServiceid("one", "text"))
                .expectEvents(new ServiceidCreated("one", 7, "text"))
                .expectResultMessagePayload(7)
                .expectState(found -> assertThat(found.present()).isTrue());
    }

    @Test
    void aNewOneWithoutDescriptionHasAnEmptyOne() {
        fixture.givenNoPriorActivity()
                .when(new SaveServiceid("one", null))
                .expectEvents(new ServiceidCreated("one", 7, ""));
    }

    @Test
    void oneThatExistsIsDescribedAnewAndKeepsItsNumber() {
        fixture.given(new ServiceidCreated("one", 3, "text"))
                .when(new SaveServiceid("one", "other"))
                .expectEvents(new ServiceidDescribed("one", 3, "other"))
                .expectResultMessagePayload(3);
    }

    @Test
    void aDescriptionThatIsNotGivenIsTakenAway() {
        fixture.given(new ServiceidCreated("one", 3, "text"))
                .when(new SaveServiceid("one", null))
                .expectEvents(new ServiceidDescribed("one", 3, null));
    }

    @Test
    void namesInAnotherCaseAreOthers() {
        fixture.givenNoPriorActivity()
                .when(new SaveServiceid("ONE", ""))
                .expectEvents(new ServiceidCreated("ONE", 7, ""));
    }

    @Test
    void oneIsDeleted() {
        fixture.given(new ServiceidCreated("one", 3, "text"))
                .when(new DeleteServiceid("one"))
                .expectEvents(new ServiceidDeleted("one", 3))
                .expectResultMessagePayload(1)
                .expectState(found -> assertThat(found.present()).isFalse());
    }

    @Test
    void aNameIsGivenAgainWithAnotherNumber() {
        fixture.given(new ServiceidCreated("one", 3, "text"), new ServiceidDeleted("one", 3))
                .when(new SaveServiceid("one", "new"))
                .expectEvents(new ServiceidCreated("one", 7, "new"))
                .expectResultMessagePayload(7);
    }

    @Test
    void whatDoesNotExistIsNotDeleted() {
        fixture.givenNoPriorActivity()
                .when(new DeleteServiceid("one"))
                .expectNoEvents()
                .expectException(refusal(601, "The requested Serviceid could not be found."));
        fixture.given(new ServiceidCreated("one", 3, "text"), new ServiceidDeleted("one", 3))
                .when(new DeleteServiceid("one"))
                .expectException(refusal(601, "The requested Serviceid could not be found."));
    }

    @Test
    void whatNoColumnTakesIsRefused() {
        fixture.givenNoPriorActivity()
                .when(new SaveServiceid("n".repeat(245 + 1), ""))
                .expectException(tooLong("name", 245));
        fixture.givenNoPriorActivity()
                .when(new SaveServiceid("one", "d".repeat(2001)))
                .expectException(tooLong("description", 2000));
    }
}
