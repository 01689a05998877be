package org.symbolon.endtoend.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.SettablePolicies;
import org.symbolon.endtoend.harness.SharedWorld;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.events.auth.ChallengeTerms;
import org.symbolon.events.auth.LoginTerms;

/** A server whose policies ask for a value in a second step, and users who answer. */
@ExtendWith(ChallengeLogins.World.class)
abstract class ChallengeLogins {

    static final String REALM = "twosteps";
    static final String PIN = "pin";
    static final String TEXT = "please enter otp: ";
    static final String WRONG_PIN = "{'message': 'wrong otp pin'}";
    static final LoginTerms ASKING = asking(null, Map.of(), false).terms();
    static final SettablePolicies POLICIES = new SettablePolicies();

    static InProcessServer server;
    static Tenant tenant;

    /** Terms with which the PIN alone asks. */
    static LoginTerms.Draft asking(String text, Map<String, String> texts, boolean countAsFailures) {
        return LoginTerms.draft()
                .challenges(new ChallengeTerms(Set.of("hotp", "totp", "pw"), text, texts, countAsFailures, List.of()));
    }

    final Device device = Device.random(new SplittableRandom());

    static final class World extends SharedWorld {

        @Override
        protected Runnable start(Path folder) {
            server = POLICIES.startServer(folder);
            tenant = Tenant.create(server, REALM, folder, 40);
            return server::close;
        }
    }

    @BeforeEach
    void ask() {
        POLICIES.reset();
        POLICIES.terms(ASKING);
    }

    void hotp(String serial, String user) {
        Answer enrolled = tenant.enrol(serial, user, "type", "hotp", "otpkey", device.seed(), "pin", PIN);
        assertThat(enrolled.status()).isEqualTo(200);
    }

    void pw(String serial, String user) {
        assertThat(tenant.enrol(serial, user, "type", "pw", "otpkey", "secret", "pin", PIN)
                        .status())
                .isEqualTo(200);
    }

    String begin(String user) {
        return (String) tenant.check(user, PIN).detail().get("transaction_id");
    }

    Answer answer(String user, String typed, String transaction) {
        return tenant.check(user, typed, "transaction_id", transaction);
    }

    static String question(String serial, String type, String text) {
        return "{'serial': '%s', 'type': '%s', 'message': '%s', 'client_mode': 'interactive', 'transaction_id': '~\\\\d{20}'}"
                .formatted(serial, type, text);
    }

    static String asked(String serial, String type) {
        return ExpectedJson.overlaid(
                question(serial, type, TEXT),
                "{'messages': ['%1$s'], 'multi_challenge': [%2$s], 'transaction_ids': ['~\\\\d{20}'],"
                                .formatted(TEXT, question(serial, type, TEXT))
                        + "'preferred_client_mode': 'interactive'}");
    }

    Object failCount(String serial) {
        return ExpectedJson.entry(tenant.listed(serial), "failcount");
    }
}
