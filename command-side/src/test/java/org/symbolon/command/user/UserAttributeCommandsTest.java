package org.symbolon.command.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.RefusalMatcher.refusal;
import static org.symbolon.command.support.RefusalMatcher.tooLong;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.symbolon.events.user.UserAttributeDeleted;
import org.symbolon.events.user.UserAttributeSet;
import org.symbolon.events.user.UserKey;

class UserAttributeCommandsTest {

    private static final UserKey EMMA = new UserKey(4, "staff", "1000");

    private final AggregateTestFixture<UserAttributes> fixture = new AggregateTestFixture<>(UserAttributes.class);

    UserAttributeCommandsTest() {
        fixture.registerAnnotatedCommandHandler(new UserAttributeCommands(fixture.getRepository(), () -> 7));
    }

    @Test
    void aNewAttributeGetsANumber() {
        fixture.givenNoPriorActivity()
                .when(new SetUserAttribute(EMMA, "hair", "red", "colour"))
                .expectEvents(new UserAttributeSet(EMMA, 7, "hair", "red", "colour"))
                .expectResultMessagePayload(7);
    }

    @Test
    void anAttributeThatIsSetAgainKeepsItsNumber() {
        fixture.given(new UserAttributeSet(EMMA, 3, "hair", "red", ""))
                .when(new SetUserAttribute(EMMA, "hair", "grey", "colour"))
                .expectEvents(new UserAttributeSet(EMMA, 3, "hair", "grey", "colour"))
                .expectResultMessagePayload(3);
    }

    @Test
    void anotherAttributeOfTheUserGetsAnotherNumber() {
        fixture.given(new UserAttributeSet(EMMA, 3, "hair", "red", ""))
                .when(new SetUserAttribute(EMMA, "Hair", "", ""))
                .expectEvents(new UserAttributeSet(EMMA, 7, "Hair", "", ""))
                .expectResultMessagePayload(7);
    }

    @Test
    void anAttributeIsDeleted() {
        fixture.given(new UserAttributeSet(EMMA, 3, "hair", "red", ""), new UserAttributeSet(EMMA, 4, "shoe", "42", ""))
                .when(new DeleteUserAttribute(EMMA, "hair"))
                .expectEvents(new UserAttributeDeleted(EMMA, 3, "hair"))
                .expectResultMessagePayload(1);
    }

    @Test
    void whatIsNotThereIsNotDeleted() {
        fixture.givenNoPriorActivity()
                .when(new DeleteUserAttribute(EMMA, "hair"))
                .expectNoEvents()
                .expectResultMessagePayload(0);
        fixture.given(new UserAttributeSet(EMMA, 3, "hair", "red", ""), new UserAttributeDeleted(EMMA, 3, "hair"))
                .when(new DeleteUserAttribute(EMMA, "hair"))
                .expectNoEvents()
                .expectResultMessagePayload(0);
    }

    @Test
    void anAttributeThatComesBackIsAnother() {
        fixture.given(new UserAttributeSet(EMMA, 3, "hair", "red", ""), new UserAttributeDeleted(EMMA, 3, "hair"))
                .when(new SetUserAttribute(EMMA, "hair", "red", ""))
                .expectEvents(new UserAttributeSet(EMMA, 7, "hair", "red", ""))
                .expectResultMessagePayload(7);
    }

    @Test
    void whatNoColumnTakesIsRefused() {
        fixture.givenNoPriorActivity()
                .when(new SetUserAttribute(EMMA, "k".repeat(256), "", ""))
                .expectException(tooLong("key", 255));
        fixture.givenNoPriorActivity()
                .when(new SetUserAttribute(EMMA, "hair", "", "t".repeat(101)))
                .expectException(tooLong("type", 100));
        fixture.givenNoPriorActivity()
                .when(new SetUserAttribute(new UserKey(4, "staff", "u".repeat(321)), "hair", "", ""))
                .expectException(tooLong("user", 320));
        fixture.givenNoPriorActivity()
                .when(new SetUserAttribute(EMMA, "", "red", ""))
                .expectNoEvents()
                .expectException(refusal(905, "Parameter 'key' must not be empty"));
    }

    @Test
    void theLongestValuesAreTaken() {
        UserKey user = new UserKey(4, "r".repeat(120), "ü".repeat(320));
        String value = "v".repeat(100_000);
        fixture.givenNoPriorActivity()
                .when(new SetUserAttribute(user, "k".repeat(255), value, "t".repeat(100)))
                .expectEvents(new UserAttributeSet(user, 7, "k".repeat(255), value, "t".repeat(100)));
    }

    @Test
    void everyUserOfARealmHasAnIdentifierOfHisOwn() {
        Set<String> identifiers = Stream.of(
                        EMMA,
                        new UserKey(5, "staff", "1000"),
                        new UserKey(4, "Staff", "1000"),
                        new UserKey(4, "staff", "1001"),
                        new UserKey(41, "staff", "000"),
                        new UserKey(4, "staff1", "000"))
                .map(UserAttributes::idOf)
                .collect(Collectors.toSet());

        assertThat(identifiers).hasSize(6).allMatch(identifier -> identifier.length() <= 255);
        assertThat(UserAttributes.idOf(new UserKey(4, "staff", "1000"))).isEqualTo(UserAttributes.idOf(EMMA));
    }
}
