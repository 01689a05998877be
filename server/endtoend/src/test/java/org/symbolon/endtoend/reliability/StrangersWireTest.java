package org.symbolon.endtoend.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.query.eventcounter.FindEventCounter;
import org.symbolon.query.sending.QueryDispatcher;
import org.symbolon.store.database.DatabaseAccess;

/** What strangers did to fill the disk: requests that come to nothing, without end. */
class StrangersWireTest {

    private static final int REQUESTS = 150;
    private static final int HANDLED = 30;
    private static final String COUNTER = "tries";
    private static final String TURN = "PRE-EVENT validate_check>>Counter:increase_counter";
    private static final String FEW_ROWS = "--symbolon.rows-of-strangers=100";

    @TempDir
    private Path folder;

    @Test
    void theyGetARowEachOnlyAsLongAsTheyAreFewAndTheRestIsCounted() {
        DatabaseAccess database = InProcessServer.installed(folder);
        long counted;
        try (InProcessServer server = InProcessServer.start(folder, database, FEW_ROWS)) {
            tryNames(server.anonymous(), REQUESTS);
            Tenant tenant = Tenant.create(server, "known", folder, 2);
            define(tenant.admin());
            tryNames(server.anonymous(), HANDLED);
            counted = counted(server);
            assertThatKnownUsersAreHandled(tenant);
            assertThat(counted(server)).isEqualTo(counted + 2);
        }
        try (InProcessServer server = InProcessServer.start(folder, database, FEW_ROWS)) {
            ApiClient admin = server.admin();
            int rows = number(admin, "POST /validate/check", "nobody*");
            assertThat(rows).isBetween(100, 140);
            assertThat(number(admin, TURN, "nobody*")).isEqualTo((int) counted).isLessThan(HANDLED);
            assertThat(number(admin, TURN, "*user1")).isEqualTo(2);
            assertThat(admin.get("/audit/", "action", "REFUSED*").body())
                    .contains(
                            (REQUESTS + HANDLED - rows) + " more requests that came to nothing since",
                            (HANDLED - counted) + " " + TURN,
                            (REQUESTS + HANDLED - rows) + " POST /validate/check",
                            "127.0.0.1");
        }
    }

    private static void tryNames(ApiClient stranger, int number) {
        IntStream.range(0, number)
                .forEach(one -> assertThat(stranger.post("/validate/check", "user", "nobody" + one, "pass", "1")
                                .errorCode())
                        .isEqualTo(904));
    }

    /** One handler that counts, and one that changes requests. */
    private static void define(ApiClient admin) {
        String[] before = {"event", "validate_check", "position", "pre"};
        String[] counting = {"name", "tries", "handlermodule", "Counter", "action", "increase_counter"};
        String[] mangling = {"name", "names", "handlermodule", "RequestMangler", "action", "set", "ordering", "-1"};
        List<String[]> options = List.of(
                ApiClient.joined(counting, "option.counter_name", COUNTER),
                ApiClient.joined(
                        mangling,
                        "option.parameter",
                        "user",
                        "option.value",
                        "{0}",
                        "option.match_parameter",
                        "user",
                        "option.match_pattern",
                        "x-(.*)"));
        options.forEach(handler -> assertThat(
                        admin.post("/event", ApiClient.joined(before, handler)).status())
                .isEqualTo(200));
    }

    private static long counted(InProcessServer server) {
        return server.bean(QueryDispatcher.class)
                .find(new FindEventCounter(COUNTER), Long.class)
                .orElse(0L);
    }

    /** Though no row is left for strangers. */
    private static void assertThatKnownUsersAreHandled(Tenant tenant) {
        tenant.enrol("KNOWN1", "user1", "type", "pw", "otpkey", "secret", "pin", "pin");
        assertThat(tenant.check("user1", "wrong").isRejected()).isTrue();
        assertThat(tenant.check("x-user1", "pinsecret").isAccepted()).isTrue();
        assertThat(number(tenant.admin(), "PRE-EVENT validate_check>>RequestMangler:set", "x-user1"))
                .isEqualTo(1);
    }

    private static int number(ApiClient admin, String action, String user) {
        return (int)
                admin.get("/audit/", "action", action, "user", user).valueMap().get("count");
    }
}
