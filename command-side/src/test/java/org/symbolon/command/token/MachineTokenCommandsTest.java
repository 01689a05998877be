package org.symbolon.command.token;

import static org.symbolon.command.support.EnrolledToken.SERIAL;
import static org.symbolon.command.support.EnrolledToken.hotp;
import static org.symbolon.command.support.RefusalMatcher.refusal;
import static org.symbolon.command.support.RefusalMatcher.tokenLocked;
import static org.symbolon.command.support.RefusalMatcher.tokenNotFound;
import static org.symbolon.command.support.RefusalMatcher.tooLong;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.symbolon.command.machine.MachineAddress;
import org.symbolon.command.machine.application.MachineApplications;
import org.symbolon.command.machine.port.MachineTokens;
import org.symbolon.events.token.AttachedMachine;
import org.symbolon.events.token.MachineTokenAttached;
import org.symbolon.events.token.MachineTokenDetached;
import org.symbolon.events.token.MachineTokenOptionsRemoved;
import org.symbolon.events.token.MachineTokenOptionsSet;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.events.token.TokenRevoked;

class MachineTokenCommandsTest {

    private static final MachineAddress MACHINE = new MachineAddress("hosts", "10.0.0.1");

    private final AggregateTestFixture<Token> fixture = new AggregateTestFixture<>(Token.class);
    private final KnownMachineTokens known = new KnownMachineTokens();

    MachineTokenCommandsTest() {
        fixture.registerAnnotatedCommandHandler(new MachineTokenCommands(
                new Tokens(fixture.getRepository(), owner -> {}), known, MachineApplications.all(), () -> 7));
    }

    private TestExecutor<Token> enrolled(Object... more) {
        return fixture.given(hotp().fact()).andGiven(more);
    }

    private static AttachToken attach(String application, MachineAddress machine, Map<String, String> options) {
        return new AttachToken(SERIAL, application, machine, options);
    }

    private static ChangeMachineTokenOptions change(Map<String, String> options, Integer... numbers) {
        return new ChangeMachineTokenOptions(SERIAL, List.of(numbers), options);
    }

    @Test
    void aTokenIsAttachedToAMachine() {
        Map<String, String> options = Map.of("slot", "3", "anything", "else", "empty", "");
        enrolled()
                .when(attach("luks", MACHINE, options))
                .expectEvents(new MachineTokenAttached(
                        SERIAL, 1, 7, "luks", new AttachedMachine("hosts", 4, "10.0.0.1"), options))
                .expectResultMessagePayload(7);
    }

    @Test
    void aTokenIsAttachedToAnyMachine() {
        enrolled()
                .when(attach("ssh", null, Map.of("service_id", "web")))
                .expectEvents(new MachineTokenAttached(SERIAL, 1, 7, "ssh", null, Map.of("service_id", "web")));
    }

    @Test
    void anUnknownApplicationOrMachineResolverIsRefused() {
        enrolled()
                .when(attach("nosuch", null, Map.of()))
                .expectNoEvents()
                .expectException(refusal(905, "Unknown application: 'nosuch'"));
        enrolled()
                .when(attach("luks", new MachineAddress("HOSTS", "10.0.0.1"), Map.of()))
                .expectNoEvents()
                .expectException(refusal(601, "The requested MachineResolver could not be found."));
    }

    @ParameterizedTest
    @CsvSource({
        "luks,slot,8,0 to 7",
        "luks,slot,-1,0 to 7",
        "luks,slot,one,0 to 7",
        "offline,count,0,1 to 1000",
        "offline,count,1001,1 to 1000",
        "offline,rounds,20001,1 to 20000",
        "offline,rounds,99999999999,1 to 20000"
    })
    void anOptionThatWouldNeverWorkIsRefused(String application, String name, String value, String range) {
        enrolled()
                .when(attach(application, null, Map.of(name, value)))
                .expectNoEvents()
                .expectException(refusal(905, "Parameter '" + name + "' must be a number from " + range));
    }

