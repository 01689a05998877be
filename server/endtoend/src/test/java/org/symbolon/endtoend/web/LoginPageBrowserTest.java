package org.symbolon.endtoend.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PoliciesInUse;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/** The page that people log in on, used as they use it. It needs Chromium, and is left out where there is none. */
@WireTest
class LoginPageBrowserTest {

    private static final String REALM = "browser";
    private static final String PIN = "{\"serial\": \"BROWSER1\", \"otppin\": \"50%25\"}";

    @TempDir
    private static Path profile;

    private final Device device = Device.random(new SplittableRandom());
    private InProcessServer server;
    private Tenant tenant;
    private PoliciesInUse policies;
    private Browser browser;

    @BeforeAll
    void prepare(InProcessServer shared, Path folder) throws InterruptedException {
        browser = Browser.startOrSkip(profile);
        server = shared;
        tenant = Tenant.create(server, REALM, folder, 2);
        policies = new PoliciesInUse(tenant.admin(), "browser");
    }

    @AfterAll
    void end() {
        if (browser != null) {
            browser.close();
            policies.end();
        }
    }

    private void logIn(String password) {
        browser.evaluate("document.querySelector('#credentials').reset()");
        browser.type("#username", "user1");
        browser.enter("#password", password);
    }

    @Test
    void somebodyLogsInInTwoStepsUsesATokenAndLogsOut() {
        tenant.enrol("BROWSER1", "user1", "otpkey", device.seed(), "description", "<img src=x>");
        tenant.admin().post("/token/setpin", "application/json", PIN.getBytes(StandardCharsets.UTF_8));
        policies.use("webui", "realm_dropdown=browser");
        policies.use("webui", "login_mode=eduMFA, deletion_confirmation", "realm", REALM);
        policies.use("authentication", "challenge_response=hotp, challenge_text=Your value:", "realm", REALM);
        browser.open("http://127.0.0.1:" + server.port() + "/");

        logIn("wrong");
        browser.awaitThat("document.querySelector('#log-in-error').textContent.includes('Wrong credentials')");
        logIn("50%25");
        browser.awaitThat("!document.querySelector('#challenge').hidden");
        assertThat(browser.text("#challenge-message")).isEqualTo("Your value:");
        browser.enter("#response", device.otp(50));
        browser.awaitThat("document.querySelector('#challenge-error').textContent.includes('did not match')");
        browser.enter("#response", device.otp(0));

        browser.awaitThat("document.querySelectorAll('#tokens > li').length === 1");
        assertThat(browser.text("#identity")).contains("user1", REALM);
        assertThat(browser.text("#tokens")).contains("BROWSER1", "Active", "<img src=x>");
        browser.click("#tokens button[aria-label^=Disable]");
        browser.awaitThat("document.querySelector('#tokens').innerText.includes('Disabled')");
        assertThat(tenant.listed("BROWSER1").toString()).contains("active=false");
        assertThat(browser.evaluate("document.cookie + localStorage.length + sessionStorage.length")
                        .asString())
                .isEqualTo("00");

        browser.click("#log-out");
        browser.awaitThat("!document.querySelector('#log-in').hidden");
        assertThat(browser.text("main")).doesNotContain("user1", "BROWSER1");
        assertThat(browser.complaints()).isEmpty();
    }
}
