package org.symbolon.connectors.caconnector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.command.caconnector.port.Authority;
import org.symbolon.command.caconnector.port.AuthorityAnswer;
import org.symbolon.command.caconnector.port.CertificateRequest;
import org.symbolon.command.caconnector.port.Subject;
import org.symbolon.events.shared.Secret;

/** Keys that are made here go to people under their PINs. */
class CertificateKeysTest {

    private static final Secret PIN = Secret.of("Blue-4711");
    private static final Subject ALICE = new Subject("alice", Optional.empty(), Optional.empty());

    private final CertificateKeys keys = new CertificateKeys(new SecureRandom());

    @TempDir
    Path folder;

    private CertificateKeys.Packed packed(Secret pin) throws Exception {
        Map<String, Secret> options = new NewAuthority(
                        folder.resolve("ca" + pin.length()), "CN=Test", 2048, 10, 30, 5, Secret.EMPTY)
                .make(new SecureRandom(), Instant.now()).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> Secret.of(entry.getValue())));
        CertificateKeys.Made made = keys.make(2048, ALICE);
        AuthorityAnswer.Issued issued = (AuthorityAnswer.Issued) new LocalAuthority(
                        new CaFolders(List.of(folder)),
                        new AuthorityContract.Records(),
                        new SecureRandom(),
                        Clock.systemUTC())
                .request(
                        new Authority("test", "local", options),
                        new CertificateRequest(made.request(), Optional.of(ALICE), Optional.empty()));
        assertThat(made.toString()).doesNotContain("BEGIN PRIVATE");
        return keys.pack(made.key(), issued.certificate(), issued.chain(), pin);
    }

    @Test
    void javaReadsTheKeyWithTheChain() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        byte[] file = Base64.getDecoder().decode(packed(PIN).pkcs12().reveal());
        store.load(new ByteArrayInputStream(file), PIN.reveal().toCharArray());
        String alias = store.aliases().nextElement();

        assertThat(store.getKey(alias, PIN.reveal().toCharArray()).getAlgorithm())
                .isEqualTo("RSA");
        assertThat(store.getCertificateChain(alias)).hasSize(2);
        assertThat(((X509Certificate) store.getCertificate(alias))
                        .getSubjectX500Principal()
                        .getName())
                .isEqualTo("CN=alice");
    }

    @Test
    void opensslReadsBothFormsWithThePinAlone() throws Exception {
        Openssl openssl = Openssl.required();
        Secret pin = Secret.of("Gr\u00fcn-4711");
        CertificateKeys.Packed packed = packed(pin);
        Path store = Files.write(
                folder.resolve("alice.p12"),
                Base64.getDecoder().decode(packed.pkcs12().reveal()));
        Path key = Files.writeString(folder.resolve("key.pem"), packed.pem().reveal());

        String[] reading = {"pkcs12", "-legacy", "-info", "-nodes", "-in", store.toString(), "-passin", "pass:"};
        reading[reading.length - 1] += pin.reveal();
        assertThat(openssl.says(reading)).contains("BEGIN PRIVATE KEY", "CN=alice", "Iteration 50000");
        reading[reading.length - 1] = "pass:wrong";
        openssl.objects(reading);
        assertThat(openssl.says("pkey", "-in", key.toString(), "-passin", "pass:" + pin.reveal(), "-noout", "-check"))
                .contains("valid");
        openssl.objects("pkey", "-in", key.toString(), "-passin", "pass:wrong", "-noout");
    }

    @Test
    void withoutAPinNothingIsAskedFor() throws Exception {
        Openssl openssl = Openssl.required();
        CertificateKeys.Packed packed = packed(Secret.EMPTY);
        Path store = Files.write(
                folder.resolve("open.p12"),
                Base64.getDecoder().decode(packed.pkcs12().reveal()));

        assertThat(openssl.says("pkcs12", "-legacy", "-nodes", "-in", store.toString(), "-passin", "pass:"))
                .contains("BEGIN PRIVATE KEY");
        assertThat(packed.pem().reveal()).startsWith("-----BEGIN PRIVATE KEY-----");
    }
}
