package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/** Passwords for one service, over the wire. */
@WireTest
class ApplspecWireTest {

    private static final String NOT_MEANT = "{'message': 'No suitable token found for authentication.'}";

    private Tenant tenant;

    @BeforeAll
    void prepare(InProcessServer server, Path folder) {
        tenant = Tenant.create(server, "applspecs", folder, 5);
    }

    private void enrol(String serial, String user, String service) {
        tenant.enrol(serial, user, "type", "applspec", "otpkey", "mail-secret", "service_id", service);
    }

    private Object listed(String serial, String column) {
        return ((Map<?, ?>) tenant.listed(serial)).get(column);
    }

    @Test
    void itsEnrolmentShowsThePassword() {
        assertValue(
                tenant.enrol("APPSHOWN", "user1", "type", "applspec", "otpkey", "apppass1", "service_id", "imap"),
                "true",
                """
                {'serial': 'APPSHOWN', 'password': 'apppass1',
                 'otpkey': {'description': 'OTP seed', 'value': 'seed://apppass1', 'img': '~data:image/png;base64,.+'}}
                """);
        assertThat(((Map<?, ?>) listed("APPSHOWN", "info")).get("service_id")).isEqualTo((Object) "imap");
        assertRefusal(
                tenant.enrol("APPNONE", "user1", "type", "applspec", "genkey", "1"),
                400,
                905,
                "ERR905: Missing parameter: 'service_id'");
    }

    @Test
    void onlyItsServiceTakesIt() {
        enrol("APPMAIL", "user2", "mail");

        assertDecision(
                tenant.check("user2", "mail-secret", "service_id", "Mail"),
                true,
                "{'message': 'matching 1 tokens', 'otplen': 11, 'serial': 'APPMAIL', 'type': 'applspec'}");
        assertDecision(tenant.check("user2", "mail-secret", "service_id", "web"), false, NOT_MEANT);
        assertDecision(tenant.check("user2", "mail-secret"), false, NOT_MEANT);
        assertThat(listed("APPMAIL", "failcount")).isEqualTo((Object) 0);
    }

    @Test
    void aTokenOfAnotherServiceCountsNoFailureOfOthers() {
        enrol("APPONE", "user3", "mail");
        enrol("APPTWO", "user3", "web");
        tenant.enrol("APPPW", "user3", "type", "pw", "otpkey", "general-secret");

        assertThat(tenant.check("user3", "mail-wrong", "service_id", "mail").isRejected())
                .isTrue();
        assertThat(tenant.check("user3", "general-secret").isAccepted()).isTrue();
        assertThat(tenant.check("user3", "mail-secret").isAccepted()).isFalse();
        assertThat(listed("APPTWO", "failcount")).isEqualTo((Object) 0);
    }

    @Test
    void alsoItsValueAloneIsRightForItsServiceOnly() {
        enrol("APPALONE", "user4", "mail");

        assertThat(tenant.check("user4", "mail-secret", "serial", "APPALONE", "otponly", "1")
                        .isAccepted())
                .isFalse();
        assertThat(tenant.check("user4", "mail-secret", "serial", "APPALONE", "otponly", "1", "service_id", "mail")
                        .isAccepted())
                .isTrue();
    }
}
