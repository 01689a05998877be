package org.symbolon.command.admin;

import static org.symbolon.command.support.RefusalMatcher.refusal;
import static org.symbolon.command.support.RefusalMatcher.tooLong;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.events.admin.AdminAdded;
import org.symbolon.events.admin.AdminEmailChanged;
import org.symbolon.events.admin.AdminPasswordChanged;
import org.symbolon.events.admin.AdminRemoved;

class AdminCommandsTest {

    private final AggregateTestFixture<Admin> fixture = new AggregateTestFixture<>(Admin.class);

    AdminCommandsTest() {
        fixture.registerAnnotatedCommandHandler(new AdminCommands(fixture.getRepository()));
    }

    @Test
    void anAdministratorIsAdded() {
        fixture.givenNoPriorActivity()
                .when(new AddAdmin("root", "hash", "root@example.org"))
                .expectEvents(new AdminAdded("root", "hash", "root@example.org"));
    }

    @Test
    void oneWhoIsThereKeepsHisPasswordWhenHeIsAddedAgain() {
        fixture.given(new AdminAdded("root", "hash", "root@example.org"))
                .when(new AddAdmin("root", "other", ""))
                .expectNoEvents()
                .expectException(refusal(
                        302,
                        "There is already an administrator root: `symbolon admin passwd root` changes the password"));
    }

    @Test
    void anAddressIsChanged() {
        fixture.given(new AdminAdded("root", "hash", ""))
                .when(new ChangeAdminEmail("root", "root@example.org"))
                .expectEvents(new AdminEmailChanged("root", "root@example.org"));
    }

    @Test
    void anAddressIsNotChangedToOneLongerThanItsColumn() {
        fixture.given(new AdminAdded("root", "hash", ""))
                .when(new ChangeAdminEmail("root", "e".repeat(256)))
                .expectNoEvents()
                .expectException(tooLong("email", 255));
    }

    @Test
    void whoIsNotThereHasNoAddressToChange() {
        fixture.givenNoPriorActivity()
                .when(new ChangeAdminEmail("root", "root@example.org"))
                .expectNoEvents()
                .expectException(refusal(601, "The administrator root does not exist."));
    }

    @Test
    void oneWhoWasRemovedIsAddedAnew() {
        fixture.given(new AdminAdded("root", "hash", ""), new AdminRemoved("root"))
                .when(new AddAdmin("root", "other", ""))
                .expectEvents(new AdminAdded("root", "other", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void anAdministratorNeedsAName(String name) {
        fixture.givenNoPriorActivity()
                .when(new AddAdmin(name, "hash", ""))
                .expectNoEvents()
                .expectException(refusal(905, "The name of an administrator must not be empty"));
    }

    @Test
    void aNameLongerThanItsColumnIsRefused() {
        fixture.givenNoPriorActivity()
                .when(new AddAdmin("n".repeat(121), "hash", ""))
                .expectNoEvents()
                .expectException(tooLong("username", 120));
    }

    @Test
    void anAddressLongerThanItsColumnIsRefused() {
        fixture.givenNoPriorActivity()
                .when(new AddAdmin("root", "hash", "e".repeat(256)))
                .expectNoEvents()
                .expectException(tooLong("email", 255));
    }

    @Test
    void aPasswordIsChanged() {
        fixture.given(new AdminAdded("root", "hash", ""))
                .when(new ChangeAdminPassword("root", "other"))
                .expectEvents(new AdminPasswordChanged("root", "other"));
    }

    @Test
    void anAdministratorIsRemoved() {
        fixture.given(new AdminAdded("root", "hash", ""))
                .when(new RemoveAdmin("root"))
                .expectEvents(new AdminRemoved("root"));
    }

    @Test
    void nobodyIsRemovedTwice() {
        fixture.given(new AdminAdded("root", "hash", ""), new AdminRemoved("root"))
                .when(new RemoveAdmin("root"))
                .expectNoEvents()
                .expectException(refusal(601, "The administrator root does not exist."));
    }

    @Test
    void whoIsNotThereHasNoPasswordToChange() {
        fixture.givenNoPriorActivity()
                .when(new ChangeAdminPassword("root", "other"))
                .expectNoEvents()
                .expectException(refusal(601, "The administrator root does not exist."));
    }
}
