package org.symbolon.app.wiring;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.symbolon.api.kernel.ServerKeys;
import org.symbolon.api.tokenfile.format.FileWorkFactor;
import org.symbolon.command.secret.Argon2Cost;
import org.symbolon.command.secret.Argon2PasswordHasher;
import org.symbolon.command.secret.KeyedDigest;
import org.symbolon.command.secret.PinMemory;
import org.symbolon.command.secret.port.PinDigests;
import org.symbolon.store.database.DatabaseUse;
import org.symbolon.store.vault.JdbcPinDigests;
import org.symbolon.store.vault.MasterKey;
import org.symbolon.store.vault.MasterKeyOfDatabase;
import org.symbolon.store.vault.ResponseKeys;

/** Wires what keeps secrets: the master key, the vault, the keys that the server signs with, the hashing of PINs. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    private static final long BYTES_OF_A_PIN = 400;

    /** No more than take a twelfth of the heap. */
    private static final long MOST_PINS_REMEMBERED =
            Math.min(200_000, Runtime.getRuntime().maxMemory() / 12 / BYTES_OF_A_PIN);

    private static final int KEY_LENGTH = 32;
    private static final int SHORTEST_SECRET_KEY = 16;
    private static final Duration PINS_REMEMBERED = Duration.ofHours(12);

    /** Whoever knows the key works on what lies under it: from then on nobody puts another in its place. */
    @Bean
    MasterKey masterKey(
            @Value("${symbolon.data}") Path data,
            JdbcClient jdbc,
            JdbcTransactionManager transactions,
            SecureRandom random,
            DatabaseUse use) {
        use.share();
        return new MasterKeyOfDatabase(jdbc, new TransactionTemplate(transactions), random).in(data);
    }

    @Bean
    ResponseKeys responseKeys(JdbcClient jdbc, MasterKey masterKey, SecureRandom random) {
        return ResponseKeys.loadOrCreate(jdbc, masterKey, random);
    }

    /** Nodes that share the master key sign log-in tokens alike, unless a key of their own is configured. */
    @Bean
    ServerKeys serverKeys(
            ResponseKeys responseKeys, MasterKey masterKey, @Value("${symbolon.secret-key:}") String configured) {
        byte[] loginTokenKey = configured.isEmpty() ? masterKey.derive("log-in tokens") : longEnough(configured);
        return new ServerKeys() {

            @Override
            public PrivateKey responseKey() {
                return responseKeys.privateKey();
            }

            @Override
            public byte[] loginTokenKey() {
                return loginTokenKey.clone();
            }
        };
    }

    /** Who guesses the key is an administrator. Those that eduMFA makes have 24 characters. */
    private static byte[] longEnough(String secretKey) {
        byte[] key = secretKey.getBytes(StandardCharsets.UTF_8);
        if (key.length < SHORTEST_SECRET_KEY) {
            throw new IllegalArgumentException(
                    "symbolon.secret-key (SYMBOLON_SECRET_KEY) is too short: it signs log-ins and must have %d characters or more"
                            .formatted(SHORTEST_SECRET_KEY));
        }
        return key;
    }

    @Bean
    Argon2PasswordHasher passwordHasher(
            @Value("${symbolon.argon2.memory-kib:19456}") int memory,
            @Value("${symbolon.argon2.iterations:2}") int iterations,
            @Value("${symbolon.argon2.lanes:1}") int lanes,
            SecureRandom random) {
        return new Argon2PasswordHasher(new Argon2Cost(memory, iterations, lanes), random, System::nanoTime);
    }

    @Bean
    FileWorkFactor fileWorkFactor() {
        return FileWorkFactor.PRESET;
    }

    /** The first hash takes longer than any other: a server makes it before somebody waits for it. */
    @Bean
    @ConditionalOnWebApplication
    SmartInitializingSingleton hashingWarmUp(ObjectProvider<Argon2PasswordHasher> hashers) {
        return () -> hashers.ifAvailable(hasher -> {
            Thread warmUp = new Thread(hasher::warmUp, "symbolon-hashing-warm-up");
            warmUp.setDaemon(true);
            warmUp.start();
        });
    }

    @Bean
    KeyedDigest keyedDigest(MasterKey masterKey) {
        return new KeyedDigest(masterKey.derive("digests of PINs and log-ins"));
    }

    /** For no time at all, a key that lives in memory alone makes what is remembered worth nothing outside of this process. */
    @Bean
    PinMemory pinMemory(
            KeyedDigest digests,
            JdbcOperations jdbc,
            SecureRandom random,
            @Value("${symbolon.pin-memory:30d}") Duration lifetime) {
        if (lifetime.isZero()) {
            JdbcPinDigests.forgetAll(jdbc);
            byte[] key = new byte[KEY_LENGTH];
            random.nextBytes(key);
            return new PinMemory(
                    new KeyedDigest(key), PinDigests.NONE, MOST_PINS_REMEMBERED, PINS_REMEMBERED, Duration.ZERO);
        }
        Duration half = lifetime.dividedBy(2);
        Duration expiry = half.compareTo(PINS_REMEMBERED) < 0 ? half : PINS_REMEMBERED;
        return new PinMemory(
                digests, new JdbcPinDigests(jdbc, lifetime), MOST_PINS_REMEMBERED, expiry, lifetime.minus(expiry));
    }
}
