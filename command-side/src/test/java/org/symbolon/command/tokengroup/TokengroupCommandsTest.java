package org.symbolon.command.tokengroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.RefusalMatcher.refusal;
import static org.symbolon.command.support.RefusalMatcher.tooLong;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.command.definition.DefinitionContractTest;
import org.symbolon.command.definition.DefinitionSample;
import org.symbolon.command.definition.Definitions;
import org.symbolon.command.tokengroup.port.Tokengroups;
import org.symbolon.events.tokengroup.TokengroupCreated;
import org.symbolon.events.tokengroup.TokengroupDeleted;
import org.symbolon.events.tokengroup.TokengroupDescribed;

class TokengroupCommandsTest extends DefinitionContractTest<Tokengroup> {

    private int tokens;

    TokengroupCommandsTest() {
        super(Tokengroup.class);
        fixture.registerAnnotatedCommandHandler(new TokengroupCommands(
                new Definitions<>(Tokengroup.KIND, fixture.getRepository(), () -> 7), new Members()));
    }

    @Override
    protected DefinitionSample sample() {
        return new DefinitionSample(
                new TokengroupCreated("one", 3, "text"),
                name -> new SaveTokengroup(name, null),
                new TokengroupDescribed("one", 3, null),
                new TokengroupCreated("one", 7, ""),
                new DeleteTokengroup("one"),
                new TokengroupDeleted("one", 3),
                List.of(),
                "Tokengroup",
                "groupname",
                244);
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
    void oneThatExistsIsDescribedAnewAndKeepsItsNumber() {
        fixture.given(new TokengroupCreated("one", 3, "text"))
                .when(new SaveTokengroup("one", "other"))
                .expectEvents(new TokengroupDescribed("one", 3, "other"))
                .expectResultMessagePayload(3);
    }

    @Test
    void namesInAnotherCaseAreOthers() {
        fixture.givenNoPriorActivity()
                .when(new SaveTokengroup("ONE", ""))
                .expectEvents(new TokengroupCreated("ONE", 7, ""));
    }

    @Test
    void whatNoColumnTakesIsRefused() {
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
