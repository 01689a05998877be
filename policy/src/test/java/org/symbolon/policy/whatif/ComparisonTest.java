package org.symbolon.policy.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.policy.matching.SamplePolicy.named;
import static org.symbolon.policy.matching.SamplePolicy.set;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.events.audit.RequestAnswered;
import org.symbolon.policy.SampleTable;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.policy.action.AuthenticationActions;
import org.symbolon.policy.action.Scope;
import org.symbolon.policy.action.SharedAction;
import org.symbolon.policy.action.SharedActions;
import org.symbolon.policy.explain.AskedActions;
import org.symbolon.policy.matching.CompiledPolicies;
import org.symbolon.policy.matching.SamplePolicy;
import org.symbolon.policy.whatif.RecordedRequest.Origin;

class ComparisonTest {

    private static final String CHECK = "POST /validate/check";
    private static final AskedActions CHECKS = SampleTable.of(
            CHECK,
            AuthenticationActions.OTPPIN,
            AuthenticationActions.PASSTHRU,
            AuthenticationActions.PASS_ON_NO_TOKEN);
    private static final String WRITE = "POST /policy/<name>";
    private static final AskedActions WRITES = SampleTable.of(WRITE, AdminActions.POLICYWRITE);

    private static final Origin UNKNOWN = new Origin(null, null, null, null);

    private static RequestAnswered fact(String endpoint, String user, String administrator, String type) {
        return new RequestAnswered(
                endpoint,
                true,
                type == null ? null : "S1",
                type,
                user,
                user == null ? null : "realm1",
                user == null ? null : "ldap",
                administrator,
                null,
                null,
                null,
                Instant.parse("2026-11-23T12:00:00Z"),
                Duration.ZERO,
                "1");
    }

    private static RecordedRequest check(String... origin) {
        Map<String, String> metadata = new HashMap<>(Map.of("client", "10.0.0.1", "node", "node1"));
        for (int index = 0; index < origin.length; index += 2) {
            metadata.put(origin[index], origin[index + 1]);
        }
        return new RecordedRequest(
                fact(CHECK, "emma", null, "hotp"),
                new Origin(metadata.get("node"), metadata.get("client"), metadata.get("userAgent"), null));
    }

    private static RecordedRequest write() {
        return new RecordedRequest(fact(WRITE, null, "anna", null), new Origin(null, "10.0.0.1", null, null));
    }

    private static SamplePolicy otppin(String name, String value) {
        return named(name).scope("authentication").action("otppin=" + value);
    }

    private static List<String> changes(
            AskedActions table, CompiledPolicies current, CompiledPolicies drafted, RecordedRequest request) {
        return new Comparison(table, current, drafted)
                .of(request).changes().stream()
                        .map(change ->
                                change.action().name() + ": " + change.before().text() + " -> "
                                        + change.after().text())
                        .toList();
    }

    private static List<Action> undecided(CompiledPolicies current, CompiledPolicies drafted, RecordedRequest request) {
        return new Comparison(CHECKS, current, drafted).of(request).undecided();
    }

    @Test
    void aValueThatWouldBeAnotherIsTold() {
        assertThat(changes(CHECKS, set(otppin("a", "none")), set(otppin("a", "userstore")), check()))
                .containsExactly("otppin: none -> userstore");
        assertThat(changes(CHECKS, CompiledPolicies.NONE, set(otppin("a", "none")), check()))
                .containsExactly("otppin: nothing -> none");
        assertThat(changes(CHECKS, set(otppin("a", "none")), CompiledPolicies.NONE, check()))
                .containsExactly("otppin: none -> nothing");
    }

    @Test
    void whoSaysItDoesNotMatter() {
        assertThat(changes(
                        CHECKS,
                        set(otppin("a", "none")),
                        set(otppin("b", "none").users("emma")),
                        check()))
                .isEmpty();
    }

    @Test
    void whatIsRecordedIsHeldAgainstPolicies() {
        CompiledPolicies current = CompiledPolicies.NONE;
        assertThat(changes(CHECKS, current, set(otppin("a", "none").users("bob")), check()))
                .isEmpty();
        assertThat(changes(CHECKS, current, set(otppin("a", "none").realms("realm2")), check()))
                .isEmpty();
        assertThat(changes(CHECKS, current, set(otppin("a", "none").resolvers("sql")), check()))
                .isEmpty();
        assertThat(changes(CHECKS, current, set(otppin("a", "none").clients("10.1.0.0/16")), check()))
                .isEmpty();
        assertThat(changes(CHECKS, current, set(otppin("a", "none").nodes("node2")), check()))
                .isEmpty();
        assertThat(changes(CHECKS, current, set(otppin("a", "none").time("Tue: 0-23:59, Wed-Sun: 0-23:59")), check()))
                .isEmpty();
        assertThat(changes(
                        CHECKS,
                        current,
                        set(otppin("a", "none")
                                .users("emma")
                                .realms("realm1")
                                .resolvers("ldap")
                                .clients("10.0.0.0/8")
                                .nodes("node1")
                                .condition("HTTP Environment", "REQUEST_METHOD", "equals", "POST")
                                .condition("HTTP Request header", "user-agent", "equals", "vpn")),
                        check("userAgent", "vpn")))
                .containsExactly("otppin: nothing -> none");
    }

