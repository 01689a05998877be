package org.symbolon.endtoend.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertJson;

import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.ListedToken;
import org.symbolon.endtoend.harness.Tenant;

/** Tokens that a test changes, and how they are listed afterwards. */
abstract class OperatedTokens {

    static final String REALM = "operations";
    static final String NOT_FOUND = "The requested token could not be found.";
    final Device device = Device.random(new SplittableRandom());
    Tenant tenant;
    ApiClient admin;

    @BeforeAll
    void prepare(InProcessServer server, Path folder) {
        tenant = Tenant.create(server, REALM, folder, 20);
        admin = tenant.admin();
    }

    void enrol(String serial) {
        assertThat(admin.enrolHotp(serial, device.seed(), "pin").status()).isEqualTo(200);
    }

    void assertListed(String serial, String differing) {
        assertJson(tenant.listed(serial), ListedToken.of(serial, differing));
    }
}