    @Test
    void whatNoColumnTakesIsRefused() {
        String tooMuch = "x".repeat(65);
        enrolled().when(attach("ssh", null, Map.of("user", tooMuch))).expectException(tooLong("user", 64));
        enrolled().when(attach("ssh", null, Map.of(tooMuch, ""))).expectException(tooLong(tooMuch, 64));
        enrolled()
                .when(attach("ssh", new MachineAddress("hosts", "x".repeat(256)), Map.of()))
                .expectException(tooLong("machineid", 255));
        known.of(5, "ssh");
        enrolled().when(change(Map.of("user", tooMuch), 5)).expectException(tooLong("user", 64));
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i <= 1000; i++) {
            many.put("o" + i, "1");
        }
        enrolled().when(attach("ssh", null, many)).expectException(refusal(905, "There can be 1000 options at most"));
    }

    @Test
    void onlyWhatIsAttachedIsDetached() {
        known.of(5, "luks");
        known.of(6, "luks");
        enrolled()
                .when(new DetachToken(SERIAL, List.of(5, 99, 6)))
                .expectEvents(new MachineTokenDetached(SERIAL, 1, 5), new MachineTokenDetached(SERIAL, 1, 6))
                .expectResultMessagePayload(2);
        enrolled().when(new DetachToken(SERIAL, List.of(99))).expectNoEvents().expectResultMessagePayload(0);
    }

    @Test
    void optionsAreSetAndEmptyOnesTakenAway() {
        known.of(5, "luks", "partition", "slot");
        known.of(6, "luks");
        enrolled()
                .when(change(Map.of("slot", "2", "partition", "", "nosuch", ""), 5, 6, 99))
                .expectEvents(
                        new MachineTokenOptionsSet(SERIAL, 1, 5, Map.of("slot", "2")),
                        new MachineTokenOptionsRemoved(SERIAL, 1, 5, List.of("partition")),
                        new MachineTokenOptionsSet(SERIAL, 1, 6, Map.of("slot", "2")))
                .expectResultMessagePayload(new ChangedOptions(2, 1));
        enrolled()
                .when(change(Map.of("slot", "9"), 5))
                .expectNoEvents()
                .expectException(refusal(905, "Parameter 'slot' must be a number from 0 to 7"));
    }

    @Test
    void aRevokedTokenIsTakenOffAndNothingElse() {
        known.of(5, "luks");
        TokenRevoked revoked = new TokenRevoked(SERIAL, 1);
        enrolled(revoked).when(attach("luks", MACHINE, Map.of())).expectException(tokenLocked());
        enrolled(revoked).when(change(Map.of("slot", "1"), 5)).expectException(tokenLocked());
        enrolled(revoked)
                .when(new DetachToken(SERIAL, List.of(5)))
                .expectEvents(new MachineTokenDetached(SERIAL, 1, 5));
    }

    private static Stream<Object> commands() {
        return Stream.of(
                attach("luks", MACHINE, Map.of()), new DetachToken(SERIAL, List.of(5)), change(Map.of("slot", "1"), 5));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aTokenThatIsGoneIsOnNoMachine(Object command) {
        enrolled(new TokenDeleted(SERIAL, 1)).when(command).expectNoEvents().expectException(tokenNotFound());
    }

    private static final class KnownMachineTokens implements MachineTokens {

        private final Map<Integer, Known> byNumber = new HashMap<>();

        void of(int number, String application, String... options) {
            byNumber.put(number, new Known(application, Set.of(options)));
        }

        @Override
        public OptionalInt resolverNumber(String name) {
            return name.equals("hosts") ? OptionalInt.of(4) : OptionalInt.empty();
        }

        @Override
        public Optional<Known> find(String serial, int number) {
            return Optional.ofNullable(byNumber.get(number)).filter(found -> serial.equals(SERIAL));
        }
    }
}
