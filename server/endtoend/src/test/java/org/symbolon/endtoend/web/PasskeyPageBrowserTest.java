package org.symbolon.endtoend.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.PolicyServer;
import org.symbolon.endtoend.harness.PolicyTest;

/** Somebody logs in on the page with a passkey, which Chromium imitates. It needs Chromium, and is left out where there is none. */
@PolicyTest
class PasskeyPageBrowserTest {

    private PolicyServer server;
    private Browser browser;
    private String address;

    @BeforeAll
    void start(PolicyServer lent, @TempDir Path profile) throws InterruptedException {
        browser = Browser.startOrSkip(profile);
        server = lent;
        address = "http://localhost:" + server.port();
        server.policy("enrollment", "webauthn_relying_party_id=localhost, webauthn_relying_party_name=Example", "");
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    private void register(VirtualAuthenticator device, String user) {
        ApiClient page = server.admin().from(address);
        Answer begun = page.post("/token/init", "type", "passkey", "serial", "PIPKPAGE", "user", user);
        Map<String, String> made = device.answer("makePasskey", begun.detail().get("passkey_registration"));
        String[] fields = made.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
        Answer finished = page.post(
                "/token/init",
                ApiClient.joined(
                        fields,
                        "type",
                        "passkey",
                        "serial",
                        "PIPKPAGE",
                        "transaction_id",
                        begun.detail().get("transaction_id").toString()));
        assertThat(finished.status()).as(finished.body()).isEqualTo(200);
    }

    @Test
    void whoeverHasAPasskeyLogsInWithoutAName() {
        browser.open(address + "/");
        VirtualAuthenticator device = VirtualAuthenticator.in(browser);
        register(device, "user1");

        browser.click("#by-key");

        browser.awaitThat("!document.querySelector('#account').hidden");
        assertThat(browser.text("#identity")).contains("user1");
        browser.click("#log-out");
        browser.awaitThat("!document.querySelector('#log-in').hidden");
        device.remove();
        assertThat(browser.complaints()).isEmpty();
    }
}
