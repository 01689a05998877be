package org.symbolon.endtoend.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.command.tokentype.pushed.SoftPhone;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.PolicyServer;
import org.symbolon.endtoend.harness.PolicyTest;

/** People get a token on their phones and log in with it, on the page. It needs Chromium, and is left out where there is none. */
@PolicyTest
class PushPageBrowserTest {

    private final SoftPhone phone = SoftPhone.withRsa();
    private Browser browser;
    private PolicyServer server;
    private ApiClient anyone;

    @BeforeAll
    void start(PolicyServer lent, @TempDir Path profile) throws InterruptedException {
        browser = Browser.startOrSkip(profile);
        server = lent;
        anyone = server.tenant().anyone();
        server.policy(
                "enrollment",
                "push_firebase_configuration=poll only, push_registration_url=https://mfa.example.com/ttype/push",
                "");
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    private Answer post(Map<String, String> sent) {
        List<String> parameters = new ArrayList<>();
        sent.forEach((name, value) -> parameters.addAll(List.of(name, value)));
        return anyone.post("/ttype/push", parameters.toArray(String[]::new));
    }

    private Map<String, Object> asked() {
        Map<String, String> question = phone.ask(Instant.now());
        return anyone.get(
                        "/ttype/push",
                        "serial",
                        question.get("serial"),
                        "timestamp",
                        question.get("timestamp"),
                        "signature",
                        question.get("signature"))
                .list()
                .get(0);
    }

    private void open(String password) {
        browser.open("http://127.0.0.1:" + server.port() + "/");
        browser.type("#username", "user1");
        browser.enter("#password", password);
    }

    private void awaitAccount() {
        browser.awaitThat("!document.querySelector('#account').hidden");
    }

    @Test
    void aPhoneGetsATokenAndConfirmsTheNextLogIns() {
        open(PasswdFile.PASSWORD);
        awaitAccount();
        browser.click("#enrol");
        browser.evaluate("document.querySelector('dialog select[name=type]').value = 'push'");
        browser.type("dialog input[name=pin]", "1234");
        browser.type("dialog input[name=again]", "1234");
        browser.click("dialog button.primary");
        browser.awaitThat("document.querySelector('dialog img.code') !== null");
        String address = browser.evaluate("document.querySelector('dialog a[href^=\"otpauth://pipush/\"]').href")
                .asString();
        browser.click("dialog button.primary");
        browser.awaitThat("document.querySelector('dialog .error').innerText.includes('has not told')");
        phone.learn(post(phone.scan(address)).detail().get("public_key").toString());
        browser.awaitThat("document.querySelector('#status').innerText.includes('is ready')");
        browser.click("#log-out");
        browser.awaitThat("!document.querySelector('#log-in').hidden");

        server.policy("webui", "login_mode=eduMFA", "user1");
        server.policy("authentication", "push_require_presence", "user1");
        open("1234");
        browser.awaitThat("!document.querySelector('#challenge').hidden");
        assertThat(browser.evaluate("document.querySelector('#typed').checkVisibility()")
                        .asBoolean())
                .isFalse();
        post(phone.choose(asked().get("nonce"), browser.text("#challenge-choice")));
        awaitAccount();
        browser.click("#log-out");
        browser.awaitThat("!document.querySelector('#log-in').hidden");

        open("1234");
        browser.awaitThat("!document.querySelector('#challenge').hidden");
        post(phone.decline(asked().get("nonce")));
        browser.awaitThat("document.querySelector('#challenge-error').innerText.includes('refused on your phone')");
        assertThat(browser.complaints()).isEmpty();
    }
}
