package org.symbolon.store.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.symbolon.command.secret.port.Binding;
import org.symbolon.command.secret.port.SealBrokenException;
import org.symbolon.command.secret.port.SecretErasedException;
import org.symbolon.command.secret.port.SecretPurpose;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;

class DataKeyVaultTest {

    private static final Binding OF_A_TOKEN = Binding.of("token/HOTP1", SecretPurpose.SEED);
    private static final Binding OF_ANOTHER = Binding.of("token/HOTP2", SecretPurpose.SEED);
    private static final Binding OF_A_THIRD = Binding.of("token/HOTP3", SecretPurpose.SEED);
    private static final Binding OF_NONE = Binding.of("token/NONE", SecretPurpose.SEED);
    private static final Secret SEED = Secret.of("3132333435363738393031323334353637383930");

    private final JdbcClient jdbc = VaultDatabase.emptied();
    private final TransactionTemplate transactions = VaultDatabase.transactions();
    private final SecureRandom random = new SecureRandom();
    private final MasterKey master = new MasterKey(random.generateSeed(32));
    private final DataKeyVault vault = new DataKeyVault(jdbc, master, random);

    @Test
    void opensWhatItSealed() {
        String key = vault.newKey();

        assertThat(vault.unseal(OF_A_TOKEN, vault.seal(key, OF_A_TOKEN, SEED))).isEqualTo(SEED);
        assertThat(vault.unseal(OF_A_TOKEN, vault.seal(key, OF_A_TOKEN, Secret.of("grüß Gott"))))
                .isEqualTo(Secret.of("grüß Gott"));
        assertThat(vault.unseal(OF_A_TOKEN, vault.seal(key, OF_A_TOKEN, Secret.EMPTY)))
                .isEqualTo(Secret.EMPTY);
    }

    @Test
    void anotherNodeOpensItToo() {
        Sealed sealed = vault.seal(vault.newKey(), OF_A_TOKEN, SEED);

        assertThat(new DataKeyVault(jdbc, master, random).unseal(OF_A_TOKEN, sealed))
                .isEqualTo(SEED);
    }

    @Test
    void everyKeyIsItsOwn() {
        Sealed sealed = vault.seal(vault.newKey(), OF_A_TOKEN, SEED);
        String other = vault.newKey();

        assertThat(other).isNotEqualTo(sealed.key());
        assertThatThrownBy(() -> vault.unseal(OF_A_TOKEN, new Sealed(other, sealed.box())))
                .isInstanceOf(SealBrokenException.class);
    }

    @Test
    void manyKeysAreMadeAtOnce() {
        List<String> keys = transactions.execute(status -> {
            List<String> made = vault.newKeys(3);
            assertThat(vault.unseal(OF_A_TOKEN, vault.seal(made.get(0), OF_A_TOKEN, SEED)))
                    .isEqualTo(SEED);
            return made;
        });

        assertThat(keys).hasSize(3).doesNotHaveDuplicates();
        keys.forEach(key -> assertThat(
                        new DataKeyVault(jdbc, master, random).unseal(OF_A_TOKEN, vault.seal(key, OF_A_TOKEN, SEED)))
                .isEqualTo(SEED));
    }

    @Test
    void manyAreOpenedAtOnceButForWhatWasForgotten() {
        Sealed kept = vault.seal(vault.newKey(), OF_A_TOKEN, SEED);
        Sealed second = vault.seal(kept.key(), OF_ANOTHER, Secret.of("second"));
        Sealed gone = vault.seal(vault.newKey(), OF_A_THIRD, Secret.of("gone"));
        vault.forget(gone.key());
        Sealed none = new Sealed("", "");

        assertThat(new DataKeyVault(jdbc, master, random)
                        .unsealAll(Map.of(OF_A_TOKEN, kept, OF_ANOTHER, second, OF_A_THIRD, gone, OF_NONE, none)))
                .isEqualTo(Map.of(OF_A_TOKEN, SEED, OF_ANOTHER, Secret.of("second")));
        assertThat(vault.unsealAll(Map.of())).isEmpty();
    }

