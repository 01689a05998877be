package org.symbolon.endtoend.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.ListedToken;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/** What enrolling a token answers, and what token comes of it. */
@WireTest
class TokenInitWireTest {

    private static final String REALM = "init";
    private static final String SEED = "3132333435363738393031323334353637383930";
    private static final String BASE32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final String IMAGE = "~data:image/png;base64,[+/A-Za-z0-9]{200,}={0,2}";
    private static final String OWNED =
            """
            {'realms': ['init'], 'resolver': 'init', 'user_id': '1001', 'username': 'user1', 'user_realm': 'init',
             'user_editable': false}
            """;

    private Tenant tenant;
    private ApiClient admin;

    @BeforeAll
    void prepare(InProcessServer server, Path folder) {
        tenant = Tenant.create(server, REALM, folder, 4);
        admin = tenant.admin();
    }

    private Answer init(String... parameters) {
        return admin.post("/token/init", parameters);
    }

    /** The detail of an OATH token; the parameters are those of the otpauth URL behind the secret. */
    private static String oath(String type, String serial, String seed, String base32, String parameters, String more) {
        return """
                {'serial': '%2$s', 'rollout_state': '',
                 'otpkey': {'description': 'OTP seed', 'img': '%6$s', 'value': 'seed://%3$s', 'value_b32': '%4$s'},
                 'googleurl': {'description': 'URL for google Authenticator', 'img': '%6$s',
                               'value': 'otpauth://%1$s/%2$s?secret=%4$s&%5$s&issuer=eduMFA'},
                 'oathurl': {'description': 'URL for OATH token', 'img': '%6$s',
                             'value': 'oathtoken:///addToken?name=%2$s&lockdown=true&key=%3$s%7$s'}}
                """
                .formatted(type, serial, seed, base32, parameters, IMAGE, more);
    }

    private static String hotp(String serial) {
        return oath("hotp", serial, SEED, BASE32, "counter=1&digits=6", "");
    }

    @Test
    void aHotpTokenWithItsSeed() {
        assertValue(
                tenant.enrol(
                        "INIT1", "user1", "type", "hotp", "otpkey", SEED, "pin", "1234", "description", "the first"),
                "true",
                hotp("INIT1"));

        assertJson(
                tenant.listed("INIT1"),
                ListedToken.of("INIT1", ExpectedJson.overlaid(OWNED, "{'description': 'the first'}")));
        assertThat(tenant.check("user1", "1234755224", "serial", "INIT1").isAccepted())
                .isTrue();
    }

    @Test
    void theTypeIsHotpAndTheSeedIsMadeWhenAsked() {
        Answer answer = init("genkey", "1");

        String serial = (String) answer.detail().get("serial");
        Map<?, ?> key = (Map<?, ?>) answer.detail().get("otpkey");
        String seed = ((String) key.get("value")).replace("seed://", "");
        assertThat(serial).matches("OATH\\d{4}[0-9A-F]{4}");
        assertThat(seed).matches("[0-9a-f]{40}");
        assertValue(
                answer, "true", oath("hotp", serial, seed, (String) key.get("value_b32"), "counter=1&digits=6", ""));
        assertThat(admin.check("serial", serial, new Device(seed).otp(0)).isAccepted())
                .isTrue();
    }

    @Test
    void aSeedThatIsMadeWinsOverOneThatIsGivenAndFitsTheHashFunction() {
        Answer answer = init("type", "HOTP", "genkey", "true", "otpkey", SEED, "hashlib", "sha256");

        Map<?, ?> key = (Map<?, ?>) answer.detail().get("otpkey");
        assertThat((String) key.get("value")).matches("seed://[0-9a-f]{64}");
    }

    @Test
    void digitsAndHashFunctionAreInTheUrlAndInTheToken() {
        assertValue(
                init("type", "hotp", "serial", "INIT2", "otpkey", SEED, "otplen", "8", "hashlib", "sha512"),
                "true",
                oath("hotp", "INIT2", SEED, BASE32, "counter=1&algorithm=SHA512&digits=8", ""));

        assertJson(
                tenant.listed("INIT2"),
                ListedToken.of(
                        "INIT2",
                        "{'otplen': 8, 'info': {'created_at': '~%s', 'hashlib': 'sha512', 'tokenkind': 'software'}}"
                                .formatted(ListedToken.MICROSECONDS)));
    }

    @Test
    void aTotpTokenKnowsItsStep() {
        assertValue(
                init("type", "totp", "serial", "INIT3", "otpkey", SEED),
                "true",
                oath("totp", "INIT3", SEED, BASE32, "period=30&digits=6", "&timeBased=true"));
        assertValue(
                init("type", "totp", "serial", "INIT4", "otpkey", SEED, "timeStep", "60", "hashlib", "sha256"),
                "true",
                oath("totp", "INIT4", SEED, BASE32, "algorithm=SHA256&period=60&digits=6", "&timeBased=true"));

        assertJson(
                tenant.listed("INIT4"),
                ListedToken.of(
                        "INIT4",
                        """
                        {'tokentype': 'totp',
                         'info': {'created_at': '~%s', 'hashlib': 'sha256', 'tokenkind': 'software', 'timeStep': '60',
                                  'timeWindow': '180', 'timeShift': '0'}}
                        """
                                .formatted(ListedToken.MICROSECONDS)));
    }

