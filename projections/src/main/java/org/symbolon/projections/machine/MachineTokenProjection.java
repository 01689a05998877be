package org.symbolon.projections.machine;

import java.util.Map;
import java.util.TreeMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.machineresolver.MachineResolverDeleted;
import org.symbolon.events.token.AttachedMachine;
import org.symbolon.events.token.MachineTokenAttached;
import org.symbolon.events.token.MachineTokenDetached;
import org.symbolon.events.token.MachineTokenOptionsRemoved;
import org.symbolon.events.token.MachineTokenOptionsSet;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.projections.shared.Position;
import org.symbolon.projections.shared.RowId;

/** Keeps the tables of the tokens that are attached to machines, and of their options. */
@ProcessingGroup("inline")
public class MachineTokenProjection {

    private final JdbcOperations jdbc;

    public MachineTokenProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(MachineTokenAttached event, @Position long position) {
        if (event.machine() == null) {
            jdbc.update(
                    "insert into machinetoken (id, token_id, application) values (?, ?, ?)",
                    event.number(),
                    event.tokenId(),
                    event.application());
        } else {
            attach(event, event.machine());
        }
        write(event.number(), event.options(), position);
    }

    /** A machine resolver that is just going takes its machines with it; one that is gone has none. */
    private void attach(MachineTokenAttached event, AttachedMachine machine) {
        jdbc.update(
                """
                insert into machinetoken (id, token_id, machineresolver_id, machine_id, application)
                select ?, ?, id, ?, ? from machineresolver where id = ? for key share
                """,
                event.number(),
                event.tokenId(),
                machine.machineId(),
                event.application(),
                machine.resolverNumber());
    }

    @EventHandler
    void on(MachineTokenOptionsSet event, @Position long position) {
        write(event.number(), event.options(), position);
    }

    @EventHandler
    void on(MachineTokenOptionsRemoved event) {
        jdbc.update(
                "delete from machinetokenoptions where machinetoken_id = ? and mt_key = any (cast(? as text[]))",
                event.number(),
                event.keys().toArray(String[]::new));
    }

    @EventHandler
    void on(MachineTokenDetached event) {
        delete("id = ?", event.number());
    }

    @EventHandler
    void on(TokenDeleted event) {
        delete("token_id = ?", event.tokenId());
    }

    @EventHandler
    void on(MachineResolverDeleted event) {
        delete("machineresolver_id = ?", event.number());
    }

    private void delete(String condition, int number) {
        jdbc.update(
                "delete from machinetokenoptions where machinetoken_id in (select id from machinetoken where "
                        + condition + ")",
                number);
        jdbc.update("delete from machinetoken where " + condition, number);
    }

    private void write(int number, Map<String, String> options, long position) {
        Map<String, String> inOrder = new TreeMap<>(options);
        jdbc.update(
                """
                insert into machinetokenoptions (id, machinetoken_id, mt_key, mt_value)
                select ? + given.place - 1, machinetoken.id, given.name, given.value
                from unnest(cast(? as text[]), cast(? as text[])) with ordinality as given (name, value, place)
                join machinetoken on machinetoken.id = ?
                order by given.place
                for key share of machinetoken
                on conflict (machinetoken_id, mt_key) do update set mt_value = excluded.mt_value
                """,
                RowId.of(position, 0),
                inOrder.keySet().toArray(String[]::new),
                inOrder.values().toArray(String[]::new),
                number);
    }
}