    @Test
    void aKeyMadeInTheTransactionOpensWithManyOthers() {
        Sealed older = vault.seal(vault.newKey(), OF_A_TOKEN, SEED);

        transactions.executeWithoutResult(status -> {
            Sealed fresh = vault.seal(vault.newKey(), OF_ANOTHER, Secret.of("fresh"));
            assertThat(vault.unsealAll(Map.of(OF_A_TOKEN, older, OF_ANOTHER, fresh)))
                    .isEqualTo(Map.of(OF_A_TOKEN, SEED, OF_ANOTHER, Secret.of("fresh")));
        });
    }

    @Test
    void anAlteredBoxIsRefused() {
        Sealed sealed = vault.seal(vault.newKey(), OF_A_TOKEN, SEED);
        byte[] box = SealedBox.bytes(sealed);
        box[box.length - 1] ^= 1;

        assertThatThrownBy(() -> vault.unseal(OF_A_TOKEN, SealedBox.bound(sealed.key(), box)))
                .isInstanceOf(SealBrokenException.class);
        assertThatThrownBy(() -> vault.unseal(OF_A_TOKEN, new Sealed(sealed.key(), "no base64!")))
                .isInstanceOf(SealBrokenException.class);
    }

    @Test
    void noKeyLiesInTheDatabaseUnwrapped() {
        vault.newKey();

        assertThat(wrappedKeys()).singleElement().satisfies(wrapped -> assertThat(wrapped)
                .hasSize(12 + 32 + 16));
    }

    @Test
    void aWrappedKeyFitsItsOwnRowAlone() {
        Sealed sealed = vault.seal(vault.newKey(), OF_A_TOKEN, SEED);
        String other = vault.newKey();
        jdbc.sql("update data_key set wrapped = (select wrapped from data_key where id = ?) where id = ?")
                .params(sealed.key(), other)
                .update();

        assertThatThrownBy(() -> new DataKeyVault(jdbc, master, random).seal(other, OF_A_TOKEN, SEED))
                .isInstanceOf(MasterKeyUnusableException.class);
    }

    @Test
    void aWrongMasterKeyIsNamedAsTheTrouble() {
        Sealed sealed = vault.seal(vault.newKey(), OF_A_TOKEN, SEED);
        DataKeyVault wrong = new DataKeyVault(jdbc, new MasterKey(random.generateSeed(32)), random);

        assertThatThrownBy(() -> wrong.unseal(OF_A_TOKEN, sealed))
                .isInstanceOf(MasterKeyUnusableException.class)
                .hasMessageContaining("is it the one of this database?");
    }

    @Test
    void aKeyWorksWithinTheTransactionThatMadeIt() {
        Sealed sealed = transactions.execute(status -> {
            Sealed fresh = vault.seal(vault.newKey(), OF_A_TOKEN, SEED);
            assertThat(vault.unseal(OF_A_TOKEN, fresh)).isEqualTo(SEED);
            return fresh;
        });

        assertThat(vault.unseal(OF_A_TOKEN, sealed)).isEqualTo(SEED);
    }

    @Test
    void aKeyOfATransactionThatRolledBackIsNotFoundLater() {
        Sealed sealed = transactions.execute(status -> {
            Sealed fresh = vault.seal(vault.newKey(), OF_A_TOKEN, SEED);
            assertThat(vault.unseal(OF_A_TOKEN, fresh)).isEqualTo(SEED);
            status.setRollbackOnly();
            return fresh;
        });

        assertThatThrownBy(() -> vault.unseal(OF_A_TOKEN, sealed)).isInstanceOf(SecretErasedException.class);
    }

    @Test
    void aReadKeyNeedsNoSqlAgain() {
        Sealed sealed = vault.seal(vault.newKey(), OF_A_TOKEN, SEED);
        jdbc.sql("truncate data_key").update();

        assertThat(vault.unseal(OF_A_TOKEN, sealed)).isEqualTo(SEED);
    }

    @Test
    void whatWasForgottenIsLostForGood() {
        Sealed sealed = vault.seal(vault.newKey(), OF_A_TOKEN, SEED);

        transactions.executeWithoutResult(status -> {
            vault.forget(sealed.key());
            assertThatThrownBy(() -> vault.unseal(OF_A_TOKEN, sealed)).isInstanceOf(SecretErasedException.class);
        });

        assertThatThrownBy(() -> vault.unseal(OF_A_TOKEN, sealed)).isInstanceOf(SecretErasedException.class);
        assertThatThrownBy(() -> vault.seal(sealed.key(), OF_A_TOKEN, SEED)).isInstanceOf(SecretErasedException.class);
        assertThat(wrappedKeys()).isEmpty();
    }

