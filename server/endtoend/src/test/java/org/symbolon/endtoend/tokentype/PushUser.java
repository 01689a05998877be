package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.symbolon.command.tokentype.pushed.SoftPhone;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;

/** Somebody with a telephone whose app confirms his log-ins, and the server to which it talks. */
final class PushUser {

    static final String URL = "https://mfa.example.com/ttype/push";

    private final ApiClient server;
    private final String type;
    private final SoftPhone phone;

    private PushUser(ApiClient server, String type, SoftPhone phone) {
        this.server = server;
        this.type = type;
        this.phone = phone;
    }

    /** The actions without which there are no such tokens. */
    static String policies(String gateway) {
        return "push_firebase_configuration=" + gateway + ", push_registration_url=" + URL
                + ", edupush_firebase_configuration=" + gateway + ", edupush_registration_url=" + URL;
    }

    /** He has scanned what an enrolment shows. */
    static PushUser scanning(ApiClient server, String type, String address) {
        PushUser user = new PushUser(server, type, SoftPhone.withCurve());
        Answer finished = user.post(user.phone.scan(address));
        assertThat(finished.value()).as(finished.body()).isEqualTo(true);
        user.phone.learn(finished.detail().get("public_key").toString());
        return user;
    }

    static String address(Answer enrolled) {
        assertThat(enrolled.value()).as(enrolled.body()).isEqualTo(true);
        return ((Map<?, ?>) enrolled.detail().get("pushurl")).get("value").toString();
    }

    /** The same at another node. */
    PushUser at(ApiClient other) {
        return new PushUser(other, type, phone);
    }

    SoftPhone phone() {
        return phone;
    }

    Answer post(Map<String, String> sent) {
        return server.post("/ttype/" + type, parameters(sent));
    }

    Answer ask() {
        return server.get("/ttype/" + type, parameters(phone.ask(Instant.now())));
    }

    /** What he is asked, once he is. */
    Map<String, Object> asked() throws InterruptedException {
        for (int attempt = 0; attempt < 100; attempt++) {
            List<Map<String, Object>> open = ask().list();
            if (!open.isEmpty()) {
                assertThat(phone.believes(open.get(0))).isTrue();
                return open.get(0);
            }
            Thread.sleep(50);
        }
        throw new AssertionError("The telephone is not asked anything");
    }

    boolean accepts(Object nonce) {
        return post(phone.accept(nonce)).value().equals(true);
    }

    boolean declines(Object nonce) {
        return post(phone.decline(nonce)).value().equals(true);
    }

    private static String[] parameters(Map<String, String> sent) {
        List<String> parameters = new ArrayList<>();
        sent.forEach((name, value) -> parameters.addAll(List.of(name, value)));
        return parameters.toArray(String[]::new);
    }
}