    @Test
    void aSimplePassHasASeedThatNobodyUses() {
        assertValue(
                tenant.enrol("INIT5", "user2", "type", "spass", "pin", "simple"),
                "true",
                "{'serial': 'INIT5', 'otpkey': {'description': 'OTP seed', 'img': '%s', 'value': '~seed://[0-9a-f]{40}'}}"
                        .formatted(IMAGE));

        assertThat((String) init("type", "spass").detail().get("serial")).matches("PISP\\d{4}[0-9A-F]{4}");
    }

    @Test
    void aPasswordTokenIsToldItsPassword() {
        String expected =
                """
                {'serial': '%1$s', 'password': '%2$s',
                 'otpkey': {'description': 'OTP seed', 'img': '%3$s', 'value': 'seed://%2$s'}}
                """;
        assertValue(
                init("type", "pw", "serial", "INIT6", "otpkey", "Geheim!"),
                "true",
                expected.formatted("INIT6", "Geheim!", IMAGE));

        Answer made = init("type", "pw", "serial", "INIT7", "genkey", "1");
        String password = (String) made.detail().get("password");
        assertThat(password).matches("[A-Za-z0-9]{12}");
        assertValue(made, "true", expected.formatted("INIT7", password, IMAGE));
        assertJson(
                tenant.listed("INIT7"),
                ListedToken.of(
                        "INIT7",
                        "{'tokentype': 'pw', 'otplen': 12, 'info': {'created_at': '~%s', 'tokenkind': 'software'}}"
                                .formatted(ListedToken.MICROSECONDS)));
    }

    @Test
    void aSeedMayComeInBase32WithAChecksum() {
        String format = "otpkeyformat";
        assertValue(
                init("type", "hotp", "serial", "INIT8", "otpkey", "agzqplbrgiztinjwg44dsma", format, "base32check"),
                "true",
                oath("hotp", "INIT8", "31323334353637383930", "GEZDGNBVGY3TQOJQ", "counter=1&digits=6", ""));
    }

    @Test
    void aSeedInBase32WithoutARightChecksumIsRefused() {
        Map<String, String> reasons = Map.of(
                BASE32,
                "Malformed base32check data: Incorrect checksum",
                "GEZDG",
                "Malformed base32check data: Too short",
                "1890!",
                "Malformed base32check data: Invalid base32");
        reasons.forEach((key, reason) -> assertRefusal(
                init("type", "hotp", "otpkey", key, "otpkeyformat", "base32check"), 400, 905, "ERR905: " + reason));
        assertRefusal(
                init("type", "hotp", "otpkey", SEED, "otpkeyformat", "octal"),
                400,
                905,
                "ERR905: Unknown OTP key format: 'octal'");
    }

    @Test
    void aSeedThatIsNoNumberIsTakenAndNeverRight() {
        assertValue(
                init("type", "hotp", "serial", "INIT9", "otpkey", "zzzz"),
                "true",
                """
                {'serial': 'INIT9', 'rollout_state': '',
                 'otpkey': {'description': 'OTP seed', 'img': '%s', 'value': 'seed://zzzz'}}
                """
                        .formatted(IMAGE));
        assertThat(admin.check("serial", "INIT9", "755224").isRejected()).isTrue();
    }

    @Test
    void enrolmentInTwoStepsIsNotOffered() {
        assertValue(init("type", "hotp", "serial", "INIT10", "otpkey", SEED, "2stepinit", "1"), "true", hotp("INIT10"));
        assertThat(admin.check("serial", "INIT10", "755224").isAccepted()).isTrue();
    }

    @Test
    void aTokenOfNobodyMayBeInARealm() {
        assertValue(init("type", "hotp", "serial", "INIT11", "otpkey", SEED, "realm", "INIT"), "true", hotp("INIT11"));

        assertJson(tenant.listed("INIT11"), ListedToken.of("INIT11", "{'realms': ['init']}"));
        assertRefusal(
                init("type", "hotp", "otpkey", SEED, "realm", "nowhere"), 404, 601, "Realm 'nowhere' does not exist.");
    }

    @Test
    void anOwnerMustBeKnown() {
        String message = "ERR904: The user can not be found in any resolver in this realm!";

        assertRefusal(tenant.enrol("INIT12", "nobody", "type", "spass"), 400, 904, message);
        assertRefusal(init("type", "spass", "user", "user1", "realm", "nowhere"), 400, 904, message);
        assertRefusal(
                init("type", "spass", "user", "user1", "realm", REALM, "resolver", "nowhere"),
                400,
                904,
                "ERR904: The resolver 'nowhere' does not exist!");
        assertThat(admin.get("/token/", "serial", "INIT12").rows("tokens")).isEmpty();
    }

