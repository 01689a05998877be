package org.symbolon.policy.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.policy.matching.SamplePolicy.named;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.events.policy.PolicySet;
import org.symbolon.events.shared.Caller;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.CountedTokens;
import org.symbolon.events.token.TokenLimit;
import org.symbolon.policy.asking.Occasion;
import org.symbolon.policy.asking.Policies;
import org.symbolon.policy.matching.PolicyRefusal;
import org.symbolon.policy.matching.SamplePolicy;
import org.symbolon.policy.rights.FakeSurroundings;

/** Policies about tokens are asked on an occasion that is no request: a task or an event handler can ask them. */
class TokenPoliciesTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final Caller HELPER = new Caller.Administrator("helper", "");
    private static final Caller EMMA = new Caller.RealmUser("emma", "one", "in-one");
    private static final Optional<Secret> PIN = Optional.of(Secret.of("1234"));

    private final FakeSurroundings around = new FakeSurroundings();
    private final FakeTokens tokens = new FakeTokens();
    private final TokenPolicies policies =
            new TokenPolicies(around.asSurroundings(), tokens, tokens, Clock.fixed(NOW, ZoneOffset.UTC));
    private final Set<String> effective = new LinkedHashSet<>();

    private TokenInquiry about(Caller caller, NamedToken meant, SamplePolicy... said) {
        PolicySet set = PolicySet.of(Stream.of(said).map(SamplePolicy::view).toList());
        Policies all = new Policies(() -> set, around, "node", Clock.systemUTC());
        return policies.about(
                all.at(new Occasion(caller, "", "10.0.0.1", name -> null, Optional.empty()), effective::add), meant);
    }

    private static NamedToken emmas(String type) {
        return new NamedToken(Optional.empty(), Optional.of("emma"), Optional.of("one"), Optional.empty(), type);
    }

    private static NamedToken existing(String serial) {
        return new NamedToken(Optional.of(serial), Optional.empty(), Optional.empty(), Optional.empty(), "hotp");
    }

    private static SamplePolicy saying(String scope, String action) {
        return named(scope).scope(scope).action(action);
    }

    private EnrolmentTerms enrolling(TokenInquiry inquiry, Optional<Secret> pin, String... flags) {
        return policies.ofEnrolment(
                inquiry, new EnrolmentQuestion(pin, false, Set.of(flags)::contains, WrittenInfo.NONE), List.of());
    }

    @Test
    void withoutPoliciesEverythingIsAsItWasAskedFor() {
        EnrolmentTerms terms = enrolling(about(HELPER, emmas("spass")), PIN);

        assertThat(terms.parameters().said()).isEmpty();
        assertThat(terms.pin()).isEqualTo(new PinTerms(PIN, false, PinDue.UNCHANGED));
        assertThat(terms.toBeVerified()).isFalse();
        assertThat(terms.toType()).isEmpty();
    }

    @Test
    void whatPoliciesSayTakesThePlaceOfWhatWasAskedFor() {
        EnrolmentTerms terms = enrolling(
                about(
                        HELPER,
                        emmas("totp"),
                        saying("enrollment", "tokenlabel=Label, totp_force_app_pin, hotp_force_app_pin"),
                        saying("admin", "totp_hashlib=sha512, hotp_hashlib=sha256")),
                Optional.empty());

        assertThat(terms.parameters().said())
                .isEqualTo(Map.of("tokenlabel", "Label", "force_app_pin", "True", "hashlib", "sha512"));
        assertThat(terms.parameters().decideAbout("hashlib")).isTrue();
        assertThat(terms.parameters().decideAbout("otplen")).isFalse();
        assertThat(effective).containsExactly("enrollment", "admin");
    }

    @Test
    void onlyAPolicyDecidesHowAPasswordIsMade() {
        EnrolmentTerms silent = enrolling(about(HELPER, emmas("pw")), PIN);
        EnrolmentTerms said = enrolling(about(HELPER, emmas("pw"), saying("enrollment", "pw.length=09")), PIN);

        assertThat(silent.parameters().decideAbout("pw.length")).isTrue();
        assertThat(said.parameters().said()).isEqualTo(Map.of("pw.length", "9"));
        assertThatThrownBy(() -> enrolling(about(HELPER, emmas("pw"), saying("enrollment", "pw.length=many")), PIN))
                .isInstanceOf(PolicyRefusal.class);
    }

    @Test
    void twoStepsAreForThoseWhomAPolicyLets() {
        SamplePolicy sizes = saying("enrollment", "hotp_2step_clientsize=12");

        EnrolmentTerms forbidden = enrolling(about(EMMA, emmas("hotp"), sizes), PIN, "2stepinit");
        EnrolmentTerms allowed =
                enrolling(about(EMMA, emmas("hotp"), sizes, saying("user", "hotp_2step=allow")), PIN, "2stepinit");
        EnrolmentTerms forced = enrolling(about(EMMA, emmas("hotp"), saying("user", "hotp_2step=force")), PIN);

        assertThat(forbidden.parameters().decided()).contains("2stepinit");
        assertThat(forbidden.parameters().said()).isEmpty();
        assertThat(allowed.parameters().decideAbout("2stepinit")).isFalse();
        assertThat(allowed.parameters().said()).isEqualTo(Map.of("2step_clientsize", "12"));
        assertThat(forced.parameters().said()).isEqualTo(Map.of("2stepinit", "force"));
    }

    @Test
    void twoStepsThatAreForcedAreForcedOnATokenThatIsThereToo() {
        around.with("S1", Optional.of("emma"), "one");

        EnrolmentTerms terms =
                enrolling(about(EMMA, existing("S1"), saying("user", "hotp_2step=force")), PIN, "rollover");

        assertThat(terms.parameters().said()).isEqualTo(Map.of("2stepinit", "force"));
    }

    @ParameterizedTest
    @CsvSource({
        "NEW, false, false",
        "NEW, true, false",
        "BARE, true, false",
        "BARE-YET, false, false",
        "BARE-YET, true, true",
        "S1, false, true"
    })
    void aTokenNeedsNoNewPinThatHasOneOrIsOnlyVerified(String serial, boolean verifying, boolean allowed) {
        for (String known : List.of("BARE", "BARE-YET", "S1")) {
            around.with(known, Optional.of("emma"), "one");
        }
        tokens.without("NEW");
        TokenInquiry inquiry = about(EMMA, existing(serial), saying("user", "*, otp_pin_minlength=4"));

        ThrowingCallable enrolling = () -> policies.ofEnrolment(
                inquiry, new EnrolmentQuestion(Optional.empty(), verifying, flag -> true, WrittenInfo.NONE), List.of());

        if (allowed) {
            assertThatCode(enrolling).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(enrolling).hasMessage("The minimum OTP PIN length is 4");
        }
    }

    @Test
    void aPinThatIsMadeUpTakesThePlaceOfOneThatIsGiven() {
        EnrolmentTerms terms = enrolling(
                about(EMMA, emmas("hotp"), saying("enrollment", "otp_pin_random=3, encrypt_pin, change_pin_every=2d")),
                PIN);

        assertThat(terms.pin())
                .isEqualTo(new PinTerms(
                        Optional.of(Secret.of("cncncn")), true, PinDue.at(Instant.parse("2026-12-02T12:00:00Z"))));
        assertThat(terms.toString()).doesNotContain("cncncn");
    }

    @ParameterizedTest
    @CsvSource({
        "trusted, Policies go by the entry 'trusted': users may not write it.",
        "room, Policies go by the entry 'room': users may not write it.",
        "kept, The server keeps the entry 'kept': users may not write it."
    })
    void aUserWritesNoEntryThatOthersRelyOn(String name, String refusal) {
        SamplePolicy[] said = {
            saying("authentication", "otppin=none").active(false).condition("tokeninfo", "trusted", "equals", "yes"),
            saying("authorization", "tokeninfo=room/^B/")
        };
        EnrolmentQuestion question =
                new EnrolmentQuestion(PIN, false, flag -> false, new WrittenInfo(Set.of(name), "kept"::equals));
        EnrolmentQuestion free =
                new EnrolmentQuestion(PIN, false, flag -> false, new WrittenInfo(Set.of("colour"), "kept"::equals));

        assertThatThrownBy(() -> policies.ofEnrolment(about(EMMA, emmas("hotp"), said), question, List.of()))
                .isInstanceOf(PolicyRefusal.class)
                .hasMessage(refusal);
        assertThatCode(() -> policies.ofEnrolment(about(HELPER, emmas("hotp"), said), question, List.of()))
                .doesNotThrowAnyException();
        assertThatCode(() -> policies.ofEnrolment(about(EMMA, emmas("hotp"), said), free, List.of()))
                .doesNotThrowAnyException();
    }

    @Test
    void aPinOfWhoMaySetNoneIsLeftOut() {
        EnrolmentTerms terms = enrolling(about(EMMA, emmas("hotp"), saying("user", "enrollHOTP")), PIN);

        assertThat(terms.pin()).isEqualTo(PinTerms.NONE);
    }

    @Test
    void aPinKeepsToTheRulesOfItsType() {
        around.with("S1", Optional.empty(), "one");
        SamplePolicy rules = saying("user", "otp_pin_minlength=2, hotp_otp_pin_minlength=6");

        assertThatThrownBy(() -> policies.ofChosenPin(about(EMMA, existing("S1"), rules), PIN))
                .isInstanceOf(PolicyRefusal.class)
                .hasMessage("The minimum OTP PIN length is 6");
        assertThat(policies.ofAssignment(about(EMMA, emmas("spass"), rules), PIN)
                        .pin())
                .isEqualTo(PIN);
    }

    @Test
    void noPinIsMadeUpOnRequestUnlessAPolicySaysHow() {
        assertThat(policies.ofRandomPin(about(HELPER, existing("S1")))).isEmpty();
        assertThat(policies.ofRandomPin(about(HELPER, existing("S1"), saying("admin", "otp_pin_set_random=2"))))
                .hasValueSatisfying(terms -> assertThat(terms.pin()).hasValue(Secret.of("cncn")));
    }

    @Test
    void whoHasAsManyTokensAsHeMayGetsNoMore() {
        SamplePolicy limit = saying("enrollment", "max_token_per_realm=5");

        assertThat(policies.roomToEnrol(about(HELPER, emmas("hotp"), limit), false))
                .isEqualTo(List.of(new TokenLimit(
                        CountedTokens.in("one", null), 5, "The number of tokens in this realm is limited!")));
        tokens.full();
        assertThatThrownBy(() -> policies.roomToEnrol(about(HELPER, emmas("hotp"), limit), false))
                .isInstanceOf(PolicyRefusal.class)
                .hasMessage("The number of tokens in this realm is limited!");
    }

    @Test
    void aLostTokenIsReplacedByAPasswordForSomeDays() {
        LostTokenTerms preset = policies.ofLostToken(about(HELPER, existing("S1")));
        LostTokenTerms said = policies.ofLostToken(about(
                HELPER,
                existing("S1"),
                saying("enrollment", "losttoken_PW_length=4, losttoken_PW_contents=n, losttoken_valid=3")));

        assertThat(preset.days()).isEqualTo(10);
        assertThat(preset.password().length()).isEqualTo(16);
        assertThat(said).isEqualTo(new LostTokenTerms(Secret.of("0123"), 3));
    }
}
