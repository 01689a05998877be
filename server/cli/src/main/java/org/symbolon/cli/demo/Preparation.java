package org.symbolon.cli.demo;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.symbolon.cli.admin.Administrator;
import org.symbolon.cli.admin.Administrators;
import org.symbolon.cli.demo.Scene.Owned;
import tools.jackson.databind.JsonNode;

/**
 * Sets the scene: an administrator, users and their tokens. What a former demonstration left is used again; what bears
 * the same name and is someone else's stays untouched, and another name is taken.
 */
final class Preparation {
    private static final String NAME = "demo";
    private static final String MARK = "demo@symbolon.invalid";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Steps steps;
    private final DemoClient client;
    private final Administrators administrators;
    private final Path data;

    Preparation(Steps steps, DemoClient client, Administrators administrators, Path data) {
        this.steps = steps;
        this.client = client;
        this.administrators = administrators;
        this.data = data;
    }

    Scene prepare() {
        logIn();
        Path users = SampleUsers.write(data);
        String name = steps.essential(
                "A resolver: users come from a passwd file", () -> resolver(users), chosen -> "resolver %s reads %s"
                        .formatted(chosen, users));
        steps.essential("A realm with the resolver in it", () -> realm(name), "its users are %s"::formatted);
        Owned alice = enrol(SampleUsers.ALICE, "hotp", name);
        Owned bob = enrol(SampleUsers.BOB, "totp", name);
        return new Scene(name, alice, bob, momentBetween());
    }

    private void logIn() {
        String password = random(10);
        String name = steps.essential(
                "An administrator, as 'symbolon admin add' makes one",
                () -> administrator(password),
                chosen -> "name %s, password %s (shown only here)".formatted(chosen, password));
        steps.essential(
                "The administrator logs in over the REST API, as everything from here on",
                () -> client.logIn(name, password),
                role -> "the role is " + role);
    }

    private String administrator(String password) {
        List<Administrator> known = administrators.list();
        String name = names().filter(candidate -> known.stream()
                        .noneMatch(other ->
                                other.name().equals(candidate) && !other.email().equals(MARK)))
                .findFirst()
                .orElseThrow();
        if (known.stream().anyMatch(other -> other.name().equals(name))) {
            administrators.changePassword(name, password);
        } else {
            administrators.add(name, password, MARK);
        }
        return name;
    }

    private static Stream<String> names() {
        return Stream.iterate(1, number -> number + 1).map(number -> number == 1 ? NAME : NAME + number);
    }

    private String resolver(Path users) {
        JsonNode resolvers = client.get("/resolver/", Map.of()).path("result").path("value");
        JsonNode realms = client.get("/realm/", Map.of()).path("result").path("value");
        String name = names().filter(candidate -> isFreeOrOurs(resolvers, realms, candidate, users.toString()))
                .findFirst()
                .orElseThrow();
        client.post("/resolver/" + name, Map.of("type", "passwdresolver", "fileName", users.toString()));
        return name;
    }

    private static boolean isFreeOrOurs(JsonNode resolvers, JsonNode realms, String name, String file) {
        JsonNode resolver = resolvers.path(name);
        boolean resolverFits = resolver.isMissingNode()
                || resolver.path("data").path("fileName").asString("").equals(file);
        boolean realmFits = realms.path(name).isMissingNode()
                || realms.path(name).path("resolver").valueStream().allMatch(member -> member.path("name")
                        .asString("")
                        .equals(name));
        return resolverFits && realmFits;
    }

    private String realm(String name) {
        client.post("/realm/" + name, Map.of("resolvers", name));
        JsonNode users =
                client.get("/user/", Map.of("realm", name)).path("result").path("value");
        List<String> logins = users.valueStream()
                .map(user -> user.path("username").asString(""))
                .sorted()
                .toList();
        UnexpectedException.unless(logins.equals(SampleUsers.LOGINS), "the users of the realm are " + logins);
        return String.join(", ", logins);
    }

    private Owned enrol(String user, String type, String realm) {
        String pin = Integer.toString(1000 + RANDOM.nextInt(9000));
        return steps.essential(
                "A %s token for %s, with a PIN".formatted(type.toUpperCase(Locale.ROOT), user),
                () -> {
                    JsonNode detail = client.post(
                                    "/token/init",
                                    Map.of("type", type, "genkey", "1", "user", user, "realm", realm, "pin", pin))
                            .path("detail");
                    String address = detail.path("googleurl").path("value").asString("");
                    return new Owned(user, detail.path("serial").asString(""), pin, SampleDevice.scan(address));
                },
                owned -> "serial %s; %s's phone has scanned the QR code".formatted(owned.serial(), user));
    }

    /** A time that is after all that has happened, and before all that will: events have milliseconds. */
    private static Instant momentBetween() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        Instant moment = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        return moment;
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
