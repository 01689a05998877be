package org.symbolon.endtoend.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.secrecy.Hoard.PIN;
import static org.symbolon.endtoend.secrecy.Hoard.succeed;

import java.util.Map;
import java.util.stream.Stream;
import org.symbolon.command.tokentype.pushed.SoftPhone;
import org.symbolon.endtoend.harness.Answer;

/** Uses what a telephone is told once, in requests that succeed. */
final class TelephoneUse {

    private final Hoard hoard;

    TelephoneUse(Hoard hoard) {
        this.hoard = hoard;
    }

    void run() {
        String actions = "push_firebase_configuration=poll only, push_registration_url=https://x/ttype/push";
        succeed(hoard.admin.post("/policy/telephones", "scope", "enrollment", "action", actions, "realm", ""));
        Answer begun = hoard.admin.post("/token/init", "type", "push", "serial", "SECRETPHONE", "pin", PIN);
        succeed(begun);
        hoard.hide(
                "credential of a telephone",
                begun.detail().get("enrollment_credential").toString());
        SoftPhone phone = SoftPhone.withCurve();
        String address =
                ((Map<?, ?>) begun.detail().get("pushurl")).get("value").toString();
        succeed(post(phone.scan(address)));
        succeed(hoard.anyone.check("serial", "SECRETPHONE", PIN));
        succeed(hoard.admin.get("/token/", "serial", "SECRETPHONE"));
        succeed(hoard.admin.get("/token/challenges/SECRETPHONE"));
        succeed(hoard.admin.delete("/policy/telephones"));
    }

    private Answer post(Map<String, String> sent) {
        Answer answer = hoard.anyone.post(
                "/ttype/push",
                sent.entrySet().stream()
                        .flatMap(one -> Stream.of(one.getKey(), one.getValue()))
                        .toArray(String[]::new));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }
}
