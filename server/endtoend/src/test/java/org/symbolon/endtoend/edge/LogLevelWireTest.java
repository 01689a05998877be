package org.symbolon.endtoend.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Patience;
import org.symbolon.endtoend.harness.TwoServers;

/** Levels of the log are changed while servers run. */
@ExtendWith(TwoServers.class)
class LogLevelWireTest {

    private static final String PART = "endtoend.nosuchpart";
    private static final Logger LOGGER = LoggerFactory.getLogger("org.symbolon." + PART + ".Some");

    private List<ApiClient> admins;

    @BeforeEach
    void prepare(TwoServers.Pair nodes) {
        admins = nodes.admins();
    }

    @AfterEach
    void reset() {
        admins.get(0).delete("/loglevel/" + PART);
    }

    private static void await(BooleanSupplier condition) {
        Patience.until("the nodes follow", condition);
    }

    @Test
    void aLevelHoldsFromTheAnswerOnAndIsTakenBack() {
        assertThat(LOGGER.isDebugEnabled()).isFalse();
        assertValue(admins.get(0).post("/loglevel/" + PART, "level", "DEBUG"), "true");
        await(LOGGER::isDebugEnabled);
        await(() -> "DEBUG".equals(admins.get(1).get("/loglevel/").valueMap().get(PART)));

        assertValue(admins.get(0).post("/loglevel/" + PART, "level", "ERROR"), "true");
        await(() -> !LOGGER.isWarnEnabled());

        assertValue(admins.get(1).delete("/loglevel/" + PART), "true");
        await(() -> admins.get(0).get("/loglevel/").valueMap().isEmpty());
        await(LOGGER::isInfoEnabled);
        assertRefusal(
                admins.get(1).delete("/loglevel/" + PART),
                400,
                302,
                "ERR302: The setting 'loglevel." + PART + "' does not exist.");
    }

    @Test
    void partsOfLibrariesAndLevelsThatThereAreNotAreRefused() {
        assertRefusal(
                admins.get(0).post("/loglevel/..apache", "level", "DEBUG"),
                400,
                905,
                "ERR905: Parameter 'part' must be a package or class of Symbolon, or 'all'");
        assertRefusal(
                admins.get(0).post("/loglevel/" + PART, "level", "OFF"),
                400,
                905,
                "ERR905: Parameter 'level' must be one of ERROR, WARN, INFO, DEBUG, TRACE");
        admins.get(0).post("/system/setConfig", "loglevel.org.apache.hc", "DEBUG");
        assertThat(LoggerFactory.getLogger("org.apache.hc").isDebugEnabled()).isFalse();
        admins.get(0).delete("/system/loglevel.org.apache.hc");
    }
}
