package org.symbolon.projections.support;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.symbolon.events.eventhandler.EventHandlerDefined;
import org.symbolon.events.eventhandler.EventHandlerDeleted;
import org.symbolon.events.eventhandler.EventHandlerDisabled;
import org.symbolon.events.eventhandler.EventHandlerEnabled;
import org.symbolon.events.eventhandler.EventHandlerRedefined;
import org.symbolon.events.eventhandler.HandlerDefinition;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.shared.Sealed;

/** Event handlers that come, change and go. The first one stays as it is. */
final class RandomHandlers {

    private final Random random;
    private final List<Integer> living = new ArrayList<>();
    private int lastId;

    RandomHandlers(Random random) {
        this.random = random;
    }

    Object next() {
        if (lastId == 0 || random.nextInt(4) == 0) {
            int id = ++lastId;
            if (id > 1) {
                living.add(id);
            }
            return new EventHandlerDefined(id, definition(), options());
        }
        if (living.isEmpty()) {
            return new EventHandlerEnabled(1);
        }
        int id = living.get(random.nextInt(living.size()));
        return switch (random.nextInt(4)) {
            case 0 -> new EventHandlerRedefined(id, definition(), options());
            case 1 -> new EventHandlerEnabled(id);
            case 2 -> new EventHandlerDisabled(id);
            default -> {
                living.remove((Object) id);
                yield new EventHandlerDeleted(id);
            }
        };
    }

    private HandlerDefinition definition() {
        Map<String, String> conditions = new HashMap<>(Map.of("realm", "realm1"));
        if (random.nextBoolean()) {
            conditions.put("tokentype", "hotp,totp");
        }
        return new HandlerDefinition(
                "handler " + random.nextInt(5),
                random.nextBoolean(),
                List.of("token_init", "auth"),
                "Token",
                "enroll",
                "post",
                random.nextInt(3),
                conditions);
    }

    private Map<String, ConfigEntry> options() {
        Map<String, ConfigEntry> options = new HashMap<>(Map.of("tokentype", ConfigEntry.plain("motp")));
        if (random.nextBoolean()) {
            options.put("motppin", new ConfigEntry(null, new Sealed("key-1", "Ym94"), "password", ""));
        }
        return options;
    }
}
