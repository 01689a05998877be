package org.symbolon.endtoend.reliability.badinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.api.kernel.Access;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Handler;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.RequestHeaders;
import org.symbolon.api.kernel.RequestPolicing;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.RouteDescription;
import org.symbolon.api.kernel.ServerKeys;
import org.symbolon.api.kernel.Upload;
import org.symbolon.api.kernel.openapi.Refusals;
import org.symbolon.api.kernel.spool.StoredBytes;
import org.symbolon.command.error.Refusal;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.ReadModels;
import org.symbolon.endtoend.harness.SoundRequest;
import org.symbolon.endtoend.harness.SoundWorld;
import org.symbolon.endtoend.harness.WireRequest;
import org.symbolon.endtoend.reliability.badinput.Judge.Expected;
import org.symbolon.events.shared.Caller;
import org.symbolon.policy.matching.PolicyRefusal;
import org.symbolon.projections.audit.AuditChain;
import org.symbolon.projections.shared.TrailingModels;
import org.symbolon.store.readmodel.ReadModelGroup;
import org.symbolon.store.readmodel.Rebuild;

/**
 * Sends to every route that the server has what no client should send: in every parameter, as the body and as the log-in
 * token. What is promised of the answers is in {@link Judge}.
 */
class BadInputTest {

    /** Read of each request, for rights and for the audit, as texts that may be anything. */
    private static final Set<String> WHAT_A_REQUEST_NAMES = Set.of("user", "realm", "resolver", "serial");

    /** With this property everything is sent everywhere, which takes minutes. */
    private static final boolean THOROUGH = Boolean.getBoolean("symbolon.test.thorough");

    /** They are waited for once. */
    private static final String LISTS_FOLLOW_SELDOM = "--symbolon.notice-pause=200ms";

    /** One of each kind meets each parameter. */
    private static final List<Turns<BadValue>> VALUES = Stream.of(BadValue.Kind.values())
            .map(kind -> turns(BadValue.of(kind)))
            .toList();

    /** What every request names is read at one place, whatever the route. */
    private static final Turns<BadValue> NAMED = turns(Stream.of(BadValue.Kind.values())
            .flatMap(kind -> BadValue.of(kind).stream())
            .filter(value -> !value.inJson())
            .toList());

    private static final List<Turns<BadBody>> BODIES = Stream.of(BadBody.Kind.values())
            .map(kind -> turns(BadBody.of(kind)))
            .toList();

    @TempDir
    private static Path folder;

    private static InProcessServer server;
    private static ApiClient admin;
    private static SoundWorld world;
    private static Holdings holdings;
    private static Judge judge;
    private static List<Turns<BadLogin>> logins;

