package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.PolicyServer;
import org.symbolon.endtoend.harness.PolicyTest;
import org.symbolon.endtoend.harness.ShowsEffect;
import org.symbolon.endtoend.harness.Tenant;

/** Printed lists of values, to be used in their order or in any, over the wire. */
@PolicyTest
class PrintedListWireTest {

    private static final String SEED = "3132333435363738393031323334353637383930";
    private static final String SHOWN =
            """
            {'serial': '<serial>', 'rollout_state': '', 'otps': <otps>,
             'googleurl': {'description': 'URL for google Authenticator', 'img': '~data:image/png;base64,.+',
               'value': 'otpauth://<type>/<serial>?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&digits=6&issuer=eduMFA'},
             'oathurl': {'description': 'URL for OATH token', 'img': '~data:image/png;base64,.+',
               'value': 'oathtoken:///addToken?name=<serial>&lockdown=true&key=3132333435363738393031323334353637383930'},
             'otpkey': {'description': 'OTP seed', 'value': 'seed://3132333435363738393031323334353637383930',
               'img': '~data:image/png;base64,.+', 'value_b32': 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'}}
            """;

    private PolicyServer server;
    private Tenant tenant;

    @BeforeAll
    void start(PolicyServer lent) {
        server = lent;
        tenant = server.tenant();
    }

    private static String shown(String type, String serial, String otps) {
        return SHOWN.replace("<type>", type).replace("<serial>", serial).replace("<otps>", otps);
    }

    private Object info(String serial) {
        return ((Map<?, ?>) tenant.listed(serial)).get("info");
    }

    private static Map<?, ?> values(Answer enrolled) {
        return (Map<?, ?>) enrolled.detail().get("otps");
    }

    @Test
    void aSheetOfPaperIsUsedFromTopToBottom() {
        assertValue(
                tenant.enrol("PPRONE", "user1", "type", "paper", "otpkey", SEED, "pin", "pp", "papertoken_count", "5"),
                "true",
                shown(
                        "paper",
                        "PPRONE",
                        "{'0': '755224', '1': '287082', '2': '359152', '3': '969429', '4': '338314'}"));

        assertDecision(
                tenant.check("user1", "pp287082"),
                true,
                "{'message': 'matching 1 tokens', 'otplen': 6, 'serial': 'PPRONE', 'type': 'paper'}");
        assertDecision(
                tenant.check("user1", "pp287082"),
                false,
                """
                {'message': 'wrong otp value. previous otp used again', 'otplen': 6, 'serial': 'PPRONE', 'type': 'paper'}
                """);
        assertThat(tenant.check("user1", "pp755224").isAccepted()).isFalse();
    }

    @Test
    void tansAreUsedInAnyOrderAndCounted() {
        assertValue(
                tenant.enrol("TANONE", "user2", "type", "tan", "otpkey", SEED, "pin", "tn", "tantoken_count", "3"),
                "true",
                shown("tan", "TANONE", "{'0': '755224', '1': '287082', '2': '359152'}"));
        assertJson(info("TANONE"), "{'hashlib': 'sha1', 'tan.count': 3, 'tokenkind': 'software', 'created_at': '~.+'}");

        assertDecision(
                tenant.check("user2", "tn359152"),
                true,
                "{'message': 'matching 1 tokens', 'otplen': 6, 'serial': 'TANONE', 'type': 'tan'}");
        assertDecision(
                tenant.check("user2", "tn359152"),
                false,
                "{'message': 'wrong otp value', 'otplen': 6, 'serial': 'TANONE', 'type': 'tan'}");
        assertThat(tenant.check("user2", "tn755224").isAccepted()).isTrue();
        assertThat(((Map<?, ?>) info("TANONE")).get("tan.count")).isEqualTo((Object) 1);
    }

