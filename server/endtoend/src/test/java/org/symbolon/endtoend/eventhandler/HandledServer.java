package org.symbolon.endtoend.eventhandler;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.symbolon.connectors.sms.HttpGatewayDouble;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.SharedWorld;
import org.symbolon.endtoend.harness.SmsDouble;
import org.symbolon.endtoend.harness.Tenant;

/** A server with handlers, whom they can reach outside, and nobody else's requests. */
@ExtendWith(HandledServer.World.class)
abstract class HandledServer {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static final String REALM = "handled";
    static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    static InProcessServer server;
    static Tenant tenant;
    static ApiClient admin;
    static HttpGatewayDouble outside;
    static SmsDouble gateway;
    static Path folder;

    private final List<Integer> defined = new ArrayList<>();

    static final class World extends SharedWorld {

        @Override
        protected Runnable start(Path files) throws IOException {
            folder = files.toRealPath();
            Files.createDirectories(folder.resolve("scripts"));
            Files.createDirectories(folder.resolve("templates"));
            outside = new HttpGatewayDouble();
            gateway = new SmsDouble();
            MAIL.start();
            server = InProcessServer.start(
                    folder,
                    "--symbolon.script-directory=" + folder.resolve("scripts"),
                    "--symbolon.template-directory=" + folder.resolve("templates"),
                    "--symbolon.notification-directory=" + folder.resolve("notifications"),
                    "--symbolon.url=https://mfa.example.org/",
                    "--symbolon.radius.address=127.0.0.1",
                    "--symbolon.radius.port=0",
                    "--symbolon.happenings.pause=200ms",
                    "--symbolon.rows-of-strangers=1000000",
                    "--symbolon.brake.account-failures=0");
            tenant = Tenant.create(server, REALM, folder, 40);
            admin = tenant.admin();
            admin.post(
                    "/smtpserver/post",
                    "server",
                    "127.0.0.1",
                    "port",
                    "" + MAIL.getSmtp().getPort(),
                    "sender",
                    "mfa@example.org");
            gateway.define(admin, "gate");
            return () -> {
                server.close();
                MAIL.stop();
                gateway.close();
                outside.close();
            };
        }
    }

    @AfterEach
    void deleteHandlers() {
        defined.forEach(id -> admin.delete("/event/" + id));
        defined.clear();
    }

    /** Defines a handler; conditions are JSON with single quotes. */
    int handler(String event, String module, String action, String... more) {
        Answer answer = admin.post(
                "/event",
                ApiClient.joined(
                        more, "name", "the " + action, "event", event, "handlermodule", module, "action", action));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        defined.add((Integer) answer.value());
        return (Integer) answer.value();
    }

    static String where(String condition, String value) {
        return "{\"" + condition + "\": \"" + value + "\"}";
    }

    static void enrol(String serial, String user) {
        assertThat(tenant.enrol(serial, user, "type", "pw", "otpkey", "secret", "pin", "pin")
                        .status())
                .isEqualTo(200);
    }

    @SuppressWarnings("unchecked") // as the list shows a token
    static Map<String, Object> listed(String serial) {
        return (Map<String, Object>) tenant.listed(serial);
    }

    /** The rows of the audit about what handlers did because of an event, the oldest first. */
    static List<Map<String, Object>> rows(String action) {
        Answer answer = admin.get("/audit/", "action", action, "sortorder", "asc", "page_size", "100");
        return rowsOf(answer);
    }

    @SuppressWarnings("unchecked") // as the audit shows its rows
    private static List<Map<String, Object>> rowsOf(Answer answer) {
        return (List<Map<String, Object>>) answer.valueMap().get("auditdata");
    }

    static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** What has failed of what a handler caused. */
    static List<Map<String, Object>> failures(int handler) {
        return admin.get("/event/" + handler + "/failures").list();
    }
}
