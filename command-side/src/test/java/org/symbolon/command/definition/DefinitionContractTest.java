package org.symbolon.command.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.RefusalMatcher.refusal;
import static org.symbolon.command.support.RefusalMatcher.tooLong;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;
import org.symbolon.command.support.FakeVault;

/** What holds for definitions of every kind; the test of a kind brings a sample, and adds what is special. */
public abstract class DefinitionContractTest<D> {

    protected final AggregateTestFixture<D> fixture;
    protected final FakeVault vault = new FakeVault();

    protected DefinitionContractTest(Class<D> aggregate) {
        fixture = new AggregateTestFixture<>(aggregate);
    }

    protected abstract DefinitionSample sample();

    @Test
    void aNewOneGetsANumber() {
        fixture.givenNoPriorActivity().when(sample().save()).expectEvents(sample().madeAnew());
    }

    @Test
    void oneThatExistsKeepsItsNumber() {
        fixture.given(sample().made()).when(sample().save()).expectEvents(sample().changed());
    }

    @Test
    void oneIsDeletedWithItsSecrets() {
        fixture.given(sample().made()).when(sample().delete()).expectEvents(sample().deleted());
        assertThat(vault.forgotten()).containsExactlyElementsOf(sample().keys());
    }

    @Test
    void aNameIsGivenAgainWithAnotherNumberAndNothingOfTheFormer() {
        fixture.given(sample().made(), sample().deleted()).when(sample().save()).expectEvents(sample().madeAnew());
    }

    @Test
    void whatIsNotThereIsNotDeleted() {
        refusesToDelete(fixture.givenNoPriorActivity().when(sample().delete()));
        refusesToDelete(fixture.given(sample().made(), sample().deleted()).when(sample().delete()));
    }

    private void refusesToDelete(ResultValidator<D> result) {
        result.expectNoEvents();
        if (sample().title() != null) {
            result.expectException(refusal(601, "The requested " + sample().title() + " could not be found."));
            return;
        }
        result.expectSuccessfulHandlerExecution();
    }

    @Test
    void aNameThatItsColumnDoesNotTakeIsRefused() {
        int longest = sample().longest();
        fixture.givenNoPriorActivity()
                .when(sample().saveAs().apply("n".repeat(longest + 1)))
                .expectNoEvents()
                .expectException(tooLong(sample().parameter(), longest));
        fixture.givenNoPriorActivity()
                .when(sample().saveAs().apply("n".repeat(longest)))
                .expectSuccessfulHandlerExecution();
    }
}
