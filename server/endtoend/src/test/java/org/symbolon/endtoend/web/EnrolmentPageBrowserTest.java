package org.symbolon.endtoend.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.command.tokentype.tiqr.SoftTiqr;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.PoliciesInUse;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/** People enrol tokens on the page, are interrupted, and go on. It needs Chromium, and is left out where there is none. */
@WireTest
class EnrolmentPageBrowserTest {

    private static final String REALM = "enrolmentpage";
    private static final String LINK = "dialog a[href^=\"otpauth://hotp/\"]";
    private static final Pattern SECRET = Pattern.compile("[?&]secret=([A-Z2-7]+)");

    @TempDir
    private static Path profile;

    private InProcessServer server;
    private Tenant tenant;
    private PoliciesInUse policies;
    private Browser browser;
    private int users;

    @BeforeAll
    void prepare(InProcessServer shared, Path folder) throws InterruptedException {
        browser = Browser.startOrSkip(profile);
        server = shared;
        tenant = Tenant.create(server, REALM, folder, 9);
        policies = new PoliciesInUse(tenant.admin(), REALM);
        policies.use("webui", "logout_time=60", "realm", REALM);
    }

    @AfterAll
    void end() {
        if (browser != null) {
            browser.close();
            policies.end();
        }
    }

    /** A user of one's own for each test, so that there is one token to be seen. */
    @BeforeEach
    void begin() {
        users++;
        logIn();
    }

    private void logIn() {
        browser.open("http://127.0.0.1:" + server.port() + "/");
        browser.type("#username", "user" + users + "@" + REALM);
        browser.enter("#password", PasswdFile.PASSWORD);
        browser.awaitThat("!document.querySelector('#account').hidden");
    }

    /** Begins the enrolment of a token and answers the device that has scanned its code. */
    private Device beginToEnrol() {
        browser.click("#enrol");
        browser.click("dialog button.primary");
        return scanned();
    }

    private Device scanned() {
        browser.awaitThat("document.querySelector('dialog img.code') !== null");
        Matcher secret = SECRET.matcher(
                browser.evaluate("document.querySelector('" + LINK + "').href").asString());
        assertThat(secret.find()).isTrue();
        return new Device(HexFormat.of().formatHex(new Base32().decode(secret.group(1))));
    }

    private void awaitStatus(String text) {
        browser.awaitThat("document.querySelector('#status').innerText.includes('" + text + "')");
    }

    private String rolloutState() {
        Object token = tenant.admin()
                .get("/token/", "user", "user" + users, "realm", REALM)
                .rows("tokens")
                .get(0)
                .get("rollout_state");
        return (String) token;
    }

    /** The page's clock shows so much more, and whoever looks at it twice a second has looked. */
    private void letSecondsPass(int seconds) {
        browser.evaluate("{ const now = Date.now; Date.now = () => now() + " + seconds + "000; window.ticks = 0;"
                + " setInterval(() => window.ticks++, 500); }");
        browser.awaitThat("window.ticks > 2");
    }