    @Test
    void ofManyLogInsWithOneTanOneIsLetIn() {
        tenant.enrol("TANRACE", "user3", "type", "tan", "tans", "111111 222222");

        Stream<CompletableFuture<Answer>> answers = IntStream.range(0, 6)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> tenant.check("user3", "222222")));

        assertThat(answers.toList().stream().map(CompletableFuture::join))
                .filteredOn(Answer::isAccepted)
                .hasSize(1);
        assertThat(tenant.check("user3", "111111").isAccepted()).isTrue();
    }

    @Test
    void tansOfAFileAreTakenOnceAndNotBroughtBackByTheSameFile() {
        String file = "TANFILED, " + SEED + ", tan, 111222 333444 555666";
        Answer loaded = tenant.admin().upload("/token/load/tans.csv", file, "type", "oathcsv");
        assertThat(loaded.valueMap()).containsEntry("n_imported", 1);
        tenant.admin().post("/token/assign", "serial", "TANFILED", "user", "user4", "realm", tenant.realm());

        assertThat(tenant.check("user4", "333444").isAccepted()).isTrue();
        tenant.admin().upload("/token/load/tans.csv", file, "type", "oathcsv");

        assertThat(tenant.check("user4", "333444").isAccepted()).isFalse();
        assertThat(tenant.check("user4", "111222").isAccepted()).isTrue();
    }

    @Test
    void aNewListMustShowAValueWhereAPolicyWantsThat() {
        server.policy("enrollment", "verify_enrollment=tan", "user5");
        tenant.enrol("TANPROVEN", "user5", "type", "tan", "tans", "111111 222222 333333");

        assertThat(tenant.check("user5", "111111").message()).isEqualTo("matching 1 tokens, Token is not yet enrolled");
        assertThat(tenant.admin()
                        .post("/token/init", "serial", "TANPROVEN", "type", "tan", "verify", "222222")
                        .value())
                .isEqualTo(true);
        assertThat(tenant.check("user5", "222222").isAccepted()).isFalse();
        assertThat(tenant.check("user5", "333333").isAccepted()).isTrue();
    }

    @Test
    @ShowsEffect({"enrollment/papertoken_count", "enrollment/tantoken_count"})
    void policiesSayHowLongNewListsAre() {
        server.policy("enrollment", "papertoken_count=4, tantoken_count=7", "user6");

        assertThat(values(tenant.enrol("PPRSAID", "user6", "type", "paper", "papertoken_count", "9")))
                .hasSize(4);
        assertThat(values(tenant.enrol("TANSAID", "user6", "type", "tan", "tantoken_count", "9")))
                .hasSize(7);
        assertThat(values(tenant.enrol("PPRFREE", "user7", "type", "paper"))).hasSize(100);
    }

    @Test
    @ShowsEffect("authentication/tan_few_left")
    void recoveryCodesAreCountedAfterALogInAndFewOfThemAreWarnedOf() {
        server.policy("authentication", "tan_few_left=1, challenge_response=tan", "user9");
        tenant.enrol("TANCODES", "user9", "type", "tan", "tans", "111111 222222 333333", "pin", "1234");
        String used = "'otplen': 6, 'serial': 'TANCODES', 'type': 'tan', 'message': 'matching 1 tokens'";

        assertDecision(tenant.check("user9", "1234222222"), true, "{" + used + ", 'codes_left': 2}");
        String transaction =
                tenant.check("user9", "1234").detail().get("transaction_id").toString();
        assertDecision(
                tenant.check("user9", "333333", "transaction_id", transaction),
                true,
                """
                {'message': 'Found matching challenge', 'serial': 'TANCODES', 'codes_left': 1,
                 'codes_warning': 'You have 1 code left. Please get new ones.'}
                """);
        assertDecision(
                tenant.check("user9", "1234111111"),
                true,
                "{" + used + ", 'codes_left': 0, 'codes_warning': 'That was your last code. Please get new ones.'}");
        assertThat(tenant.check("user9", "1234111111").detail()).doesNotContainKey("codes_left");
    }

    @Test
    @ShowsEffect("authentication/paper_few_left")
    void valuesOfASheetAreCountedFromItsTopSkippedOnesIncluded() {
        server.policy("authentication", "paper_few_left=2", "user10");
        Map<?, ?> values =
                values(tenant.enrol("PPRCODES", "user10", "type", "paper", "papertoken_count", "5", "pin", "1234"));

        assertThat(tenant.check("user10", "1234" + values.get("0")).detail())
                .containsEntry("codes_left", 4)
                .doesNotContainKey("codes_warning");
        assertThat(tenant.check("user10", "1234" + values.get("2")).detail())
                .containsEntry("codes_left", 2)
                .containsEntry("codes_warning", "You have 2 codes left. Please get new ones.");
        assertThat(tenant.check("user10", "1234" + values.get("4")).detail())
                .containsEntry("codes_warning", "That was your last code. Please get new ones.");
    }

    @Test
    void nobodyIsShownAValueOnceMore() {
        tenant.enrol("TANHIDDEN", "user8", "type", "tan", "tans", "918273 827364");

        assertThat(tenant.admin().get("/token/", "serial", "TANHIDDEN").body())
                .doesNotContain("tan.tan", "918273", "827364");
        assertThat(tenant.admin().get("/token/TANHIDDEN/history").body()).doesNotContain("918273", "827364");
        assertThat(tenant.admin().get("/audit/", "serial", "TANHIDDEN").body()).doesNotContain("918273", "827364");
    }
}