    @Test
    void aKeyMadeAndForgottenInOneTransactionIsGoneWithinIt() {
        transactions.executeWithoutResult(status -> {
            Sealed sealed = vault.seal(vault.newKey(), OF_A_TOKEN, SEED);
            vault.forget(sealed.key());
            assertThatThrownBy(() -> vault.unseal(OF_A_TOKEN, sealed)).isInstanceOf(SecretErasedException.class);
        });
    }

    @Test
    void aForgettingThatRolledBackLosesNothing() {
        Sealed sealed = vault.seal(vault.newKey(), OF_A_TOKEN, SEED);

        transactions.executeWithoutResult(status -> {
            vault.forget(sealed.key());
            status.setRollbackOnly();
        });

        assertThat(vault.unseal(OF_A_TOKEN, sealed)).isEqualTo(SEED);
    }

    @Test
    void aReaderBeforeTheCommitDoesNotKeepAForgottenKeyAlive() {
        Sealed sealed = vault.seal(vault.newKey(), OF_A_TOKEN, SEED);

        transactions.executeWithoutResult(status -> {
            vault.forget(sealed.key());
            assertThat(CompletableFuture.supplyAsync(() -> vault.unseal(OF_A_TOKEN, sealed))
                            .join())
                    .isEqualTo(SEED);
        });

        assertThatThrownBy(() -> vault.unseal(OF_A_TOKEN, sealed)).isInstanceOf(SecretErasedException.class);
    }

    @Test
    void anotherNodeMayBeToldToDropAForgottenKey() {
        DataKeyVault otherNode = new DataKeyVault(jdbc, master, random);
        Sealed sealed = vault.seal(vault.newKey(), OF_A_TOKEN, SEED);
        otherNode.unseal(OF_A_TOKEN, sealed);
        vault.forget(sealed.key());

        otherNode.dropFromMemory(sealed.key());

        assertThatThrownBy(() -> otherNode.unseal(OF_A_TOKEN, sealed)).isInstanceOf(SecretErasedException.class);
    }

    @Test
    void rotatingTheMasterKeyTouchesNothingThatWasSealed() {
        List<Sealed> sealed = new ArrayList<>();
        transactions.executeWithoutResult(status -> {
            for (int number = 0; number < 2_500; number++) {
                sealed.add(vault.seal(vault.newKey(), OF_A_TOKEN, Secret.of("secret " + number)));
            }
        });
        MasterKey fresh = new MasterKey(random.generateSeed(32));

        Integer rewrapped = transactions.execute(status -> vault.rewrap(master, fresh));

        assertThat(rewrapped).isEqualTo(2_500);
        DataKeyVault afterwards = new DataKeyVault(jdbc, fresh, random);
        transactions.executeWithoutResult(status -> {
            for (int number = 0; number < sealed.size(); number++) {
                assertThat(afterwards.unseal(OF_A_TOKEN, sealed.get(number))).isEqualTo(Secret.of("secret " + number));
            }
        });
        assertThatThrownBy(() -> new DataKeyVault(jdbc, master, random).unseal(OF_A_TOKEN, sealed.get(0)))
                .isInstanceOf(MasterKeyUnusableException.class);
    }

    @Test
    void aRotationFromAWrongMasterKeyChangesNothing() {
        Sealed sealed = vault.seal(vault.newKey(), OF_A_TOKEN, SEED);
        MasterKey wrong = new MasterKey(random.generateSeed(32));

        assertThatThrownBy(() -> transactions.execute(status -> vault.rewrap(wrong, master)))
                .isInstanceOf(MasterKeyUnusableException.class);
        assertThat(new DataKeyVault(jdbc, master, random).unseal(OF_A_TOKEN, sealed))
                .isEqualTo(SEED);
    }

    @Test
    void theSealedFormShowsNothing() {
        Sealed sealed = vault.seal(vault.newKey(), OF_A_TOKEN, SEED);

        assertThat(sealed.toString()).doesNotContain(SEED.reveal());
        assertThat(new String(SealedBox.bytes(sealed), StandardCharsets.ISO_8859_1))
                .doesNotContain(SEED.reveal());
    }

    private List<byte[]> wrappedKeys() {
        return jdbc.sql("select wrapped from data_key")
                .query((row, number) -> row.getBytes("wrapped"))
                .list();
    }
}
