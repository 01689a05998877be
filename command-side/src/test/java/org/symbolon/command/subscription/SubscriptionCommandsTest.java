package org.symbolon.command.subscription;

import static org.symbolon.command.support.RefusalMatcher.refusal;
import static org.symbolon.command.support.RefusalMatcher.tooLong;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.symbolon.command.definition.DefinitionContractTest;
import org.symbolon.command.definition.DefinitionSample;
import org.symbolon.command.definition.Definitions;
import org.symbolon.events.subscription.SubscriptionDeleted;
import org.symbolon.events.subscription.SubscriptionParty;
import org.symbolon.events.subscription.SubscriptionRegistered;
import org.symbolon.events.subscription.SubscriptionRenewed;
import org.symbolon.events.subscription.SubscriptionTerms;

class SubscriptionCommandsTest extends DefinitionContractTest<Subscription> {

    private static final SubscriptionParty HOLDER = new SubscriptionParty("h", null, "h@x", "01", null);
    private static final SubscriptionParty ISSUER = new SubscriptionParty("i", null, "i@x", null, null);
    private static final SubscriptionParty NOBODY = new SubscriptionParty(null, null, null, null, null);

    SubscriptionCommandsTest() {
        super(Subscription.class);
        fixture.registerAnnotatedCommandHandler(
                new SubscriptionCommands(new Definitions<>(Subscription.KIND, fixture.getRepository(), () -> 7)));
    }

    @Override
    protected DefinitionSample sample() {
        return new DefinitionSample(
                new SubscriptionRegistered("one", 3, terms(HOLDER, ISSUER)),
                name -> new SaveSubscription(name, terms(HOLDER, ISSUER)),
                new SubscriptionRenewed("one", 3, terms(HOLDER, ISSUER)),
                new SubscriptionRegistered("one", 7, terms(HOLDER, ISSUER)),
                new DeleteSubscription("one"),
                new SubscriptionDeleted("one", 3),
                List.of(),
                null,
                "application",
                80);
    }

    private static SubscriptionTerms terms(SubscriptionParty holder, SubscriptionParty issuer) {
        return new SubscriptionTerms(holder, null, issuer, null, null, null, null, null, null, null);
    }

    private static SubscriptionRegistered registered() {
        return new SubscriptionRegistered("one", 3, terms(HOLDER, ISSUER));
    }

    @Test
    void aFirstSubscriptionIsRegistered() {
        fixture.givenNoPriorActivity()
                .when(new SaveSubscription("one", terms(HOLDER, ISSUER)))
                .expectEvents(new SubscriptionRegistered("one", 7, terms(HOLDER, ISSUER)))
                .expectResultMessagePayload(7);
    }

    @Test
    void aSecondOneRenewsItAndMaySayLess() {
        fixture.given(registered())
                .when(new SaveSubscription("one", terms(NOBODY, NOBODY)))
                .expectEvents(new SubscriptionRenewed("one", 3, terms(NOBODY, NOBODY)))
                .expectResultMessagePayload(3);
    }

    @Test
    void whatIsThereIsDeletedOnce() {
        fixture.given(registered())
                .when(new DeleteSubscription("one"))
                .expectEvents(new SubscriptionDeleted("one", 3))
                .expectResultMessagePayload(1);
        fixture.given(registered(), new SubscriptionDeleted("one", 3))
                .when(new DeleteSubscription("one"))
                .expectNoEvents()
                .expectResultMessagePayload(0);
    }

    private static Stream<Arguments> incomplete() {
        return Stream.of(
                Arguments.of("for_name", terms(new SubscriptionParty(null, null, "h@x", "01", null), ISSUER)),
                Arguments.of("for_email", terms(new SubscriptionParty("h", null, null, "01", null), ISSUER)),
                Arguments.of("for_phone", terms(new SubscriptionParty("h", null, "h@x", null, null), ISSUER)),
                Arguments.of("by_name", terms(HOLDER, new SubscriptionParty(null, null, "i@x", null, null))),
                Arguments.of("by_email", terms(HOLDER, new SubscriptionParty("i", null, null, null, null))));
    }

    @ParameterizedTest
    @MethodSource("incomplete")
    void aFirstSubscriptionMustSayWhoseItIs(String missing, SubscriptionTerms terms) {
        fixture.givenNoPriorActivity()
                .when(new SaveSubscription("one", terms))
                .expectNoEvents()
                .expectException(refusal(101, "The subscription lacks '" + missing + "'."));
    }

    private static Stream<Arguments> withoutParty() {
        return Stream.of(
                Arguments.of("for_name", terms(null, ISSUER)),
                Arguments.of("by_name", terms(HOLDER, null)),
                Arguments.of("for_name", terms(null, null)));
    }

    @ParameterizedTest
    @MethodSource("withoutParty")
    void neitherAFirstNorALaterOneIsWithoutItsParties(String missing, SubscriptionTerms terms) {
        String message = "The subscription lacks '" + missing + "'.";
        fixture.givenNoPriorActivity()
                .when(new SaveSubscription("one", terms))
                .expectNoEvents()
                .expectException(refusal(101, message));
        fixture.given(registered())
                .when(new SaveSubscription("one", terms))
                .expectNoEvents()
                .expectException(refusal(101, message));
    }

    @Test
    void itMustNameItsApplication() {
        fixture.givenNoPriorActivity()
                .when(new SaveSubscription("", terms(HOLDER, ISSUER)))
                .expectException(refusal(101, "The subscription lacks 'application'."));
    }

    private static SubscriptionParty party(int place, int length) {
        String[] texts = new String[5];
        texts[place] = "x".repeat(length);
        return new SubscriptionParty(texts[0], texts[1], texts[2], texts[3], texts[4]);
    }

    private static SubscriptionTerms more(String comment, String level, String signature) {
        return new SubscriptionTerms(NOBODY, comment, NOBODY, null, null, null, null, null, level, signature);
    }

    private static Stream<Arguments> tooLongOnes() {
        return Stream.of(
                Arguments.of("for_name", 80, terms(party(0, 81), NOBODY)),
                Arguments.of("for_address", 128, terms(party(1, 129), NOBODY)),
                Arguments.of("for_email", 128, terms(party(2, 129), NOBODY)),
                Arguments.of("for_phone", 50, terms(party(3, 51), NOBODY)),
                Arguments.of("for_url", 80, terms(party(4, 81), NOBODY)),
                Arguments.of("by_name", 50, terms(NOBODY, party(0, 51))),
                Arguments.of("by_address", 128, terms(NOBODY, party(1, 129))),
                Arguments.of("by_email", 128, terms(NOBODY, party(2, 129))),
                Arguments.of("by_phone", 50, terms(NOBODY, party(3, 51))),
                Arguments.of("by_url", 80, terms(NOBODY, party(4, 81))),
                Arguments.of("for_comment", 255, more("x".repeat(256), null, null)),
                Arguments.of("level", 80, more(null, "x".repeat(81), null)),
                Arguments.of("signature", 640, more(null, null, "x".repeat(641))));
    }

    @ParameterizedTest
    @MethodSource("tooLongOnes")
    void whatNoColumnTakesIsRefused(String name, int most, SubscriptionTerms terms) {
        fixture.given(registered())
                .when(new SaveSubscription("one", terms))
                .expectNoEvents()
                .expectException(tooLong(name, most));
    }
}
