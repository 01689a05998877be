package org.symbolon.query.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.events.machineresolver.MachineResolverCreated;
import org.symbolon.events.token.AttachedMachine;
import org.symbolon.events.token.MachineTokenAttached;
import org.symbolon.projections.definition.DefinitionProjection;
import org.symbolon.projections.machine.MachineTokenProjection;
import org.symbolon.projections.machineresolver.MachineResolverTable;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.Facts;
import org.symbolon.projections.support.ReadModelDatabase;
import org.symbolon.projections.token.TokenProjection;

class MachineTokenQueriesTest {

    private static final AttachedMachine MACHINE = new AttachedMachine("hosts", 4, "10.0.0.1");

    private final ReadModelDatabase database = ReadModelDatabase.create();
    private final MachineTokenQueries queries = new MachineTokenQueries(database.jdbc());

    @AfterEach
    void close() {
        database.close();
    }

    @BeforeEach
    void tokensOnMachines() {
        new EventStream(database)
                .append(
                        Facts.enrolled(1, "HOTP1"),
                        Facts.enrolled(2, "HOTP2"),
                        new MachineResolverCreated("hosts", 4, "hosts", Map.of()),
                        attached(1, 7, "luks", MACHINE, Map.of("slot", "1", "user", "Root")),
                        attached(1, 8, "luks", null, Map.of()),
                        attached(2, 9, "luks", MACHINE, Map.of("slot", "2", "user", "50%")),
                        attached(1, 10, "ssh", new AttachedMachine("hosts", 4, "10.0.0.2"), Map.of()),
                        attached(1, 11, "luks", MACHINE, Map.of()))
                .projectInline(
                        new TokenProjection(database.jdbc()),
                        new DefinitionProjection(database.jdbc(), MachineResolverTable.TABLE),
                        new MachineTokenProjection(database.jdbc()));
    }

    private static MachineTokenAttached attached(
            int token, int number, String application, AttachedMachine machine, Map<String, String> options) {
        return new MachineTokenAttached("HOTP" + token, token, number, application, machine, options);
    }

    private List<Integer> found(
            String serial, String application, String machine, String resolver, Map<String, String> options) {
        return queries.handle(new ListMachineTokens(serial, application, machine, resolver, options)).stream()
                .map(MachineTokenView::number)
                .toList();
    }

    private List<Integer> withOption(String name, String value) {
        return found(null, null, null, null, Map.of(name, value));
    }

    private List<Integer> ids(String machine, String resolver, String serial, String application) {
        return queries.handle(new FindMachineTokenIds(machine, resolver, serial, application));
    }

    @Test
    void aMachineTokenIsShownWithItsOptions() {
        assertThat(queries.handle(new FindMachineToken(7)))
                .contains(new MachineTokenView(
                        7, "HOTP1", "hotp", "luks", "10.0.0.1", "hosts", Map.of("slot", "1", "user", "Root")));
        assertThat(queries.handle(new FindMachineToken(8)))
                .contains(new MachineTokenView(8, "HOTP1", "hotp", "luks", null, null, Map.of()));
        assertThat(queries.handle(new FindMachineToken(99))).isEmpty();
    }

    @Test
    void whatIsWantedNarrowsTheList() {
        assertThat(found(null, null, null, null, Map.of())).containsExactly(7, 8, 9, 10, 11);
        assertThat(found("HOTP1", null, null, null, Map.of())).containsExactly(7, 8, 10, 11);
        assertThat(found("*2", null, null, null, Map.of())).containsExactly(9);
        assertThat(found(null, "ssh", null, null, Map.of())).containsExactly(10);
        assertThat(found(null, null, "10.0.0.1", "hosts", Map.of())).containsExactly(7, 9, 11);
        assertThat(found(null, null, null, "HOSTS", Map.of())).isEmpty();
    }

    @Test
    void anOptionIsExactUnlessItHasAsterisks() {
        assertThat(withOption("user", "root")).isEmpty();
        assertThat(withOption("user", "Root")).containsExactly(7);
        assertThat(withOption("user", "r*T")).containsExactly(7);
        assertThat(withOption("user", "*%")).containsExactly(9);
        assertThat(withOption("user", "*")).containsExactly(7, 9);
        assertThat(found(null, null, null, null, Map.of("user", "*", "slot", "2")))
                .containsExactly(9);
    }

    @Test
    void getTokenIdIsTheNumberOfExactlyThatSerial() {
        assertThat(queries.handle(new FindTokenId("HOTP2"))).contains(2);
        assertThat(queries.handle(new FindTokenId("hotp2"))).isEmpty();
    }

    @Test
    void getMachineresolverIdIsTheNumberOfExactlyThatName() {
        assertThat(queries.handle(new FindMachineResolverId("hosts"))).contains(4);
        assertThat(queries.handle(new FindMachineResolverId("HOSTS"))).isEmpty();
    }

    @Test
    void getMachinetokenIdsComparesAllFour() {
        assertThat(ids("10.0.0.1", "hosts", "HOTP1", "luks")).containsExactly(7, 11);
        assertThat(ids("10.0.0.1", "hosts", "HOTP1", "ssh")).isEmpty();
        assertThat(ids("10.0.0.1", "hosts", "HOTP*", "luks")).isEmpty();
        assertThat(ids("10.0.0.1", "nosuch", "HOTP1", "luks")).isEmpty();
        assertThat(ids(null, null, "HOTP1", "luks")).containsExactly(8);
        assertThat(ids(null, null, "NOSUCH", "luks")).isEmpty();
    }
}
