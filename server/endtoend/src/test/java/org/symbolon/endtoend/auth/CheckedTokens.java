package org.symbolon.endtoend.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.Tenant;

/** Tokens of users whose log-ins are checked over the wire. */
abstract class CheckedTokens {

    static final String REALM = "validate";
    static final String PIN = "pin";
    final Device device = Device.random(new SplittableRandom());
    Tenant tenant;
    ApiClient anyone;

    @BeforeAll
    void prepare(InProcessServer server, Path folder) {
        tenant = Tenant.create(server, REALM, folder, 40);
        anyone = tenant.anyone();
    }

    void hotp(String serial, String user, String... more) {
        String[] parameters = new String[more.length + 6];
        System.arraycopy(more, 0, parameters, 0, more.length);
        String[] own = {"type", "hotp", "otpkey", device.seed(), "pin", PIN};
        System.arraycopy(own, 0, parameters, more.length, own.length);
        assertThat(tenant.enrol(serial, user, parameters).status()).isEqualTo(200);
    }

    void spass(String serial, String user, String pin) {
        assertThat(tenant.enrol(serial, user, "type", "spass", "pin", pin).status())
                .isEqualTo(200);
    }

    String pass(long counter) {
        return PIN + device.otp(counter);
    }

    Object failCount(String serial) {
        return ExpectedJson.entry(tenant.listed(serial), "failcount");
    }

    static String about(String message, String serial) {
        return "{'message': '%s', 'serial': '%s', 'type': 'hotp', 'otplen': 6}".formatted(message, serial);
    }

    static String only(String message) {
        return "{'message': '" + message + "'}";
    }
}