    @Test
    void anAppThatConfirmsLogInsTakesItsTokenFromThePage() {
        tenant.admin()
                .post("/system/setConfig", "tiqr.regServer", tenant.admin().address() + "/ttype/tiqr");
        SoftTiqr app = new SoftTiqr(
                (address, fields) -> tenant.anyone()
                        .post(
                                "/ttype/tiqr",
                                fields.entrySet().stream()
                                        .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                                        .toArray(String[]::new))
                        .body(),
                "31".repeat(32));
        browser.click("#enrol");
        browser.evaluate("document.querySelector('dialog select[name=type]').value = 'tiqr'");
        browser.click("dialog button.primary");
        browser.awaitThat("document.querySelector('dialog img.code') !== null");
        String code = browser.evaluate("document.querySelector('dialog a[href^=\"tiqrenroll:\"]').href")
                .asString();

        browser.click("dialog button.primary");
        browser.awaitThat("document.querySelector('dialog .error').innerText.includes('has not told')");
        assertThat(app.enrol(code)).isEqualTo("OK");
        browser.click("dialog button.primary");
        awaitStatus("is ready");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aCodeStaysAsLongAsSomebodyNeedsToInstallAnApp() {
        Device device = beginToEnrol();

        letSecondsPass(600);

        assertThat(browser.evaluate("document.querySelector('" + LINK + "').checkVisibility()")
                        .asBoolean())
                .isTrue();
        assertThat(rolloutState()).isEqualTo("verify");
        browser.enter("dialog input[name=value]", "000000");
        browser.awaitThat("document.querySelector('dialog .error').innerText.includes('failed')");
        browser.enter("dialog input[name=value]", device.otp(0));
        awaitStatus("is ready");
        assertThat(rolloutState()).isEqualTo("enrolled");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whereNoCodeIsShownTheIdleAreWarnedAndLoggedOut() {
        browser.click("#enrol");

        letSecondsPass(45);
        browser.awaitThat("document.querySelector('dialog .status').innerText.includes('You will be logged out')");
        letSecondsPass(600);

        browser.awaitThat("document.querySelector('#log-in-error').innerText.includes('nothing was done')");
    }

    @Test
    void theKeyIsShownAndCopiedWhenItIsAskedFor() {
        Device device = beginToEnrol();
        String key = "document.querySelector('dialog .key')";
        assertThat(browser.evaluate(key + ".checkVisibility()").asBoolean()).isFalse();

        browser.evaluate("{ const clipboard = navigator.clipboard; const write = clipboard.writeText.bind(clipboard);"
                + " clipboard.writeText = (text) => { window.written = text; return write(text); }; }");

        browser.press("dialog p.buttons button");

        browser.awaitThat("document.querySelector('dialog p.buttons [role=status]').innerText === 'Copied.'");
        assertThat(browser.evaluate(key + ".checkVisibility()").asBoolean()).isTrue();
        String shown = browser.evaluate(key + ".innerText").asString();
        assertThat(HexFormat.of().formatHex(new Base32().decode(shown))).isEqualTo(device.seed());
        assertThat(browser.evaluate("window.written").asString()).isEqualTo(shown);
    }

    @Test
    void whoeverLeavesTheCodeFinishesLaterOrWithANewOne() {
        Device first = beginToEnrol();
        browser.pressEscape();
        awaitStatus("is not finished");
        browser.awaitThat("document.querySelector('#tokens').innerText.includes('Not finished')");
        assertThat(browser.text("body")).doesNotContain("is ready");
        assertThat(browser.evaluate("[...document.querySelectorAll('.panel')].some((panel) => {"
                                + " const [one, two] = [panel, document.querySelector('#status')].map((part) =>"
                                + " part.getBoundingClientRect());"
                                + " return one.height > 0 && one.top < two.bottom && two.top < one.bottom; })")
                        .asBoolean())
                .as("what is said in passing lies over something")
                .isFalse();

        browser.click("#tokens button[aria-label^=\"New code\"]");
        browser.click("dialog button.primary");
        Device second = scanned();
        assertThat(second.seed()).isNotEqualTo(first.seed());
        browser.pressEscape();
        awaitStatus("is not finished");

        browser.click("#tokens button[aria-label^=Finish]");
        browser.enter("dialog input[name=value]", first.otp(0));
        browser.awaitThat("document.querySelector('dialog .error').innerText.includes('failed')");
        browser.enter("dialog input[name=value]", second.otp(0));
        awaitStatus("is ready");
        assertThat(rolloutState()).isEqualTo("enrolled");
    }

    @Test
    void aTokenGoesOverToANewPhone() {
        PoliciesInUse own = new PoliciesInUse(tenant.admin(), "newphone");
        own.use("user", "*", "realm", REALM);
        try {
            moveToNewPhone("user" + users);
        } finally {
            own.end();
        }
    }

    private void beginToMove() {
        String button = "#tokens button[aria-label^=\"New phone\"]";
        browser.awaitThat("document.querySelector('" + button + "') !== null");
        browser.click(button);
    }

    private void moveToNewPhone(String user) {
        Device old = new Device("3132333435363738393031323334353637383930");
        tenant.enrol("MOVES", user, "type", "hotp", "otpkey", old.seed());
        logIn();

        beginToMove();
        browser.enter("dialog input[name=otp]", "000000");
        browser.awaitThat("document.querySelector('dialog .error').innerText.includes('old device')");
        browser.enter("dialog input[name=otp]", old.otp(0));
        Device device = scanned();
        browser.pressEscape();
        awaitStatus("stays on your old device");
        assertThat(tenant.check(user, old.otp(1)).isAccepted()).isTrue();

        beginToMove();
        browser.enter("dialog input[name=otp]", old.otp(2));
        Device second = scanned();
        assertThat(second.seed()).isNotEqualTo(device.seed());
        browser.enter("dialog input[name=value]", second.otp(0));
        awaitStatus("is ready");

        assertThat(tenant.check(user, old.otp(3)).isAccepted()).isFalse();
        assertThat(tenant.check(user, second.otp(1)).isAccepted()).isTrue();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void recoveryCodesAreShownOnceToBePrinted() {
        browser.click("#enrol");
        browser.evaluate("document.querySelector('dialog select[name=type]').value = 'tan';"
                + " window.print = () => { window.printed = true; };");
        browser.click("dialog button.primary");
        browser.awaitThat("document.querySelectorAll('dialog .codes li').length === 10");
        String code = browser.evaluate("document.querySelector('dialog .codes code').innerText")
                .asString();

        browser.click("dialog p.buttons button");
        browser.awaitThat("window.printed === true");
        browser.click("dialog button.primary");

        awaitStatus("is ready");
        assertThat(code).matches("[0-9]{8}");
        assertThat(tenant.check("user" + users, code).isAccepted()).isTrue();
        assertThat(tenant.check("user" + users, code).isAccepted()).isFalse();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void nothingIsDeletedWithoutAQuestion() {
        tenant.enrol("TODELETE", "user" + users, "genkey", "1");
        logIn();
        browser.awaitThat("document.querySelectorAll('#tokens > li').length === 1");

        browser.click("#tokens button.danger");
        assertThat(browser.text("dialog h2")).isEqualTo("Delete TODELETE?");
        assertThat(browser.text("dialog :focus")).isEqualTo("Cancel");
        browser.pressEscape();
        browser.awaitThat("document.querySelector('dialog') === null");
        assertThat(tenant.listed("TODELETE").toString()).contains("TODELETE");
        browser.click("#tokens button.danger");
        browser.click("dialog button.danger");

        awaitStatus("TODELETE is deleted.");
    }
}
