package org.symbolon.store.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ResponseKeysTest {

    private final JdbcClient jdbc = VaultDatabase.emptied();
    private final SecureRandom random = new SecureRandom();
    private final MasterKey master = new MasterKey(random.generateSeed(32));

    @Test
    void makesAPairThatSigns() throws GeneralSecurityException {
        ResponseKeys keys = ResponseKeys.loadOrCreate(jdbc, master, random);
        byte[] response = "a response".getBytes(StandardCharsets.UTF_8);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.privateKey());
        signature.update(response);
        byte[] signed = signature.sign();
        signature.initVerify(keys.publicKey());
        signature.update(response);

        assertThat(signature.verify(signed)).isTrue();
        assertThat(((RSAPublicKey) keys.publicKey()).getModulus().bitLength()).isEqualTo(2048);
    }

    @Test
    void laterStartsFindTheSamePair() {
        ResponseKeys first = ResponseKeys.loadOrCreate(jdbc, master, random);
        ResponseKeys second = ResponseKeys.loadOrCreate(jdbc, master, random);

        assertThat(second.publicKey()).isEqualTo(first.publicKey());
        assertThat(second.privateKey()).isEqualTo(first.privateKey());
    }

    @Test
    void nodesThatStartAtOnceEndWithTheSamePair() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        Callable<ResponseKeys> start = () -> ResponseKeys.loadOrCreate(jdbc, master, random);
        List<Future<ResponseKeys>> nodes = threads.invokeAll(List.of(start, start, start, start));
        ResponseKeys stored = ResponseKeys.loadOrCreate(jdbc, master, random);
        for (Future<ResponseKeys> node : nodes) {
            assertThat(node.get().publicKey()).isEqualTo(stored.publicKey());
            assertThat(node.get().privateKey()).isEqualTo(stored.privateKey());
        }
        threads.shutdown();
    }

    @Test
    void aPublicKeyThatSomebodyPutBesideItDoesNotCount() {
        ResponseKeys keys = ResponseKeys.loadOrCreate(jdbc, master, random);
        jdbc.sql("update signing_key set public_key = ?")
                .param(new byte[] {1, 2, 3})
                .update();

        assertThat(ResponseKeys.loadOrCreate(jdbc, master, random).publicKey()).isEqualTo(keys.publicKey());
    }

    @Test
    void thePrivateKeyLiesSealed() {
        ResponseKeys keys = ResponseKeys.loadOrCreate(jdbc, master, random);
        byte[] stored = jdbc.sql("select sealed_private_key from signing_key")
                .query((row, number) -> row.getBytes(1))
                .single();

        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(keys.privateKey().getEncoded(), StandardCharsets.ISO_8859_1));
        assertThat(keys).hasToString("ResponseKeys[***]");
    }

    @Test
    void anotherMasterKeyIsRefused() {
        ResponseKeys.loadOrCreate(jdbc, master, random);
        MasterKey other = new MasterKey(random.generateSeed(32));

        assertThatThrownBy(() -> ResponseKeys.loadOrCreate(jdbc, other, random))
                .isInstanceOf(MasterKeyUnusableException.class)
                .hasMessageContaining("restore the master.key that belongs to it");
    }

    @Test
    void thePairSurvivesARotationOfTheMasterKey() {
        ResponseKeys before = ResponseKeys.loadOrCreate(jdbc, master, random);
        MasterKey fresh = new MasterKey(random.generateSeed(32));

        ResponseKeys.rewrap(jdbc, master, fresh, random);

        assertThat(ResponseKeys.loadOrCreate(jdbc, fresh, random).privateKey()).isEqualTo(before.privateKey());
        assertThatThrownBy(() -> ResponseKeys.loadOrCreate(jdbc, master, random))
                .isInstanceOf(MasterKeyUnusableException.class);
    }

    @Test
    void aDatabaseWithoutAPairHasNothingToRotate() {
        ResponseKeys.rewrap(jdbc, master, new MasterKey(random.generateSeed(32)), random);

        assertThat(jdbc.sql("select count(*) from signing_key")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void thePublicKeyIsGivenAsPem() {
        ResponseKeys keys = ResponseKeys.loadOrCreate(jdbc, master, random);
        String pem = keys.publicPem();

        assertThat(pem).startsWith("-----BEGIN PUBLIC KEY-----\n").endsWith("\n-----END PUBLIC KEY-----\n");
        assertThat(Base64.getMimeDecoder().decode(pem.replaceAll("-----.*-----", "")))
                .isEqualTo(keys.publicKey().getEncoded());
    }
}