    @BeforeAll
    static void start() {
        server = InProcessServer.start(
                folder.resolve("data"),
                "--symbolon.response-signature=nonce",
                "--symbolon.brake.account-failures=0",
                "--symbolon.rows-of-strangers=1000000",
                LISTS_FOLLOW_SELDOM);
        admin = server.admin();
        world = new SoundWorld(admin, PasswdFile.write(folder, 4));
        ServerKeys keys = server.bean(ServerKeys.class);
        logins = List.of(
                turns(List.of(BadLogin.none())), turns(BadLogin.invalid(keys)), turns(BadLogin.ofAnotherRole(keys)));
        holdings = new Holdings(server.pool());
        judge = new Judge(holdings);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static <T> Turns<T> turns(List<T> things) {
        return new Turns<>(things, THOROUGH);
    }

    private static List<Route> routes() {
        return server.beans(Endpoint.class).stream()
                .flatMap(endpoint -> endpoint.routes().stream())
                .sorted(Comparator.comparing(Route::template).thenComparing(Route::method))
                .toList();
    }

    @Test
    void everyRouteHasASoundRequestToSpoil() {
        assertThat(routes())
                .extracting(Route::action)
                .as("The routes of the server must be those of the table in SoundRequest: add a line for a new route")
                .containsExactlyInAnyOrderElementsOf(SoundRequest.actions());
    }

    @Test
    void everyParameterThatARouteReadsIsSpoiled() throws Exception {
        Map<String, Set<String>> forgotten = new LinkedHashMap<>();
        for (Route route : routes()) {
            Set<String> read = new LinkedHashSet<>();
            Set<String> spoiled = new LinkedHashSet<>();
            for (SoundRequest sound : SoundRequest.of(route.action())) {
                read.addAll(namesReadBy(route, sound));
                spoiled.addAll(sound.names(route.description()));
            }
            read.removeAll(spoiled);
            read.removeAll(WHAT_A_REQUEST_NAMES);
            if (!read.isEmpty()) {
                forgotten.put(route.action(), read);
            }
        }
        assertThat(forgotten)
                .as("Describe these parameters, or add them to the lines of their routes in SoundRequest")
                .isEmpty();
    }

    @Test
    void everyRouteIsDescribed() {
        Map<String, List<String>> gaps = new LinkedHashMap<>();
        for (Route route : routes()) {
            List<String> found = DescriptionGaps.of(route, SoundRequest.of(route.action()));
            if (!found.isEmpty()) {
                gaps.put(route.action(), found);
            }
        }
        assertThat(gaps).as("What Route.does, takes and answers should say").isEmpty();
    }

    private static Set<String> namesReadBy(Route route, SoundRequest sound) throws Exception {
        ReadNames names = new ReadNames(sound.values());
        ApiRequest request = new ApiRequest(route, route.method(), loggedIn(), "127.0.0.1");
        request.parameters(new Parameters(names, uploads(route, sound)));
        request.caller(new Caller.Administrator(InProcessServer.ADMIN, ""));
        try {
            Handler handler = server.bean(RequestPolicing.class).before(request);
            handler.handle(request);
        } catch (ApiException refusal) {
            assertThat(refusal.status()).as(route.action()).isEqualTo(sound.status());
        } catch (Refusal refusal) {
            assertThat(400).as(route.action()).isEqualTo(sound.status());
        } catch (PolicyRefusal refusal) {
            assertThat(403).as(route.action()).isEqualTo(sound.status());
        }
        if (!sound.undone().isEmpty()) {
            world.again(sound.undone());
        }
        return names.names();
    }

    private static RequestHeaders loggedIn() {
        String token = BadLogin.ofAdministrator(server.bean(ServerKeys.class));
        return name -> name.equals("Authorization") ? List.of(token) : List.of();
    }

    private static Map<String, Upload> uploads(Route route, SoundRequest sound) {
        if (!WireRequest.hasUpload(route)) {
            return Map.of();
        }
        Map<String, Upload> uploads = new LinkedHashMap<>();
        sound.values()
                .forEach((name, value) ->
                        uploads.put(name, new Upload(name, StoredBytes.of(value.getBytes(StandardCharsets.UTF_8)))));
        return uploads;
    }

    @TestFactory
    Stream<DynamicTest> everyRouteWithstands() {
        Stream<DynamicTest> routes =
                routes().stream().map(route -> dynamicTest(route.action(), () -> withstands(route)));
        return Stream.concat(routes, Stream.of(dynamicTest("rebuild", BadInputTest::aRebuildMakesTheSameOfIt)));
    }

    private static void withstands(Route route) {
        List<SoundRequest> sounds = SoundRequest.of(route.action());
        assertThat(sounds).as("lines in the table of SoundRequest").isNotEmpty();
        judge.begin();
        for (SoundRequest sound : sounds) {
            Spoiler spoiler = new Spoiler(route, sound);
            spoiler.sendSound();
            spoiler.spoilParameters();
        }
        Spoiler spoiler = new Spoiler(route, sounds.get(0));
        spoiler.spoilWhatIsNamed();
        spoiler.spoilBody();
        spoiler.spoilLogin();
        assertThat(judge.complaints()).as(route.action()).isEmpty();
        assertThat(Refusals.of(route).keySet())
                .as("Codes that Route.refuses names for " + route.action())
                .containsAll(judge.codes());
    }

    /** Whatever came into the store can be read again, by every projector. */
    private static void aRebuildMakesTheSameOfIt() {
        assertThat(server.bean(TrailingModels.class).await()).isTrue();
        assertThat(holdings.auditRows()).as("rows of the audit").isEqualTo(judge.auditRows());
        assertThat(holdings.end()).contains("token", "tokeninfo", "policy", "data_key");
        assertThat(server.bean(AuditChain.class).verify().findings()).isEmpty();
        ReadModels before = ReadModels.of(server.jdbc());
        server.bean(Rebuild.class).run(EnumSet.allOf(ReadModelGroup.class), (position, end) -> {});
        assertThat(ReadModels.of(server.jdbc())).isEqualTo(before);
    }

    /** Sends a sound request with one mistake after the other. */
    private static final class Spoiler {

        private final Route route;
        private final SoundRequest sound;
        private final Map<String, String> encoded = new LinkedHashMap<>();
        private final Map<String, String> json = new LinkedHashMap<>();

        private Spoiler(Route route, SoundRequest sound) {
            this.route = route;
            this.sound = sound;
            sound.values().forEach((name, value) -> {
                encoded.put(name, WireRequest.encoded(value));
                json.put(name, WireRequest.quoted(value));
            });
        }

        /** If the sound request failed, it would hide what the bad ones do. */
        private void sendSound() {
            boolean upload = WireRequest.hasUpload(route);
            for (WireRequest request : List.of(sound(), upload ? sound() : WireRequest.json(route, encoded, json))) {
                Answer answer = ask(administrator(), request, Expected.ANYTHING, "sound");
                assertThat(answer.status())
                        .as("Sound request %s: %s", request, answer.body())
                        .isEqualTo(sound.status());
                checkShape(answer);
            }
        }

        private void checkShape(Answer answer) {
            RouteDescription description = route.description();
            if (answer.status() != 200 || !answer.contentType().equals("application/json")) {
                return;
            }
            assertThat(AnswerShape.complaints(description.value(), answer.value()))
                    .as("What Route.answers says of " + route.action())
                    .isEmpty();
            if (answer.detail() != null && description.detail() != null) {
                Map<String, Object> detail = new LinkedHashMap<>(answer.detail());
                detail.remove("threadid");
                assertThat(AnswerShape.complaints(description.detail(), detail))
                        .as("What Route.tells says of " + route.action())
                        .isEmpty();
            }
            assertThat(answer.detail() == null || description.detail() != null)
                    .as("Route.tells for " + route.action())
                    .isTrue();
        }

        /** A route that ends the log-in it is called with needs another one for each request. */
        private ApiClient administrator() {
            boolean ending = route.action().equals("DELETE /auth");
            return ending ? admin.bearing(BadLogin.ofAdministrator(server.bean(ServerKeys.class))) : admin;
        }

        private WireRequest sound() {
            return WireRequest.encoded(route, encoded);
        }

        private void spoilParameters() {
            for (String name : sound.names(route.description())) {
                if (encoded.containsKey(name) && !WireRequest.inPath(route, name)) {
                    Map<String, String> others = new LinkedHashMap<>(encoded);
                    others.remove(name);
                    Expected expected = WireRequest.isUpload(route, name) ? withoutFile() : Expected.ANYTHING;
                    ask(administrator(), WireRequest.encoded(route, others), expected, name + " is missing");
                }
                Predicate<BadValue> fits = value -> fits(name, value);
                VALUES.forEach(kind -> kind.next(fits).forEach(bad -> spoil(name, bad)));
            }
        }

        /** A path and a file hold no JSON. */
        private boolean fits(String name, BadValue bad) {
            boolean inJson = !WireRequest.inPath(route, name) && !WireRequest.hasUpload(route);
            return inJson || !bad.inJson();
        }

        /** What is read of each request may be anything also where the route itself does not want to know it. */
        private void spoilWhatIsNamed() {
            Set<String> others = new TreeSet<>(WHAT_A_REQUEST_NAMES);
            others.removeAll(sound.names(route.description()));
            for (String name : others) {
                NAMED.next().forEach(bad -> {
                    WireRequest request = WireRequest.encoded(route, with(encoded, name, bad.text()));
                    ask(administrator(), request, Expected.ANYTHING, name + " is " + bad);
                });
            }
        }

        private void spoil(String name, BadValue bad) {
            boolean elsewhere = WireRequest.inPath(route, name) && bad.text().isEmpty();
            Expected fitting = elsewhere ? Expected.ANOTHER_ROUTE : Expected.ANYTHING;
            boolean neverFits = bad.neverFits(WireRequest.isUpload(route, name));
            WireRequest request = bad.inJson()
                    ? WireRequest.json(route, encoded, with(json, name, bad.text()))
                    : WireRequest.encoded(route, with(encoded, name, bad.text()));
            ask(administrator(), request, neverFits ? Expected.MALFORMED : fitting, name + " is " + bad);
        }

        private void spoilBody() {
            BODIES.stream().flatMap(Turns::next).forEach(body -> {
                Expected expected = body.neverFits(route.method()) ? Expected.MALFORMED : withoutFile();
                ask(administrator(), body.in(sound()), expected, "the body is " + body.name());
            });
        }

        /** Where a file is missing, the answer is a page. */
        private Expected withoutFile() {
            return WireRequest.hasUpload(route) ? Expected.ANOTHER_ROUTE : Expected.ANYTHING;
        }

        private void spoilLogin() {
            ServerKeys keys = server.bean(ServerKeys.class);
            boolean open = route.access() == Access.OPEN;
            for (BadLogin login : logins.stream().flatMap(Turns::next).toList()) {
                ApiClient nobody = admin.bearing(login.token());
                ask(
                        nobody,
                        sound(),
                        open ? Expected.ANYTHING : Expected.NOT_LOGGED_IN,
                        "logged in with " + login.name());
            }
            if (!open) {
                WireRequest malformed = BadBody.brokenJson().in(sound());
                ask(admin.bearing(""), malformed, Expected.NOT_LOGGED_IN, "malformed without a log-in");
            }
            Expected ofUsers = ofUsers();
            ask(admin.bearing(BadLogin.ofUser(keys, "nosuch")), sound(), ofUsers, "logged in as a user who is gone");
            ask(admin.bearing(BadLogin.ofUser(keys, "user0")), sound(), ofUsers, "logged in as a user");
        }

        private Expected ofUsers() {
            if (route.access() != Access.ADMIN) {
                return Expected.ANYTHING;
            }
            return route.need().beforeRole() ? Expected.NO_RIGHT : Expected.WRONG_ROLE;
        }

        /** Sends it, and makes again what it used up if it had success. */
        private Answer ask(ApiClient client, WireRequest request, Expected expected, String about) {
            Answer answer = judge.judge(client, request, expected, about);
            if (answer.status() < 300 && !sound.undone().isEmpty()) {
                world.again(sound.undone());
                judge.forget();
            }
            return answer;
        }

        private static Map<String, String> with(Map<String, String> values, String name, String value) {
            Map<String, String> changed = new LinkedHashMap<>(values);
            changed.put(name, value);
            return changed;
        }
    }
}
