package org.symbolon.command.serviceid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.RefusalMatcher.tooLong;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.command.definition.DefinitionContractTest;
import org.symbolon.command.definition.DefinitionSample;
import org.symbolon.command.definition.Definitions;
import org.symbolon.events.serviceid.ServiceidCreated;
import org.symbolon.events.serviceid.ServiceidDeleted;
import org.symbolon.events.serviceid.ServiceidDescribed;

class ServiceidCommandsTest extends DefinitionContractTest<Serviceid> {

    ServiceidCommandsTest() {
        super(Serviceid.class);
        fixture.registerAnnotatedCommandHandler(
                new ServiceidCommands(new Definitions<>(Serviceid.KIND, fixture.getRepository(), () -> 7)));
    }

    @Override
    protected DefinitionSample sample() {
        return new DefinitionSample(
                new ServiceidCreated("one", 3, "text"),
                name -> new SaveServiceid(name, null),
                new ServiceidDescribed("one", 3, null),
                new ServiceidCreated("one", 7, ""),
                new DeleteServiceid("one"),
                new ServiceidDeleted("one", 3),
                List.of(),
                "Serviceid",
                "name",
                245);
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
    void oneThatExistsIsDescribedAnewAndKeepsItsNumber() {
        fixture.given(new ServiceidCreated("one", 3, "text"))
                .when(new SaveServiceid("one", "other"))
                .expectEvents(new ServiceidDescribed("one", 3, "other"))
                .expectResultMessagePayload(3);
    }

    @Test
    void namesInAnotherCaseAreOthers() {
        fixture.givenNoPriorActivity()
                .when(new SaveServiceid("ONE", ""))
                .expectEvents(new ServiceidCreated("ONE", 7, ""));
    }

    @Test
    void whatNoColumnTakesIsRefused() {
        fixture.givenNoPriorActivity()
                .when(new SaveServiceid("one", "d".repeat(2001)))
                .expectException(tooLong("description", 2000));
    }
}
