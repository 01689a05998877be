package org.symbolon.command.token;

import static org.symbolon.command.support.EnrolledToken.SERIAL;
import static org.symbolon.command.support.EnrolledToken.hotp;
import static org.symbolon.command.support.RefusalMatcher.refusal;
import static org.symbolon.command.support.RefusalMatcher.tokenLocked;
import static org.symbolon.command.support.RefusalMatcher.tokenNotFound;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.symbolon.command.tokengroup.port.Tokengroups;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.events.token.TokenGroupsReplaced;
import org.symbolon.events.token.TokenJoinedGroup;
import org.symbolon.events.token.TokenLeftGroup;
import org.symbolon.events.token.TokenRevoked;

class TokenGroupCommandsTest {

    private static final String NO_GROUP = "The tokengroup does not exist.";

    private final AggregateTestFixture<Token> fixture = new AggregateTestFixture<>(Token.class);
    private final KnownGroups groups = new KnownGroups();

    TokenGroupCommandsTest() {
        fixture.registerAnnotatedCommandHandler(
                new TokenGroupCommands(new Tokens(fixture.getRepository(), owner -> {}), groups));
    }

    private TestExecutor<Token> enrolled(Object... more) {
        return fixture.given(hotp().fact()).andGiven(more);
    }

    @Test
    void aTokenJoinsAGroup() {
        enrolled()
                .when(new JoinTokenGroup(SERIAL, "staff"))
                .expectEvents(new TokenJoinedGroup(SERIAL, 1, "staff"))
                .expectResultMessagePayload(1);
    }

    @Test
    void anUnknownGroupHasNoDoor() {
        enrolled().when(new JoinTokenGroup(SERIAL, "Staff")).expectException(refusal(601, NO_GROUP));
        enrolled().when(new LeaveTokenGroup(SERIAL, "Staff")).expectException(refusal(601, NO_GROUP));
    }

    @Test
    void nobodyJoinsTwice() {
        groups.members = Set.of("staff");
        enrolled().when(new JoinTokenGroup(SERIAL, "staff")).expectNoEvents().expectException(refusal(601, NO_GROUP));
    }

    @Test
    void whoeverWantsATokenInAGroupInAnyCaseIsContentIfItIs() {
        groups.members = Set.of("staff");
        enrolled()
                .when(new JoinTokenGroup(SERIAL, "staff", true))
                .expectNoEvents()
                .expectResultMessagePayload(1);
        enrolled().when(new JoinTokenGroup(SERIAL, "Staff", true)).expectException(refusal(601, NO_GROUP));
    }

    @Test
    void aTokenLeavesAGroup() {
        groups.members = Set.of("staff");
        enrolled()
                .when(new LeaveTokenGroup(SERIAL, "staff"))
                .expectEvents(new TokenLeftGroup(SERIAL, 1, "staff"))
                .expectResultMessagePayload(1);
    }

    @Test
    void leavingAGroupFromOutsideChangesNothing() {
        enrolled().when(new LeaveTokenGroup(SERIAL, "staff")).expectNoEvents().expectResultMessagePayload(1);
    }

    @Test
    void groupsAreReplacedByThoseThatExist() {
        enrolled()
                .when(new ReplaceTokenGroups(SERIAL, List.of("vpn", "nosuch", "staff", "vpn")))
                .expectEvents(new TokenGroupsReplaced(SERIAL, 1, List.of("vpn", "staff")))
                .expectResultMessagePayload(1);
    }

    @Test
    void aTokenIsInNoMoreGroupsThanOneEventCanName() {
        List<String> many = IntStream.range(0, 1001).mapToObj(i -> "g" + i).toList();
        groups.known.addAll(many);
        enrolled()
                .when(new ReplaceTokenGroups(SERIAL, many))
                .expectException(refusal(905, "A token can be in 1000 groups at most"));
    }

    private static Stream<Object> commands() {
        return Stream.of(
                new JoinTokenGroup(SERIAL, "staff"),
                new LeaveTokenGroup(SERIAL, "vpn"),
                new ReplaceTokenGroups(SERIAL, List.of()));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aRevokedTokenStaysWhereItIs(Object command) {
        groups.members = Set.of("vpn");
        enrolled(new TokenRevoked(SERIAL, 1)).when(command).expectNoEvents().expectException(tokenLocked());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aTokenThatIsGoneHasNoGroups(Object command) {
        enrolled(new TokenDeleted(SERIAL, 1)).when(command).expectNoEvents().expectException(tokenNotFound());
    }

    private static final class KnownGroups implements Tokengroups {

        private final Set<String> known = Stream.of("staff", "vpn").collect(Collectors.toCollection(TreeSet::new));
        private Set<String> members = Set.of();

        @Override
        public boolean exists(String group) {
            return known.contains(group);
        }

        @Override
        public int tokensIn(String group) {
            return members.contains(group) ? 1 : 0;
        }

        @Override
        public boolean hasMember(String group, String serial) {
            return members.contains(group) && serial.equals(SERIAL);
        }
    }
}
