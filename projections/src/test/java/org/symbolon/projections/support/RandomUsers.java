package org.symbolon.projections.support;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.symbolon.events.user.RecoveryCodeExpired;
import org.symbolon.events.user.RecoveryCodeIssued;
import org.symbolon.events.user.RecoveryCodeUsed;
import org.symbolon.events.user.UserAttributeDeleted;
import org.symbolon.events.user.UserAttributeSet;
import org.symbolon.events.user.UserKey;

/** Users of two realms, and of one that does not exist, who get and lose attributes and recovery codes. */
final class RandomUsers {

    private static final List<String> KEYS = List.of("hair", "shoe", "Hair");

    private record Attribute(UserKey user, String key) {}

    private final Random random;
    private final Map<Attribute, Integer> living = new LinkedHashMap<>();
    private final List<Integer> pending = new ArrayList<>();
    private int lastNumber;

    RandomUsers(Random random) {
        this.random = random;
    }

    Object next() {
        return random.nextBoolean() ? attribute() : code();
    }

    private Object attribute() {
        UserKey user = new UserKey(1 + random.nextInt(3), "passwd", Integer.toString(1000 + random.nextInt(3)));
        Attribute attribute = new Attribute(user, KEYS.get(random.nextInt(KEYS.size())));
        Integer number = living.get(attribute);
        if (number != null && random.nextInt(3) == 0) {
            living.remove(attribute);
            return new UserAttributeDeleted(user, number, attribute.key());
        }
        int kept = number == null ? ++lastNumber : number;
        living.put(attribute, kept);
        return new UserAttributeSet(user, kept, attribute.key(), "value " + random.nextInt(100), "");
    }

    private Object code() {
        if (pending.size() < 3) {
            pending.add(++lastNumber);
            return new RecoveryCodeIssued(
                    lastNumber,
                    "hash" + lastNumber,
                    "user" + random.nextInt(3),
                    "realm1",
                    "",
                    random.nextBoolean() ? null : "user@example.org",
                    Instant.ofEpochSecond(random.nextInt(1_000_000_000), random.nextInt(1_000_000_000)));
        }
        int number = pending.remove(0);
        return random.nextBoolean() ? new RecoveryCodeUsed(number) : new RecoveryCodeExpired(number);
    }
}
