package org.symbolon.query.token;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.symbolon.events.token.MachineTokenAttached;
import org.symbolon.events.token.MachineTokenDetached;
import org.symbolon.events.token.MachineTokenOptionsRemoved;
import org.symbolon.events.token.MachineTokenOptionsSet;
import org.symbolon.query.history.Reading;

/** How a token's events read that tell of the machines it is attached to: one field, by the numbers of its machine tokens. */
final class MachineTokenReading {

    private static final String MACHINES = "machines";
    private static final String OPTIONS = "options";

    private MachineTokenReading() {}

    static void attached(Map<String, Object> fields, MachineTokenAttached event) {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("application", event.application());
        machine.put("machine", event.machine());
        machine.put(OPTIONS, event.options());
        fields.put(MACHINES, Reading.joined(fields.get(MACHINES), Map.of(Integer.toString(event.number()), machine)));
    }

    static void detached(Map<String, Object> fields, MachineTokenDetached event) {
        fields.put(MACHINES, Reading.without(fields.get(MACHINES), event.number()));
    }

    static void optionsSet(Map<String, Object> fields, MachineTokenOptionsSet event) {
        changeOptions(fields, event.number(), options -> Reading.joined(options, event.options()));
    }

    static void optionsRemoved(Map<String, Object> fields, MachineTokenOptionsRemoved event) {
        changeOptions(fields, event.number(), options -> {
            Object left = options;
            for (String key : event.keys()) {
                left = Reading.without(left, key);
            }
            return left;
        });
    }

    private static void changeOptions(Map<String, Object> fields, int number, UnaryOperator<Object> change) {
        String name = Integer.toString(number);
        Map<String, Object> machines = Reading.joined(fields.get(MACHINES), null);
        if (machines.get(name) instanceof Map<?, ?> known) {
            Object options = change.apply(known.get(OPTIONS));
            machines.put(name, Reading.joined(known, Map.of(OPTIONS, options)));
        }
        fields.put(MACHINES, machines);
    }
}
