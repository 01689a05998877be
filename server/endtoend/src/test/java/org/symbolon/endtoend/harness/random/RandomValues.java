package org.symbolon.endtoend.harness.random;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.symbolon.command.secret.GivenEntries;
import org.symbolon.command.secret.PinToKeep;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;

/** What commands at random are made of: names from small pools, so that they meet what others made, and texts of all sorts. */
class RandomValues {

    static final int POOL = 6;

    private final SplittableRandom random;

    RandomValues(SplittableRandom random) {
        this.random = random;
    }

    @SafeVarargs
    final <T> T oneOf(T... some) {
        return some[random.nextInt(some.length)];
    }

    String name() {
        return (random.nextInt(8) == 0 ? "Name" : "name") + random.nextInt(POOL);
    }

    String realm() {
        return oneOf("realm1", "realm2", "Realm 3", "realm4", "no realm!");
    }

    String serial() {
        return "SERIAL" + random.nextInt(2 * POOL);
    }

    List<String> serials() {
        return List.of(serial());
    }

    String text() {
        return oneOf("", "text", "Ünïcode ☂", "it's; --", "a,b", "\"quoted\"") + random.nextInt(3);
    }

    String textOrNull() {
        return random.nextInt(4) == 0 ? null : text();
    }

    int port() {
        return random.nextInt(1, 2000);
    }

    SplittableRandom random() {
        return random;
    }

    Boolean flag() {
        return oneOf(true, false, null);
    }

    PinToKeep pinOrNull() {
        return oneOf(PinToKeep.hashed(new Pin.Hashed("hash")), PinToKeep.readable(Secret.of(text())), null);
    }

    Secret secretOrNull() {
        return random.nextInt(3) == 0 ? null : Secret.of(text());
    }

    Map<String, Secret> options(String secret) {
        Map<String, Secret> options = new TreeMap<>(Map.of("plain", Secret.of(text())));
        if (random.nextBoolean()) {
            options.put(secret, Secret.of(oneOf("one", "two", "__CENSORED__")));
        }
        return options;
    }

    Map<String, String> types(String secret) {
        return random.nextBoolean() ? Map.of(secret, "password") : Map.of();
    }

    GivenEntries entries(String secret) {
        return new GivenEntries(options(secret), types(secret), Map.of("plain", text()));
    }

    TokenOwner owner() {
        return new TokenOwner(name(), "100" + random.nextInt(3), realm());
    }

    /** A null takes the entry away. */
    Map<String, String> info() {
        Map<String, String> info = new TreeMap<>();
        info.put("key" + random.nextInt(3), textOrNull());
        return info;
    }
}
