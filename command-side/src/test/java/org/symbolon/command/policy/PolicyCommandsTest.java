package org.symbolon.command.policy;

import static org.symbolon.command.support.RefusalMatcher.refusal;
import static org.symbolon.command.support.RefusalMatcher.tooLong;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.policy.SavePolicy.Further;
import org.symbolon.command.shared.Imported;
import org.symbolon.events.policy.PolicyAction;
import org.symbolon.events.policy.PolicyChanged;
import org.symbolon.events.policy.PolicyCondition;
import org.symbolon.events.policy.PolicyConditionsReplaced;
import org.symbolon.events.policy.PolicyCreated;
import org.symbolon.events.policy.PolicyDeleted;
import org.symbolon.events.policy.PolicyDisabled;
import org.symbolon.events.policy.PolicyEnabled;
import org.symbolon.events.policy.PolicyTerms;

class PolicyCommandsTest {

    private static final int NEW_NUMBER = 7;
    private static final List<PolicyAction> ACTIONS = List.of(new PolicyAction("otppin", "none"));
    private static final PolicyCondition CONDITION = new PolicyCondition("userinfo", "a", "equals", "1", true);
    private static final PolicyTerms FULL = new PolicyTerms(
            "authentication",
            ACTIONS,
            List.of("realm1"),
            List.of("super"),
            List.of("alice"),
            List.of("passwd"),
            List.of("node1"),
            List.of("user1"),
            List.of("10.0.0.0/8"),
            "Mon: 8-18",
            true,
            3);

    private final AggregateTestFixture<Policy> fixture = new AggregateTestFixture<>(Policy.class);

    PolicyCommandsTest() {
        fixture.registerAnnotatedCommandHandler(new PolicyCommands(fixture.getRepository(), () -> NEW_NUMBER));
    }

    private static SavePolicy save(String name, PolicyTerms terms, PolicyCondition... conditions) {
        return save(name, true, terms, Optional.of(List.of(conditions)));
    }

    private static SavePolicy save(
            String name, boolean active, PolicyTerms terms, Optional<List<PolicyCondition>> conditions) {
        Further further = new Further(
                Optional.of(terms.adminRealms()),
                Optional.of(terms.adminUsers()),
                Optional.of(terms.resolvers()),
                Optional.of(terms.nodes()),
                Optional.of(terms.users()),
                Optional.of(terms.clients()),
                Optional.of(terms.time()),
                conditions);
        return save(name, active, terms, further);
    }

    private static SavePolicy save(String name, boolean active, PolicyTerms terms, Further further) {
        return new SavePolicy(
                name,
                active,
                terms.checkAllResolvers(),
                terms.priority(),
                terms.scope(),
                terms.actions(),
                terms.realms(),
                further);
    }

    private static PolicyTerms terms(List<PolicyAction> actions, List<String> clients, String time, int priority) {
        List<String> none = List.of();
        return new PolicyTerms("user", actions, none, none, none, none, none, none, clients, time, false, priority);
    }

    private static PolicyTerms plain() {
        return terms(ACTIONS, List.of(), "", 1);
    }

    private static PolicyCreated created(boolean active, PolicyTerms terms, PolicyCondition... conditions) {
        return new PolicyCreated("p1", 3, active, terms, List.of(conditions));
    }

    @Test
    void aPolicyIsCreated() {
        fixture.givenNoPriorActivity()
                .when(save("p1", FULL, CONDITION))
                .expectEvents(new PolicyCreated("p1", NEW_NUMBER, true, FULL, List.of(CONDITION)))
                .expectResultMessagePayload(NEW_NUMBER);
    }

    @Test
    void whatIsNotGivenIsEmptyInANewPolicy() {
        fixture.givenNoPriorActivity()
                .when(save("p1", false, plain(), Further.none()))
                .expectEvents(new PolicyCreated("p1", NEW_NUMBER, false, plain(), List.of()));
    }

