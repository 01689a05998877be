package org.symbolon.projections.support;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.symbolon.events.token.AttachedMachine;
import org.symbolon.events.token.AuthItemIssued;
import org.symbolon.events.token.AuthItemRefused;
import org.symbolon.events.token.MachineTokenAttached;
import org.symbolon.events.token.MachineTokenDetached;
import org.symbolon.events.token.MachineTokenOptionsRemoved;
import org.symbolon.events.token.MachineTokenOptionsSet;
import org.symbolon.events.token.OfflineUseGranted;
import org.symbolon.events.token.OfflineValuesIssued;

/** Attaches tokens to machines, of machine resolvers that are there or not, changes the options and takes them off. */
final class RandomMachineTokens {

    private static final int RESOLVERS = 40;

    private final Random random;
    private int last;

    RandomMachineTokens(Random random) {
        this.random = random;
    }

    Object next(String serial, int id) {
        return switch (random.nextInt(4)) {
            case 0, 1 -> attached(serial, id);
            case 2 -> changed(serial, id);
            default -> used(serial, id);
        };
    }

    private Object attached(String serial, int id) {
        return new MachineTokenAttached(serial, id, ++last, "luks", machine(), options());
    }

    private AttachedMachine machine() {
        return random.nextInt(4) == 0
                ? null
                : new AttachedMachine("one", 1 + random.nextInt(RESOLVERS), "10.0.0." + random.nextInt(3));
    }

    private Object changed(String serial, int id) {
        int number = 1 + random.nextInt(last + 1);
        return switch (random.nextInt(4)) {
            case 0 -> new MachineTokenDetached(serial, id, number);
            case 1 -> new MachineTokenOptionsRemoved(serial, id, number, List.of("slot", "nosuch"));
            default -> new MachineTokenOptionsSet(serial, id, number, options());
        };
    }

    private Object used(String serial, int id) {
        return switch (random.nextInt(3)) {
            case 0 -> new AuthItemIssued(serial, id, "luks");
            case 1 -> new AuthItemRefused(serial, id, "luks");
            case 2 ->
                new OfflineUseGranted(
                        serial, id, "laptop", random.nextBoolean() ? random.nextLong(1000) : null, "hash");
            default -> new OfflineValuesIssued(serial, id, random.nextInt(1000), "hash");
        };
    }

    private Map<String, String> options() {
        return random.nextBoolean()
                ? Map.of("slot", "" + random.nextInt(8))
                : Map.of("slot", "" + random.nextInt(8), "partition", "/dev/sda" + random.nextInt(3));
    }
}
