package org.symbolon.command.tokentype.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.command.tokentype.Requests.by;
import static org.symbolon.command.tokentype.Requests.shown;
import static org.symbolon.command.tokentype.Requests.with;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.Views;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;

class PaperTypeTest {

    private static final String SEED = "3132333435363738393031323334353637383930";

    private final PaperType type = new PaperType();

    private Judgement judged(long next, String otp) {
        return type.judge(
                Views.of(type, Secret.of(SEED), 6, next, 10, 1000, Map.of("hashlib", "sha1")),
                Credential.of(Secret.of(otp)),
                new Circumstances(Instant.EPOCH, new FakeSettings(), Chance.counting()));
    }

    /** RFC 4226, appendix D. */
    @Test
    void theListHasTheFirstValuesOfTheSeed() {
        EnrolmentStep enrolment = type.enrol(with("otpkey", SEED, "papertoken_count", "10"));

        assertThat(shown(Disclosure.Values.class, enrolment.disclosures()).values())
                .extracting(Secret::reveal)
                .isEqualTo(List.of(
                        "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871",
                        "520489"));
        assertThat(shown(Disclosure.AuthenticatorUrl.class, enrolment.disclosures())
                        .url()
                        .reveal())
                .isEqualTo("otpauth://paper/OATH0001?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&digits=6&issuer=eduMFA");
        assertThat(enrolment.state().entries()).isEqualTo(Map.of("hashlib", "sha1", "paper.count", 10L));
    }

    @Test
    void aSeedOfWhichNothingIsSaidIsMade() {
        EnrolmentStep enrolment = type.enrol(by(Chance.seeded(1)));

        assertThat(enrolment.secret().reveal()).matches("[0-9a-f]{40}");
        assertThat(shown(Disclosure.Values.class, enrolment.disclosures()).values())
                .hasSize(100);
    }

    @Test
    void valuesAreUsedOneAfterTheOther() {
        assertThat(judged(0, "755224")).isEqualTo(Judgement.right(StateChange.counter(1)));
        assertThat(judged(1, "755224")).isEqualTo(Judgement.wrong(true));
        assertThat(judged(0, "520489")).isEqualTo(Judgement.right(StateChange.counter(10)));
        assertThat(judged(3, "287082")).isEqualTo(Judgement.WRONG);
    }

    @Test
    void aListOfNothingOrTooMuchIsRefused() {
        assertThatThrownBy(() -> type.enrol(with("otpkey", SEED, "papertoken_count", "1001")))
                .hasMessage("Parameter 'papertoken_count' must be a number from 1 to 1000");
        assertThatThrownBy(() -> type.enrol(with("otpkey", "xyz")))
                .hasMessage("Parameter 'otpkey' must be hexadecimal");
    }
}