    @Test
    void aRightIsLostAndGained() {
        CompiledPolicies narrow = set(named("a").scope("admin").action("enable"));
        CompiledPolicies wide = set(named("a").scope("admin").action("*"));

        assertThat(changes(WRITES, CompiledPolicies.NONE, narrow, write()))
                .containsExactly("policywrite: allowed -> refused");
        assertThat(changes(WRITES, narrow, wide, write())).containsExactly("policywrite: refused -> allowed");
        assertThat(changes(WRITES, CompiledPolicies.NONE, wide, write())).isEmpty();
        assertThat(changes(
                        WRITES, wide, set(named("a").scope("admin").action("*").adminUsers("root")), write()))
                .containsExactly("policywrite: allowed -> refused");
    }

    @Test
    void aRefusalBySomePolicyIsAnOutcomeToo() {
        assertThat(changes(
                        CHECKS, set(otppin("a", "none")), set(otppin("a", "none"), otppin("b", "userstore")), check()))
                .containsExactly("otppin: none -> refused: There are policies with conflicting actions: ['a', 'b']");
    }

    @Test
    void anActionMayBeNamedWithoutAValue() {
        CompiledPolicies bare = set(named("a").scope("authentication").action("passthru"));
        CompiledPolicies radius = set(named("a").scope("authentication").action("passthru=radius"));

        assertThat(changes(CHECKS, CompiledPolicies.NONE, bare, check())).containsExactly("passthru: nothing -> set");
        assertThat(changes(CHECKS, bare, radius, check())).containsExactly("passthru: set -> radius");
    }

    @Test
    void whatIsNotRecordedLeavesTheActionUndecided() {
        for (String section : List.of("userinfo", "token", "tokeninfo", "HTTP Request header", "HTTP Environment")) {
            CompiledPolicies drafted = set(otppin("a", "none").condition(section, "X", "equals", "y"));

            assertThat(undecided(CompiledPolicies.NONE, drafted, check()))
                    .as(section)
                    .containsExactly(AuthenticationActions.OTPPIN);
            assertThat(changes(CHECKS, CompiledPolicies.NONE, drafted, check())).isEmpty();
        }
        assertThat(undecided(
                        CompiledPolicies.NONE,
                        set(otppin("a", "none").resolvers("ldap").checkAllResolvers()),
                        check()))
                .containsExactly(AuthenticationActions.OTPPIN);
    }

    @Test
    void aCutHeaderIsNotRecorded() {
        CompiledPolicies drafted =
                set(otppin("a", "none").condition("HTTP Request header", "User-Agent", "matches", "v+"));

        assertThat(undecided(CompiledPolicies.NONE, drafted, check("userAgent", "v".repeat(256))))
                .hasSize(1);
        assertThat(undecided(CompiledPolicies.NONE, drafted, check("userAgent", "v".repeat(255))))
                .isEmpty();
    }

    @Test
    void whatIsRuledOutByWhatIsRecordedIsDecided() {
        CompiledPolicies drafted = set(otppin("a", "none").realms("realm2").condition("userinfo", "x", "equals", "y"));

        assertThat(undecided(CompiledPolicies.NONE, drafted, check())).isEmpty();
    }

    @Test
    void whatTheDraftDoesNotTouchIsNotLookedAt() {
        SamplePolicy unknowable = otppin("a", "none").condition("userinfo", "x", "equals", "y");
        SamplePolicy other = named("b").scope("authentication").action("passOnNoToken");

        assertThat(undecided(set(unknowable), set(unknowable, other), check())).isEmpty();
        assertThat(changes(CHECKS, set(unknowable), set(unknowable, other), check()))
                .containsExactly("passOnNoToken: not set -> set");
    }

    @Test
    void rightsOfOthersAndOfOtherTypesOfTokensAreNoneOfIt() {
        SharedAction hotp = SharedActions.enrol("hotp");
        SharedAction totp = SharedActions.enrol("totp");
        AskedActions table = SampleTable.of(
                "POST /token/init",
                hotp.in(Scope.ADMIN),
                hotp.in(Scope.USER),
                totp.in(Scope.ADMIN),
                totp.in(Scope.USER));
        CompiledPolicies drafted = set(
                named("a").scope("admin").action("disable"),
                named("b").scope("user").action("disable"));
        RecordedRequest byAdmin = new RecordedRequest(fact("POST /token/init", "emma", "anna", "hotp"), UNKNOWN);
        RecordedRequest byUser = new RecordedRequest(fact("POST /token/init", "emma", null, "totp"), UNKNOWN);

        assertThat(changes(table, CompiledPolicies.NONE, drafted, byAdmin))
                .containsExactly("enrollHOTP: allowed -> refused");
        assertThat(changes(table, CompiledPolicies.NONE, drafted, byUser))
                .containsExactly("enrollTOTP: allowed -> refused");
    }

    @Test
    void endpointsWithoutPoliciesAreAlwaysAlike() {
        RecordedRequest elsewhere = new RecordedRequest(fact("GET /elsewhere", "emma", null, null), UNKNOWN);

        assertThat(changes(CHECKS, CompiledPolicies.NONE, set(otppin("a", "none")), elsewhere))
                .isEmpty();
    }
}