    @Test
    void whatIsNotGivenStaysInAPolicyThatExists() {
        fixture.given(created(true, FULL, CONDITION))
                .when(save("p1", true, plain(), Further.none()))
                .expectEvents(new PolicyChanged(
                        "p1",
                        3,
                        new PolicyTerms(
                                "user",
                                ACTIONS,
                                List.of(),
                                FULL.adminRealms(),
                                FULL.adminUsers(),
                                FULL.resolvers(),
                                FULL.nodes(),
                                FULL.users(),
                                FULL.clients(),
                                FULL.time(),
                                false,
                                1)))
                .expectResultMessagePayload(3);
    }

    @Test
    void eachKindOfChangeIsAFactOfItsOwn() {
        fixture.given(created(true, FULL))
                .when(save("p1", false, plain(), Optional.of(List.of(CONDITION))))
                .expectEvents(
                        new PolicyChanged("p1", 3, plain()),
                        new PolicyConditionsReplaced("p1", 3, List.of(CONDITION)),
                        new PolicyDisabled("p1", 3));
    }

    @Test
    void nothingHappensWhenNothingChanges() {
        fixture.given(created(true, FULL, CONDITION))
                .when(save("p1", FULL, CONDITION))
                .expectNoEvents()
                .expectResultMessagePayload(3);
    }

    @Test
    void savingADisabledPolicyBringsItIntoUseUnlessToldOtherwise() {
        fixture.given(created(false, plain()))
                .when(save("p1", true, plain(), Further.none()))
                .expectEvents(new PolicyEnabled("p1", 3));
        fixture.given(created(false, plain()))
                .when(save("p1", false, plain(), Further.none()))
                .expectNoEvents();
    }

    @Test
    void aPolicyIsDisabledAndEnabledAndKeepsWhatItSays() {
        fixture.given(created(true, FULL))
                .when(new DisablePolicy("p1"))
                .expectEvents(new PolicyDisabled("p1", 3))
                .expectResultMessagePayload(3);
        fixture.given(created(true, FULL), new PolicyDisabled("p1", 3))
                .when(new EnablePolicy("p1"))
                .expectEvents(new PolicyEnabled("p1", 3))
                .expectResultMessagePayload(3);
        fixture.given(created(true, FULL)).when(new EnablePolicy("p1")).expectNoEvents();
        fixture.given(created(false, FULL)).when(new DisablePolicy("p1")).expectNoEvents();
    }

    @Test
    void aPolicyIsDeletedAndItsNameCanBeGivenAgain() {
        fixture.given(created(true, FULL, CONDITION))
                .when(new DeletePolicy("p1"))
                .expectEvents(new PolicyDeleted("p1", 3))
                .expectResultMessagePayload(3);
        fixture.given(created(true, FULL, CONDITION), new PolicyDeleted("p1", 3))
                .when(save("p1", true, plain(), Further.none()))
                .expectEvents(new PolicyCreated("p1", NEW_NUMBER, true, plain(), List.of()));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        for (Object command : List.of(new EnablePolicy("p1"), new DisablePolicy("p1"), new DeletePolicy("p1"))) {
            fixture.givenNoPriorActivity()
                    .when(command)
                    .expectException(refusal(601, "The policy with name 'p1' does not exist"));
            fixture.given(created(true, FULL), new PolicyDeleted("p1", 3))
                    .when(command)
                    .expectNoEvents()
                    .expectException(refusal(601, "The policy with name 'p1' does not exist"));
        }
    }

    @Test
    void severalPoliciesAreImportedTheLastOfAName() {
        fixture.givenNoPriorActivity()
                .when(new ImportPolicies(List.of(save("p1", FULL), save("p1", plain(), CONDITION))))
                .expectEvents(new PolicyCreated("p1", NEW_NUMBER, true, plain(), List.of(CONDITION)))
                .expectResultMessagePayload(new Imported(1, 0, 0));
    }

