package org.symbolon.api.kernel.login;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of those whose log-in tokens are to count: whatever cannot be followed keeps the server from starting. */
class TrustedIssuerFileTest extends IssuedTokens {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "algorithm; HS256; algorithm must be one of",
                "algorithm; none; algorithm must be one of",
                "algorithm; ES256; public_key must be",
                "public_key; AAAA; public_key must be a public key in PEM",
                "username; '('; username must be a regular expression",
                "username; ''; username must not be empty",
                "username;; username is missing",
                "role; root; role must be admin or user",
                "role; validate; role must be admin or user",
                "realm;; realm is missing",
                "audience; symbolon; nobody knows the key 'audience'",
                "static_data; yes; static_data must be true or false"
            })
    void anEntryThatCannotBeFollowedKeepsTheServerFromStarting(String key, String value, String reason) {
        assertThatThrownBy(() -> issuers(entry(), entry(key, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("symbolon.trusted-jwt: in entry 2 " + reason);
    }

    @Test
    void aWeakKeyKeepsTheServerFromStarting() {
        KeyPair weak = pair("RSA", new RSAKeyGenParameterSpec(1024, RSAKeyGenParameterSpec.F4));

        assertThatThrownBy(() -> issuers(entry("public_key", pem(weak))))
                .hasMessage("symbolon.trusted-jwt: in entry 1 public_key must have 2048 bits or more");
    }

    @Test
    void usersAreOfARealm() {
        assertThatThrownBy(() -> issuers(entry("role", "user", "realm", "")))
                .hasMessage("symbolon.trusted-jwt: in entry 1 realm must say of which realm the users are");
    }

    @Test
    void aFileThatIsNoneKeepsTheServerFromStarting() {
        String name = folder.resolve("trusted.json").toString();

        assertThatThrownBy(() -> new TrustedIssuers(name)).hasMessageContaining("cannot be read");
        for (String content : Set.of("", "{}", "[", "[7]")) {
            file(content);
            assertThatThrownBy(() -> new TrustedIssuers(name))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("symbolon.trusted-jwt: ");
        }
    }
}