    @Test
    void entriesOfInfoCanBeGiven() {
        init(
                "type",
                "hotp",
                "serial",
                "INIT13",
                "otpkey",
                SEED,
                "info",
                "{\"colour\": \"red\", \"none\": \"\"}",
                "hotp.batch",
                "7",
                "validity_period_start",
                "2020-01-02T03:04+0000",
                "validity_period_end",
                "2099-12-31 23:59+01:00");

        assertJson(
                tenant.listed("INIT13"),
                ListedToken.of(
                        "INIT13",
                        """
                        {'info': {'created_at': '~%s', 'hashlib': 'sha1', 'tokenkind': 'software', 'colour': 'red',
                                  'hotp.batch': '7', 'validity_period_start': '2020-01-02T03:04+0000',
                                  'validity_period_end': '2099-12-31T23:59+0100'}}
                        """
                                .formatted(ListedToken.MICROSECONDS)));
        assertRefusal(
                init("type", "spass", "validity_period_end", "nonsense"),
                400,
                301,
                "ERR301: Could not parse validity period end date!");
    }

    @Test
    void parametersMayComeAsJson() {
        assertValue(
                admin.post(
                        "/token/init",
                        "application/json",
                        """
                        {"type": "hotp", "serial": "INIT14", "otpkey": "%s", "otplen": 8, "info": {"floor": 3}}
                        """
                                .formatted(SEED)
                                .getBytes(StandardCharsets.UTF_8)),
                "true",
                oath("hotp", "INIT14", SEED, BASE32, "counter=1&digits=8", ""));

        assertJson(
                ExpectedJson.entry(tenant.listed("INIT14"), "info"),
                "{'created_at': '~%s', 'hashlib': 'sha1', 'tokenkind': 'software', 'floor': '3'}"
                        .formatted(ListedToken.MICROSECONDS));
    }

    @Test
    void theSameSerialAgainIsTheSameTokenAnew() {
        tenant.enrol("INIT15", "user3", "type", "hotp", "otpkey", SEED, "pin", "pin", "description", "old");
        Object id = ExpectedJson.entry(tenant.listed("INIT15"), "id");
        tenant.check("user3", "pin755224");
        tenant.check("user3", "pin755224");

        assertValue(init("type", "hotp", "serial", "INIT15", "otpkey", SEED), "true", hotp("INIT15"));

        assertJson(
                tenant.listed("INIT15"),
                ListedToken.of(
                        "INIT15",
                        """
                        {'id': %s, 'description': 'old', 'realms': ['init'], 'resolver': 'init', 'user_id': '1003',
                         'username': 'user3', 'user_realm': 'init', 'user_editable': false,
                         'info': {'created_at': '~%2$s', 'last_auth': '~%2$s', 'count_auth': '2',
                                  'count_auth_success': '1', 'hashlib': 'sha1', 'tokenkind': 'software'}}
                        """
                                .formatted(id, ListedToken.MICROSECONDS)));
        assertThat(tenant.check("user3", "pin755224").isAccepted()).isTrue();
        assertRefusal(
                tenant.enrol("INIT15", "user2", "type", "hotp", "otpkey", SEED),
                400,
                301,
                "ERR301: This token is already assigned to another user.");
        assertRefusal(
                init("type", "totp", "serial", "INIT15", "otpkey", SEED),
                400,
                301,
                "ERR301: initToken failed: token 'INIT15' already exist with type 'hotp'. Can not initialize token with"
                        + " new type 'totp'");
    }

    @Test
    void whatCannotBeEnrolledIsRefused() {
        Map<List<String>, String> refusals = Map.of(
                List.of("type", "nosuchtype", "genkey", "1"), "Unknown token type: 'nosuchtype'",
                List.of("type", "hotp"), "Missing parameter: 'otpkey'",
                List.of("type", "totp"), "Missing parameter: 'otpkey'",
                List.of("type", "pw"), "Missing parameter: 'otpkey'",
                List.of("type", "hotp", "otpkey", ""), "Parameter 'otpkey' must not be empty",
                List.of("type", "hotp", "genkey", "1", "otplen", "abc"),
                        "Parameter 'otplen' must be a number from 4 to 10",
                List.of("type", "hotp", "genkey", "1", "otplen", "3"),
                        "Parameter 'otplen' must be a number from 4 to 10",
                List.of("type", "hotp", "genkey", "1", "hashlib", "whirlpool"),
                        "Unknown hash algorithm in parameter 'hashlib'",
                List.of("type", "hotp", "genkey", "1", "serial", "bad serial!"),
                        "Invalid serial number. Must comply to ^[0-9a-zA-Z\\-_]+$.");

        refusals.forEach((parameters, message) ->
                assertRefusal(init(parameters.toArray(String[]::new)), 400, 905, "ERR905: " + message));
    }
}