    @Test
    void aPolicyThatIsThereAsTheFileSaysIsLeftAlone() {
        fixture.given(created(true, FULL))
                .when(new ImportPolicies(List.of(save("p1", FULL))))
                .expectNoEvents()
                .expectResultMessagePayload(new Imported(0, 0, 1));
        fixture.given(created(true, FULL))
                .when(new ImportPolicies(List.of(save("p1", plain()))))
                .expectResultMessagePayload(new Imported(0, 1, 0));
        fixture.given(created(true, FULL), new PolicyDeleted("p1", 3))
                .when(new ImportPolicies(List.of(save("p1", FULL))))
                .expectResultMessagePayload(new Imported(1, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "ä", "a\n", "a,b", ""})
    void aNameOfOtherCharactersIsRefused(String name) {
        refuses(save(name, plain()), 905, "The name of the policy may only contain the characters a-zA-Z0-9_. -");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "CHECK", "edumfa-update-policy-1", "eduMFA-Update-Policy-"})
    void aReservedNameIsRefused(String name) {
        refuses(save(name, plain()), 905, "'" + name + "' is an invalid policy name.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"checks", "my check", "a_b.c-d E9", "edumfa"})
    void otherNamesAreTaken(String name) {
        fixture.givenNoPriorActivity()
                .when(save(name, plain()))
                .expectEvents(new PolicyCreated(name, NEW_NUMBER, true, plain(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "!10.0.0.0/8", "-10.0.0.0/255.0.0.0", "2001:db8::/32", "::1"})
    void clientsAreAddressesAndNetworks(String client) {
        PolicyTerms terms = terms(ACTIONS, List.of(client), "", 1);
        fixture.givenNoPriorActivity()
                .when(save("p1", terms))
                .expectEvents(new PolicyCreated("p1", NEW_NUMBER, true, terms, List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nonsense", "10.0.0.256", "10.0.0.0/33", "10.0.0.0/255.0.255.0", "!!10.0.0.1", "a.example"})
    void whatIsNoClientIsRefused(String client) {
        refuses(save("p1", terms(ACTIONS, List.of("10.0.0.1", client), "", 1)), 302, "Invalid client definition!");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void aPriorityBelowOneIsRefused(int priority) {
        refuses(save("p1", terms(ACTIONS, List.of(), "", priority)), 905, "Priority must be at least 1");
    }

    @Test
    void whatIsLongerThanItsColumnIsRefused() {
        tooLongFor("name", 64, save("n".repeat(65), plain()));
        List<PolicyAction> long1 = List.of(new PolicyAction("a", "v".repeat(1998)), new PolicyAction("b", null));
        tooLongFor("action", 2000, save("p1", terms(long1, List.of(), "", 1)));
        tooLongFor("client", 256, save("p1", terms(ACTIONS, Collections.nCopies(30, "10.0.0.1"), "", 1)));
        tooLongFor("time", 64, save("p1", terms(ACTIONS, List.of(), "t".repeat(65), 1)));
        tooLongFor(
                "scope", 32, new SavePolicy("p1", true, false, 1, "s".repeat(33), ACTIONS, List.of(), Further.none()));
        tooLongFor(
                "realm",
                256,
                new SavePolicy("p1", true, false, 1, "user", ACTIONS, List.of("r".repeat(257)), Further.none()));
    }

    @Test
    void aConditionFitsItsColumns() {
        String text = "t".repeat(256);
        tooLongFor("conditions", 255, save("p1", plain(), new PolicyCondition(text, "k", "c", "v", true)));
        tooLongFor("conditions", 255, save("p1", plain(), new PolicyCondition("s", text, "c", "v", true)));
        tooLongFor("conditions", 255, save("p1", plain(), new PolicyCondition("s", "k", text, "v", true)));
        tooLongFor("conditions", 2000, save("p1", plain(), new PolicyCondition("s", "k", "c", "v".repeat(2001), true)));
        refuses(
                save("p1", true, plain(), Optional.of(Collections.nCopies(1001, CONDITION))),
                905,
                "A policy must not have more than 1000 conditions");
    }

    private void refuses(SavePolicy command, int code, String message) {
        fixture.givenNoPriorActivity().when(command).expectNoEvents().expectException(refusal(code, message));
    }

    private void tooLongFor(String parameter, int most, SavePolicy command) {
        fixture.givenNoPriorActivity().when(command).expectNoEvents().expectException(tooLong(parameter, most));
    }
}
