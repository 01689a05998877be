package org.symbolon.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.projections.shared.TrailingModels;
import org.symbolon.server.endtoend.Judge.Expected;
import org.symbolon.server.http.Endpoint;
import org.symbolon.server.http.Route;

/** Sends to every route that the server has what no client should send, in every parameter and every way. */
class BadInputTest {

    private static final List<SoundRequest> SOUND = SoundRequest.all();
    private static final int RARE_FOR_EACH_PARAMETER = 4;
    private static final List<BadValue> COMMON = BadValue.common();
    private static final List<BadValue> RARE = BadValue.rare();

    /** With this property every value is sent in every parameter, which takes minutes. */
    private static final boolean THOROUGH = Boolean.getBoolean("symbolon.test.thorough");

    @TempDir
    private static Path folder;

    private static InProcessServer server;
    private static ApiClient admin;
    private static SoundWorld world;
    private static Judge judge;
    private static int turn;

    @BeforeAll
    static void start() {
        server = InProcessServer.start(folder.resolve("data"), "--symbolon.response-signature=nonce");
        admin = server.admin();
        world = new SoundWorld(admin, PasswdFile.write(folder, 4));
        judge = new Judge(new Holdings(server.jdbc()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static List<Route> routes() {
        return server.beans(Endpoint.class).stream()
                .flatMap(endpoint -> endpoint.routes().stream())
                .sorted(Comparator.comparing(Route::template).thenComparing(Route::method))
                .toList();
    }

    private static List<SoundRequest> soundRequests(Route route) {
        return SOUND.stream()
                .filter(sound -> sound.action().equals(route.action()))
                .toList();
    }

    @Test
    void everyRouteHasASoundRequestToSpoil() {
        assertThat(routes())
                .extracting(Route::action)
                .as(
                        "Add a line to SoundRequest for each route that has none, and take out those of routes that are gone")
                .containsExactlyInAnyOrderElementsOf(
                        SOUND.stream().map(SoundRequest::action).distinct().toList());
    }

    @TestFactory
    Stream<DynamicTest> everyRouteWithstands() {
        return routes().stream().map(route -> dynamicTest(route.action(), () -> spoil(route)));
    }

    private static void spoil(Route route) {
        for (SoundRequest sound : soundRequests(route)) {
            judge.forget();
            spoilParameters(route, sound);
        }
        System.err.println("TIMING " + route.action() + " " + judge.judged());
        assertThat(judge.complaints()).as(route.action()).isEmpty();
        assertThat(server.bean(TrailingModels.class).await()).isTrue();
        assertThat(new Holdings(server.jdbc()).auditRows()).isEqualTo(judge.auditRows());
    }

    private static void spoilParameters(Route route, SoundRequest sound) {
        Map<String, String> encoded = new LinkedHashMap<>();
        Map<String, String> json = new LinkedHashMap<>();
        sound.values().forEach((name, value) -> {
            encoded.put(name, WireRequest.encoded(value));
            json.put(name, WireRequest.quoted(value));
        });
        for (WireRequest request :
                List.of(WireRequest.encoded(route, encoded), WireRequest.json(route, encoded, json))) {
            Answer answer = ask(sound, request, Expected.ANYTHING, "sound");
            assertThat(answer.status())
                    .as("Sound request %s: %s", request, answer.body())
                    .isEqualTo(sound.status());
        }
        for (String name : sound.names()) {
            boolean inPath = WireRequest.inPath(route, name);
            if (!inPath && encoded.containsKey(name)) {
                ask(sound, WireRequest.encoded(route, without(encoded, name)), Expected.ANYTHING, name + " is missing");
            }
            for (BadValue bad : badValues()) {
                String about = name + " is " + bad.name();
                if (bad.encoded() != null) {
                    Expected expected = inPath && bad.encoded().isEmpty() ? Expected.ANOTHER_ROUTE : expected(bad);
                    ask(sound, WireRequest.encoded(route, with(encoded, name, bad.encoded())), expected, about);
                }
                if (bad.json() != null && !inPath) {
                    WireRequest request = WireRequest.json(route, encoded, with(json, name, bad.json()));
                    ask(sound, request, expected(bad), about + " in JSON");
                }
            }
        }
    }

    /** The common ones, and the next few of the others. */
    private static List<BadValue> badValues() {
        List<BadValue> values = new ArrayList<>(COMMON);
        int rare = THOROUGH ? RARE.size() : RARE_FOR_EACH_PARAMETER;
        for (int count = 0; count < rare; count++) {
            values.add(RARE.get(turn++ % RARE.size()));
        }
        return values;
    }

    private static Expected expected(BadValue bad) {
        return bad.neverFits() ? Expected.MALFORMED : Expected.ANYTHING;
    }

    private static Answer ask(SoundRequest sound, WireRequest request, Expected expected, String about) {
        Answer answer = judge.judge(admin, request, expected, about);
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

    private static Map<String, String> without(Map<String, String> values, String name) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.remove(name);
        return changed;
    }
}
