package org.symbolon.command.tokengroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.RefusalMatcher.refusal;
import static org.symbolon.command.support.RefusalMatcher.tooLong;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.symbolon.command.tokengroup.port.Tokengroups;
import org.symbolon.events.tokengroup.TokengroupCreated;
import org.symbolon.events.tokengroup.TokengroupDeleted;
import org.symbolon.events.tokengroup.TokengroupDescribed;

class TokengroupCommandsTest {

    private final AggregateTestFixture<Tokengroup> fixture = new AggregateTestFixture<>(Tokengroup.class);
    private int tokens;

    TokengroupCommandsTest() {
        fixture.registerAnnotatedCommandHandler(
                new TokengroupCommands(fixture.getRepository(), new Members(), () -> 7));
    }

    @Test
    void oneIsCreated() {
        fixture.givenNoPriorActivity()
                .when(new SaveTokengroup("one", "text"))
                .expectEvents(new TokengroupCreated("one", 7, "text"))
                .expectResultMessagePayload(7)
                .expectState(found -> assertThat(found.present()).isTrue());
    }

    @Test
    void aNewOneWithoutDescriptionHasAnEmptyOne() {
        fixture.givenNoPriorActivity()
                .when(new SaveTokengroup("one", null))
                .expectEvents(new TokengroupCreated("one", 7, ""));
    }

    @Test
    void oneThatExistsIsDescribedAnewAndKeepsItsNumber() {
        fixture.given(new TokengroupCreated("one", 3, "text"))
                .when(new SaveTokengroup("one", "other"))
                .expectEvents(new TokengroupDescribed("one", 3, "other"))
                .expectResultMessagePayload(3);
    }

    @Test
    void aDescriptionThatIsNotGivenIsTakenAway() {
        fixture.given(new TokengroupCreated("one", 3, "text"))
                .when(new SaveTokengroup("one", null))
                .expectEvents(new TokengroupDescribed("one", 3, null));
    }

    @Test
    void namesInAnotherCaseAreOthers() {
        fixture.givenNoPriorActivity()
                .when(new SaveTokengroup("ONE", ""))
                .expectEvents(new TokengroupCreated("ONE", 7, ""));
    }

    @Test
    void oneIsDeleted() {
        fixture.given(new TokengroupCreated("one", 3, "text"))
                .when(new DeleteTokengroup("one"))
                .expectEvents(new TokengroupDeleted("one", 3))
                .expectResultMessagePayload(1)
                .expectState(found -> assertThat(found.present()).isFalse());
    }

    @Test
    void aNameIsGivenAgainWithAnotherNumber() {
        fixture.given(new TokengroupCreated("one", 3, "text"), new TokengroupDeleted("one", 3))
                .when(new SaveTokengroup("one", "new"))
                .expectEvents(new TokengroupCreated("one", 7, "new"))
                .expectResultMessagePayload(7);
    }

    @Test
    void whatDoesNotExistIsNotDeleted() {
        fixture.givenNoPriorActivity()
                .when(new DeleteTokengroup("one"))
                .expectNoEvents()
                .expectException(refusal(601, "The requested Tokengroup could not be found."));
        fixture.given(new TokengroupCreated("one", 3, "text"), new TokengroupDeleted("one", 3))
                .when(new DeleteTokengroup("one"))
                .expectException(refusal(601, "The requested Tokengroup could not be found."));
    }

    @Test
    void whatNoColumnTakesIsRefused() {
        fixture.givenNoPriorActivity()
                .when(new SaveTokengroup("n".repeat(244 + 1), ""))
                .expectException(tooLong("groupname", 244));
        fixture.givenNoPriorActivity()
                .when(new SaveTokengroup("one", "d".repeat(2001)))
                .expectException(tooLong("description", 2000));
    }

    @Test
    void aGroupWithTokensStays() {
        tokens = 2;
        fixture.given(new TokengroupCreated("one", 3, "text"))
                .when(new DeleteTokengroup("one"))
                .expectNoEvents()
                .expectException(refusal(10, "The tokengroup with name one still has 2 tokens assigned."));
    }

    private final class Members implements Tokengroups {

        @Override
        public boolean exists(String group) {
            return true;
        }

        @Override
        public int tokensIn(String group) {
            return tokens;
        }

        @Override
        public boolean hasMember(String group, String serial) {
            return false;
        }
    }
}
