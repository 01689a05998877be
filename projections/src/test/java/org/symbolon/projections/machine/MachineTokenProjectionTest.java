package org.symbolon.projections.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.events.machineresolver.MachineResolverCreated;
import org.symbolon.events.machineresolver.MachineResolverDeleted;
import org.symbolon.events.token.AttachedMachine;
import org.symbolon.events.token.MachineTokenAttached;
import org.symbolon.events.token.MachineTokenDetached;
import org.symbolon.events.token.MachineTokenOptionsRemoved;
import org.symbolon.events.token.MachineTokenOptionsSet;
import org.symbolon.events.token.OfflineValuesIssued;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.projections.definition.DefinitionProjection;
import org.symbolon.projections.machineresolver.MachineResolverTable;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.Facts;
import org.symbolon.projections.support.ReadModelDatabase;
import org.symbolon.projections.token.TokenCounterProjection;
import org.symbolon.projections.token.TokenProjection;

class MachineTokenProjectionTest {

    private static final AttachedMachine MACHINE = new AttachedMachine("hosts", 4, "10.0.0.1");
    private static final long FIRST = 5;

    private final ReadModelDatabase database = ReadModelDatabase.create();
    private final EventStream stream = new EventStream(database);

    @AfterEach
    void close() {
        database.close();
    }

    @BeforeEach
    void twoTokensAndTwoResolvers() {
        after(
                Facts.enrolled(1, "HOTP1"),
                Facts.enrolled(2, "HOTP2"),
                new MachineResolverCreated("hosts", 4, "hosts", Map.of()),
                new MachineResolverCreated("others", 5, "hosts", Map.of()));
    }

    private void after(Object... events) {
        stream.append(events)
                .projectInline(
                        new TokenProjection(database.jdbc()),
                        new DefinitionProjection(database.jdbc(), MachineResolverTable.TABLE),
                        new MachineTokenProjection(database.jdbc()));
    }

    private static MachineTokenAttached attached(int token, int number, AttachedMachine machine) {
        Map<String, String> options = Map.of("slot", "1", "partition", "/dev/sda");
        return new MachineTokenAttached("HOTP" + token, token, number, "luks", machine, options);
    }

    private static String row(int number, int token, String machine, String resolver) {
        return "{application=luks, id=%d, machine_id=%s, machineresolver_id=%s, token_id=%d}"
                .formatted(number, machine, resolver, token);
    }

    private static String option(long position, int ordinal, int number, String key, String value) {
        return "{id=%d, machinetoken_id=%d, mt_key=%s, mt_value=%s}"
                .formatted(position * 1024 + ordinal, number, key, value);
    }

    @Test
    void aTokenIsAttachedToAMachineAndToAny() {
        after(attached(1, 7, MACHINE), attached(1, 8, null), attached(1, 9, MACHINE));
        assertThat(database.rows("machinetoken"))
                .containsExactly(row(7, 1, "10.0.0.1", "4"), row(8, 1, "null", "null"), row(9, 1, "10.0.0.1", "4"));
        assertThat(database.rows("machinetokenoptions"))
                .contains(option(FIRST, 0, 7, "partition", "/dev/sda"), option(FIRST, 1, 7, "slot", "1"))
                .hasSize(6);
    }

    @Test
    void optionsAreSetAndTakenAway() {
        after(
                attached(1, 7, MACHINE),
                new MachineTokenOptionsSet("HOTP1", 1, 7, Map.of("slot", "2", "user", "root")),
                new MachineTokenOptionsRemoved("HOTP1", 1, 7, List.of("partition", "nosuch")));
        assertThat(database.rows("machinetokenoptions"))
                .containsExactlyInAnyOrder(option(FIRST, 1, 7, "slot", "2"), option(FIRST + 1, 1, 7, "user", "root"));
    }

    @Test
    void whatIsDetachedIsGoneWithItsOptions() {
        after(attached(1, 7, MACHINE), attached(2, 8, MACHINE), new MachineTokenDetached("HOTP1", 1, 7));
        assertThat(database.rows("machinetoken")).containsExactly(row(8, 2, "10.0.0.1", "4"));
        assertThat(database.rows("machinetokenoptions")).hasSize(2).allMatch(row -> row.contains("machinetoken_id=8"));
    }

    @Test
    void aTokenThatGoesLeavesItsMachines() {
        after(attached(1, 7, MACHINE), attached(1, 8, null), attached(2, 9, MACHINE), new TokenDeleted("HOTP1", 1));
        assertThat(database.rows("machinetoken")).containsExactly(row(9, 2, "10.0.0.1", "4"));
        assertThat(database.rows("machinetokenoptions")).hasSize(2);
    }

    @Test
    void aMachineResolverThatGoesTakesItsMachinesAlong() {
        AttachedMachine other = new AttachedMachine("others", 5, "10.0.0.1");
        after(
                attached(1, 7, MACHINE),
                attached(1, 8, null),
                attached(1, 9, other),
                new MachineResolverDeleted("hosts", 4),
                attached(1, 10, MACHINE));
        assertThat(database.rows("machinetoken"))
                .containsExactly(row(8, 1, "null", "null"), row(9, 1, "10.0.0.1", "5"));
        assertThat(database.rows("machinetokenoptions")).hasSize(4);
    }

    @Test
    void valuesThatAMachineGotAreTheTokensNoLonger() {
        after(new OfflineValuesIssued("HOTP2", 2, 100, "hash"));
        stream.projectTrailing(10, List.of(), new TokenCounterProjection(database.jdbc()));
        assertThat(database.jdbc().queryForList("select count from token order by id", Long.class))
                .containsExactly(0L, 100L);
    }
}
